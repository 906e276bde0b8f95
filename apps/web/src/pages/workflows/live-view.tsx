import { Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useLiveView } from '../../api/live-view.js';
import { HeatLegend } from '../../components/diagram/heat-legend.js';
import { badgesOf, largestOf } from '../../components/diagram/heat.rules.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { percentText } from '../../format/percent.js';
import { districtToday } from '../../format/time.js';
import { liveWords } from '../../messages/workflow-words.js';
import { liveStepsOf, liveValuesOf, type LiveMetric, type LiveStep } from './live-steps.rules.js';
import styles from './live.module.css';

const Diagram = lazy(async () => ({ default: (await import('../../components/diagram/diagram.js')).Diagram }));

const words = liveWords;
const metrics: readonly LiveMetric[] = ['waiting', 'overdue', 'median', 'p90'];
const periods = [7, 30, 90, 365] as const;

interface Props {
  readonly processKey: string;
  readonly version: number;
  readonly xml: string;
  /** What stands below; not before what is above it, which would push it down. */
  readonly children: ReactNode;
}

/** Where the cases of a version are now and how long they stayed, on its diagram and as a table. */
export function LiveView({ processKey, version, xml, children }: Props): ReactElement {
  const [metric, setMetric] = useState<LiveMetric>('waiting');
  const [days, setDays] = useState<(typeof periods)[number]>(30);
  const live = useLiveView(processKey, version, dayjs(districtToday()).subtract(days, 'day').format('YYYY-MM-DD'));
  const names = useMemo(() => namesIn(xml), [xml]);
  const steps = useMemo(() => (live.data ? liveStepsOf(live.data) : []), [live.data]);
  const heat = useMemo(() => {
    const values = liveValuesOf(steps, metric);
    const titleOf = (id: string, value: string) =>
      words.badge(names.get(id) ?? id, words.metrics[metric], value, words.units[metric]);
    return { values, badges: badgesOf(values, titleOf) };
  }, [steps, metric, names]);
  const largest = largestOf(heat.values);
  if (live.isPending) return <Loading />;
  return (
    <Suspense fallback={<Loading />}>
      <div className="sheet">
        <Diagram xml={xml} heat={heat}>
          <div className={styles['choices']}>
            <Segmented
              aria-label={words.metric}
              value={metric}
              onChange={setMetric}
              options={metrics.map((value) => ({ value, label: words.metrics[value] }))}
            />
            <Select
              aria-label={words.period}
              value={days}
              onChange={setDays}
              options={periods.map((value) => ({ value, label: words.periods[value] }))}
            />
            {largest > 0 && (
              <HeatLegend
                label={words.legend}
                largest={largest}
                unit={words.units[metric]}
                counted={metric === 'waiting' || metric === 'overdue'}
              />
            )}
          </div>
        </Diagram>
      </div>
      <section className={styles['section']} aria-labelledby="live">
        <h2 id="live">{words.title}</h2>
        {live.isError && <Failure error={live.error} onRetry={() => void live.refetch()} />}
        {live.data && steps.length === 0 && <Empty text={words.empty} />}
        {live.data && steps.length > 0 && (
          <>
            <p className={styles['hint']}>
              {words.calendar(live.data.times.calendar)}
              {live.data.times.cut && words.cut}
            </p>
            <PlainList
              caption={words.table}
              columns={columnsOf(names)}
              rows={steps}
              rowKey={({ elementId }) => elementId}
            />
          </>
        )}
      </section>
      {children}
    </Suspense>
  );
}

function columnsOf(names: ReadonlyMap<string, string>): readonly Column<LiveStep>[] {
  const { columns } = words;
  const share = ({ overdue, waiting }: LiveStep) =>
    overdue === 0 ? '0' : words.share(overdue, percentText(overdue / Math.max(waiting, 1)));
  return [
    { key: 'step', title: columns.step, cell: ({ elementId }) => names.get(elementId) ?? elementId },
    { key: 'waiting', title: columns.waiting, width: 84, cell: ({ waiting }) => waiting },
    { key: 'overdue', title: columns.overdue, width: 112, cell: share },
    { key: 'incidents', title: columns.incidents, width: 80, cell: ({ incidents }) => incidents },
    { key: 'count', title: columns.count, width: 88, cell: ({ count }) => count },
    { key: 'lapsed', title: columns.lapsed, width: 88, cell: ({ lapsed }) => lapsed },
    { key: 'median', title: columns.median, width: 96, cell: ({ median }) => words.hours(median) },
    { key: 'p90', title: columns.p90, width: 96, cell: ({ p90 }) => words.hours(p90) },
  ];
}

/** What the diagram calls its elements. */
function namesIn(xml: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const named = [...document.querySelectorAll('[id][name]')];
  return new Map(named.map((element) => [element.getAttribute('id') ?? '', element.getAttribute('name') ?? '']));
}
