import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { Statistics } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { useStatistics, workbookAddress, type Period } from '../../api/statistics.js';
import { districtToday } from '../../format/time.js';
import { PageHeader } from '../../components/page-header.js';
import { TabStrip } from '../../components/tab-strip.js';
import { pageWords } from '../../messages/page-words.js';
import { CampaignsTab } from './campaigns-tab.js';
import { RatesTab, TopicsTab } from './count-tabs.js';
import { DispositionsTab } from './dispositions-tab.js';
import { ExclusionList } from './exclusion-list.js';
import { HistoricTab } from './historic-tab.js';
import { HotTab } from './hot-tab.js';
import { LanesTab } from './lanes-tab.js';
import { Loaded } from './statistics-part.js';
import { StepsTab } from './steps-tab.js';
import { TrendTab } from './trend-tab.js';
import { UnitsTab } from './units-tab.js';
import styles from './statistics-page.module.css';

const words = pageWords.statistics;
const format = 'YYYY-MM-DD';
const tabs = [
  'rates',
  'trend',
  'units',
  'topics',
  'dispositions',
  'lanes',
  'steps',
  'hot',
  'campaigns',
  'historic',
] as const;

type Tab = (typeof tabs)[number];

/** What became of the cases of a period, as of a day: rates, units, topics, dispositions, lanes, times, hot matters, campaigns, long-standing matters. */
export function StatisticsPage(): ReactElement {
  const [period, setPeriod] = useState<Period>(thisMonth);
  const [search, setSearch] = useSearchParams();
  const statistics = useStatistics(period);
  const may = useMay();
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'rates';
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Button href="/big-screen" target="_blank">
          {pageWords.screen.open}
        </Button>
        <Button href={workbookAddress(period)} download>
          {words.download}
        </Button>
      </PageHeader>
      <PeriodBar period={period} onChange={setPeriod} counts={statistics.data} />
      {may('supervision.read') && <ExclusionList />}
      <TabStrip
        label={words.tabs}
        tabs={tabs.map((key) => ({ key, label: tabName(key) }))}
        active={tab}
        panelId="statistics"
        onChange={(key) => setSearch({ tab: key }, { replace: true })}
      />
      <div id="statistics" role="tabpanel" aria-label={tabName(tab)} className={styles['panel']}>
        <Panel tab={tab} period={period} statistics={statistics} />
      </div>
    </>
  );
}

function tabName(tab: Tab): string {
  return tab === 'trend' ? pageWords.trend.tab : words.tab[tab];
}

interface PanelProps {
  readonly tab: Tab;
  readonly period: Period;
  readonly statistics: ReturnType<typeof useStatistics>;
}

function Panel({ tab, period, statistics }: PanelProps): ReactElement {
  switch (tab) {
    case 'rates':
      return <Loaded query={statistics}>{(data) => <RatesTab {...data} period={period} />}</Loaded>;
    case 'trend':
      return <TrendTab period={period} />;
    case 'units':
      return <Loaded query={statistics}>{({ units }) => <UnitsTab period={period} units={units} />}</Loaded>;
    case 'topics':
      return <Loaded query={statistics}>{(data) => <TopicsTab {...data} period={period} />}</Loaded>;
    case 'dispositions':
      return <DispositionsTab period={period} />;
    case 'lanes':
      return <LanesTab period={period} />;
    case 'steps':
      return <StepsTab period={period} />;
    case 'hot':
      return <HotTab period={period} />;
    case 'campaigns':
      return <CampaignsTab period={period} />;
    case 'historic':
      return <HistoricTab period={period} />;
  }
}

interface PeriodBarProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  readonly counts: Statistics | undefined;
}

function PeriodBar({ period, onChange, counts }: PeriodBarProps): ReactElement {
  const { from, to, asOf } = period;
  const left = counts ? counts.cases.received - counts.adjusted.cases.received : 0;
  return (
    <div className={styles['period']}>
      <span id="period">{words.period}</span>
      <DatePicker.RangePicker
        aria-labelledby="period"
        allowClear={false}
        value={[dayjs(from), dayjs(to)]}
        onChange={(days) => {
          const [first, last] = days ?? [];
          if (first && last) onChange({ ...period, from: first.format(format), to: last.format(format) });
        }}
      />
      <label htmlFor="as-of">{words.asOf}</label>
      <DatePicker
        id="as-of"
        placeholder={words.asOfHint}
        value={asOf === undefined ? null : dayjs(asOf)}
        maxDate={dayjs(districtToday())}
        onChange={(day: dayjs.Dayjs | null) => onChange({ from, to, ...(day && { asOf: day.format(format) }) })}
      />
      <span aria-live="polite" className={styles['counts']}>
        {counts &&
          words.counts(counts.cases.received, counts.cases.closed, counts.cases.withdrawn) +
            (left > 0 ? words.leftOut(left) : '')}
      </span>
    </div>
  );
}

function thisMonth(): Period {
  const today = districtToday();
  return { from: dayjs(today).startOf('month').format(format), to: today };
}
