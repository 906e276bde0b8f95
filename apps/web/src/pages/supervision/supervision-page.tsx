import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useSupervisions, type SupervisionFilter } from '../../api/supervisions.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { RecordCard } from '../../components/record-card.js';
import { RecordTable } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { supervisionColumns, supervisionState } from './supervision-columns.js';
import styles from './supervision-page.module.css';

const words = messages.supervision;
const filters: readonly SupervisionFilter[] = ['open', 'ended', 'all'];

/** Supervision orders: to whom, why, until when, and what came of them. */
export function SupervisionPage(): ReactElement {
  const [filter, setFilter] = useState<SupervisionFilter>('open');
  const orders = useSupervisions(filter);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <Segmented
        className={styles['filter'] ?? ''}
        aria-label={words.filter}
        value={filter}
        onChange={setFilter}
        options={filters.map((value) => ({ value, label: words[value] }))}
      />
      {orders.isPending && <Loading />}
      {orders.isError && !orders.data && <Failure error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data && <OrderList orders={orders} />}
    </>
  );
}

function OrderList({ orders }: { orders: ReturnType<typeof useSupervisions> }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return (
      <div className="sheet">
        <Empty text={words.empty} />
      </div>
    );
  }
  const more = <MoreButton list={orders} shown={items.length} />;
  if (narrow) {
    return (
      <>
        <CardList>
          {items.map((it) => (
            <RecordCard key={it.id} {...it} term={null} facts={[it.unit, it.trigger, supervisionState(it)]} />
          ))}
        </CardList>
        {more}
      </>
    );
  }
  return (
    <div className="sheet">
      <RecordTable
        caption={words.title}
        columns={supervisionColumns}
        rows={items}
        rowKey={(it) => it.id}
        onOpen={(it) => void navigate(`/cases/${it.caseId}`)}
      />
      {more}
    </div>
  );
}
