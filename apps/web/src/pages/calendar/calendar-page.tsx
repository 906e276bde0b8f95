import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCalendarDays, useCalendars } from '../../api/calendars.js';
import type { CalendarDay, DayDecision } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { districtToday } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import { ChangeList } from './change-list.js';
import { DecisionForm } from './decision-form.js';
import styles from './calendar-page.module.css';
import { YearView } from './year-view.js';

const words = pageWords.calendar;

/** The working calendar of a year: which days count, and decisions about single days. */
export function CalendarPage(): ReactElement {
  const thisYear = Number(districtToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [decisions, setDecisions] = useState<readonly DayDecision[]>([]);
  const calendars = useCalendars();
  const id = calendars.data?.find(({ kind }) => kind === 'working')?.id ?? 'working-days';
  const days = useCalendarDays(id, year);
  const toggle = (day: CalendarDay) => setDecisions(toggled(decisions, day));
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Segmented
          aria-label={words.year}
          value={year}
          onChange={setYear}
          options={[thisYear - 1, thisYear, thisYear + 1].map((value) => ({ value, label: words.yearName(value) }))}
        />
      </PageHeader>
      {days.isPending && <Loading />}
      {days.isError && !days.data && <Failure error={days.error} onRetry={() => void days.refetch()} />}
      {days.data?.some(({ provisional }) => provisional) && (
        <p role="note" className={styles['note']}>
          {words.provisional}
        </p>
      )}
      {days.data && <YearView days={days.data} decisions={decisions} onToggle={toggle} />}
      {/* Not before the year above it, which would push it down. */}
      {!days.isPending && (
        <>
          <DecisionForm calendarId={id} decisions={decisions} onChange={setDecisions} />
          <ChangeList />
        </>
      )}
    </>
  );
}

/** A day that was decided by hand goes back to the statutory calendar, any other becomes the opposite of what it is. */
function toggled(decisions: readonly DayDecision[], { date, working, reason }: CalendarDay): readonly DayDecision[] {
  const rest = decisions.filter((each) => each.date !== date);
  if (rest.length < decisions.length) return rest;
  const decided = reason === 'override' ? null : !working;
  return [...rest, { date, working: decided, name: '' }].sort((a, b) => (a.date < b.date ? -1 : 1));
}
