import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../api/session.js';
import { PageHeader } from '../../components/page-header.js';
import { TabStrip } from '../../components/tab-strip.js';
import { dayText, districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { OverdueList } from './overdue-list.js';
import { PlanDialog } from './plan-dialog.js';
import { ReceptionDrawer } from './reception-drawer.js';
import { ReceptionList } from './reception-list.js';
import styles from './reception.module.css';

const words = messages.reception;
const tabs = ['week', 'coming', 'overdue'] as const;

/** When units receive residents: week by week, all that is to come, and who has not received for too long. */
export function ReceptionsPage(): ReactElement {
  const { message } = App.useApp();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [planning, setPlanning] = useState(false);
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'week';
  const week = search.get('week') ?? mondayOf(districtToday());
  const open = search.get('reception');
  const change = (part: Readonly<Record<string, string | null>>) => {
    const next = { tab, week, reception: open, ...part };
    const kept = Object.entries(next).filter((each): each is [string, string] => each[1] !== null);
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  const onOpen = (reception: string) => change({ reception });
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {may('outreach.manage') && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {words.plan}
          </Button>
        )}
      </PageHeader>
      <TabStrip
        label={words.tabsLabel}
        tabs={tabs.map((key) => ({ key, label: words.tabs[key] }))}
        active={tab}
        panelId="receptions"
        onChange={(key) => change({ tab: key })}
      />
      <div id="receptions" role="tabpanel" aria-label={words.tabs[tab]}>
        {tab === 'week' && <WeekBar week={week} onChange={(monday) => change({ week: monday })} />}
        {tab === 'week' && <ReceptionList days={{ from: week, to: plus(week, 6) }} onOpen={onOpen} />}
        {tab === 'coming' && <ReceptionList days={{ from: districtToday() }} onOpen={onOpen} />}
        {tab === 'overdue' && <OverdueList />}
      </div>
      {planning && (
        <PlanDialog
          onPlanned={({ receptions, skipped }) => {
            const { length } = receptions;
            void message.success(
              skipped.length === 0 ? words.planned(length) : words.skipped(length, skipped.join(messages.marks.list)),
            );
            const first = receptions[0]?.day;
            if (first !== undefined) change({ tab: 'week', week: mondayOf(first) });
          }}
          onClose={() => setPlanning(false)}
        />
      )}
      {open !== null && <ReceptionDrawer id={open} onClose={() => change({ reception: null })} />}
    </>
  );
}

function WeekBar({ week, onChange }: { week: string; onChange: (monday: string) => void }): ReactElement {
  return (
    <div className={styles['bar']}>
      <Button onClick={() => onChange(plus(week, -7))}>{words.previous}</Button>
      <Button onClick={() => onChange(mondayOf(districtToday()))}>{words.thisWeek}</Button>
      <Button onClick={() => onChange(plus(week, 7))}>{words.next}</Button>
      <span aria-live="polite" className="number">
        {words.week(dayText(week), dayText(plus(week, 6)))}
      </span>
    </div>
  );
}

function mondayOf(day: string): string {
  return plus(day, -((dayjs(day).day() + 6) % 7));
}

function plus(day: string, days: number): string {
  return dayjs(day).add(days, 'day').format('YYYY-MM-DD');
}
