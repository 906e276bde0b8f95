import type { ReactElement } from 'react';
import type { CalendarDay, DayDecision } from '../../api/model.js';
import { dayText } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './calendar-page.module.css';

const words = pageWords.calendar;

interface Props {
  readonly days: readonly CalendarDay[];
  readonly decisions: readonly DayDecision[];
  readonly onToggle: (day: CalendarDay) => void;
}

/** Twelve months; a press on a day decides it otherwise. */
export function YearView({ days, decisions, onToggle }: Props): ReactElement {
  const decided = new Map(decisions.map((decision) => [decision.date, decision]));
  const months = Array.from({ length: 12 }, (_, index) =>
    days.filter(({ date }) => Number(date.slice(5, 7)) === index + 1),
  );
  return (
    <div className={styles['year']}>
      {months.map((month, index) => (
        <section key={month[0]?.date ?? index} className="sheet" aria-label={words.month(index + 1)}>
          <h2 className={styles['month']}>{words.month(index + 1)}</h2>
          <div className={styles['grid']}>
            {words.weekdays.map((name) => (
              <span key={name} className={styles['weekday']} aria-hidden>
                {name}
              </span>
            ))}
            {month.map((day, place) => (
              <Day
                key={day.date}
                day={day}
                decision={decided.get(day.date)}
                column={place === 0 ? columnOf(day.date) : undefined}
                onToggle={onToggle}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface DayProps {
  readonly day: CalendarDay;
  readonly decision: DayDecision | undefined;
  readonly column: number | undefined;
  readonly onToggle: (day: CalendarDay) => void;
}

function Day({ day, decision, column, onToggle }: DayProps): ReactElement {
  const working = decision ? (decision.working ?? undefined) : day.working;
  const kind = working === undefined ? words.statutory : working ? words.working : words.off;
  const mark = day.reason === 'make-up' ? words.makeUp : day.reason === 'holiday' ? words.holiday : '';
  const look = [
    styles['day'],
    working === false && styles['off'],
    day.reason === 'override' && styles['override'],
    decision && styles['decided'],
  ];
  return (
    <button
      type="button"
      className={look.filter(Boolean).join(' ')}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      aria-pressed={decision !== undefined}
      title={day.name ?? undefined}
      onClick={() => onToggle(day)}
    >
      <span className="unseen">{words.dayName(dayText(day.date), kind, day.name)}</span>
      <span aria-hidden>{Number(day.date.slice(8))}</span>
      <small aria-hidden>{mark}</small>
    </button>
  );
}

/** Monday is the first. */
function columnOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
