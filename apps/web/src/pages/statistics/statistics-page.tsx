import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useMay } from '../../api/session.js';
import { useStatistics, workbookAddress, type Period } from '../../api/statistics.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { districtToday } from '../../format/time.js';
import { PageHeader } from '../../components/page-header.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { ExclusionList } from './exclusion-list.js';
import { rateColumns, topicColumns, unitColumns } from './statistics-columns.js';
import styles from './statistics-page.module.css';

const words = messages.statistics;
const format = 'YYYY-MM-DD';

/** What became of the cases of a period: rates with their formulas, units, topics. */
export function StatisticsPage(): ReactElement {
  const [period, setPeriod] = useState<Period>(thisMonth);
  const statistics = useStatistics(period);
  const may = useMay();
  const { cases, rates, adjusted, units, topics } = statistics.data ?? {};
  const both = rates?.map((rate) => ({
    ...rate,
    adjusted: adjusted?.rates.find(({ code }) => code === rate.code)?.rate ?? null,
  }));
  const left = (cases?.received ?? 0) - (adjusted?.cases.received ?? 0);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Button href={workbookAddress(period)} download>
          {words.download}
        </Button>
      </PageHeader>
      <div className={styles['period']}>
        <span id="period">{words.period}</span>
        <DatePicker.RangePicker
          aria-labelledby="period"
          allowClear={false}
          value={[dayjs(period.from), dayjs(period.to)]}
          onChange={(days) => {
            const [from, to] = days ?? [];
            if (from && to) setPeriod({ from: from.format(format), to: to.format(format) });
          }}
        />
        {cases && (
          <span aria-live="polite">
            {words.counts(cases.received, cases.closed, cases.withdrawn) + (left > 0 ? words.leftOut(left) : '')}
          </span>
        )}
      </div>
      {statistics.isPending && <Loading />}
      {statistics.isError && <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />}
      {both && <Part title={words.rates} columns={rateColumns} rows={both} rowKey={(it) => it.code} />}
      {units && <Part title={words.units} columns={unitColumns} rows={units} rowKey={(it) => it.unitId} />}
      {may('supervision.read') && <ExclusionList />}
      {topics && <Part title={words.topics} columns={topicColumns} rows={topics} rowKey={(it) => it.code} />}
    </>
  );
}

interface PartProps<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

function Part<Row>({ title, ...table }: PartProps<Row>): ReactElement {
  return (
    <section className={styles['part']}>
      <h2 className={styles['heading']}>{title}</h2>
      <div className={`sheet ${styles['table']}`} role="region" aria-label={title} tabIndex={0}>
        {table.rows.length === 0 ? (
          <p className={styles['none']}>{words.none}</p>
        ) : (
          <RecordTable caption={title} {...table} />
        )}
      </div>
    </section>
  );
}

function thisMonth(): Period {
  const today = districtToday();
  return { from: dayjs(today).startOf('month').format(format), to: today };
}
