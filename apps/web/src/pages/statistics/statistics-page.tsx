import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useStatistics, workbookAddress, type Period } from '../../api/statistics.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { rateColumns, topicColumns, unitColumns } from './statistics-columns.js';
import styles from './statistics-page.module.css';

const words = messages.statistics;
const format = 'YYYY-MM-DD';

/** What became of the cases of a period: rates with their formulas, units, topics. */
export function StatisticsPage(): ReactElement {
  const [period, setPeriod] = useState<Period>(thisMonth);
  const statistics = useStatistics(period);
  const { cases, rates, units, topics } = statistics.data ?? {};
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
        {cases && <span aria-live="polite">{words.counts(cases.received, cases.closed, cases.withdrawn)}</span>}
      </div>
      {statistics.isPending && <Loading />}
      {statistics.isError && <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />}
      {rates && <Part title={words.rates} columns={rateColumns} rows={rates} rowKey={(it) => it.code} />}
      {units && <Part title={words.units} columns={unitColumns} rows={units} rowKey={(it) => it.unitId} />}
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
  return { from: dayjs().startOf('month').format(format), to: dayjs().format(format) };
}
