import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReceptionSummary } from '../../api/model.js';
import { useReceptions } from '../../api/receptions.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './reception.module.css';

const words = messages.reception;

interface Props {
  readonly days: { readonly from: string; readonly to?: string };
  readonly onOpen: (id: string) => void;
}

/** Receptions of some days. */
export function ReceptionList({ days, onOpen }: Props): ReactElement {
  const list = useReceptions(days);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <Loading />;
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return <Empty text={words.empty} />;
  return (
    <>
      <PlainList caption={words.title} columns={columnsOf(onOpen)} rows={rows} rowKey={({ id }) => id} />
      <MoreButton list={list} shown={rows.length} />
    </>
  );
}

function columnsOf(onOpen: (id: string) => void): Column<ReceptionSummary>[] {
  return [
    {
      key: 'day',
      title: words.day,
      width: 130,
      cell: ({ id, day, unit }) => (
        <Button type="link" size="small" aria-label={words.openOf(dayText(day), unit.name)} onClick={() => onOpen(id)}>
          {dayText(day)}
        </Button>
      ),
    },
    { key: 'time', title: words.time, width: 110, cell: ({ from, to }) => words.slotOf(from, to) },
    { key: 'unit', title: words.unit, cell: ({ unit }) => unit.name },
    { key: 'kind', title: words.kind, width: 140, cell: ({ kind }) => kind.name },
    { key: 'hosts', title: words.hosts, cell: ({ hosts }) => hosts.map(({ name }) => name).join(messages.marks.list) },
    { key: 'place', title: words.place, cell: ({ place }) => place },
    { key: 'taken', title: words.bookings, width: 80, cell: ({ taken, slots }) => words.takenOf(taken, slots) },
    {
      key: 'state',
      title: words.state,
      width: 120,
      cell: ({ state, dayOff }) => (
        <>
          {words.states[state]}
          {dayOff !== null && <span className={styles['bad']}>{` ${words.onHoliday(dayOff)}`}</span>}
        </>
      ),
    },
  ];
}
