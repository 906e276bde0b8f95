import type { ReactElement } from 'react';
import type { OverdueUnit } from '../../api/model.js';
import { useOverdueUnits } from '../../api/receptions.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';

const words = messages.reception;

const columns: readonly Column<OverdueUnit>[] = [
  { key: 'name', title: words.unit, cell: ({ name }) => name },
  { key: 'everyDays', title: words.everyDays, width: 120, cell: ({ everyDays }) => everyDays },
  { key: 'last', title: words.last, width: 140, cell: ({ last }) => last ?? words.never },
  { key: 'next', title: words.nextOne, width: 140, cell: ({ next }) => next ?? words.never },
];

/** Units that have held no reception for longer than their kind should. */
export function OverdueList(): ReactElement {
  const list = useOverdueUnits();
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <Loading />;
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return <Empty text={words.noneOverdue} />;
  return (
    <>
      <PlainList caption={words.tabs.overdue} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <MoreButton list={list} shown={rows.length} />
    </>
  );
}
