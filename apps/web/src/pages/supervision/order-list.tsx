import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSupervisions, type SupervisionFilter } from '../../api/supervisions.js';
import { CaseRecords } from '../../components/case-records.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { pageWords } from '../../messages/page-words.js';
import { answerTerm, supervisionColumns, supervisionState } from './supervision-columns.js';
import styles from './supervision-page.module.css';
import { UnitFilter } from './unit-filter.js';

const words = pageWords.supervision;
const filters: readonly SupervisionFilter[] = ['open', 'ended', 'all'];

/** Supervision orders: to whom, why, until when, and what came of them. */
export function OrderList(): ReactElement {
  const [filter, setFilter] = useState<SupervisionFilter>('open');
  const [unit, setUnit] = useState<string>();
  const orders = useSupervisions(filter, unit);
  return (
    <>
      <div className={styles['filter']}>
        <Segmented
          aria-label={words.filter}
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({ value, label: words[value] }))}
        />
        <UnitFilter value={unit} onChange={setUnit} />
      </div>
      {orders.isPending && <Loading />}
      {orders.isError && !orders.data && <Failure error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data && (
        <CaseRecords
          caption={words.title}
          empty={words.empty}
          rows={orders.data.pages.flatMap((page) => page.items)}
          columns={supervisionColumns}
          card={(it) => ({ facts: [it.unit, it.trigger, supervisionState(it), answerTerm(it)] })}
          list={orders}
        />
      )}
    </>
  );
}
