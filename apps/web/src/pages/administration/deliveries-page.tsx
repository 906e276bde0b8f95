import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useDeliveries, type DeliveryFilter } from '../../api/deliveries.js';
import type { Delivery } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';

const words = messages.deliveries;

const columns: readonly Column<Delivery>[] = [
  { key: 'at', title: words.at, width: 160, cell: ({ at }) => <span className="number">{longTime(at)}</span> },
  { key: 'channel', title: words.channel, width: 100, cell: ({ channel }) => words.channels[channel] },
  {
    key: 'kind',
    title: words.kind,
    width: 200,
    cell: ({ kind, kindName }) => kindName ?? messages.templates.names[kind] ?? kind,
  },
  { key: 'to', title: words.to, width: 180, cell: ({ to }) => to ?? words.unknown },
  { key: 'result', title: words.result, cell: resultOf },
  { key: 'attempts', title: words.attempts, width: 70, cell: ({ attempts }) => attempts },
];

/** What was sent, to whom (masked), and what became of it. */
export function DeliveriesPage(): ReactElement {
  const [search] = useSearchParams();
  const [filter, setFilter] = useState<DeliveryFilter>(() => asked(search.get('state')));
  const log = useDeliveries(filter);
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <div className={styles['bar']}>
        <Select
          aria-label={words.channel}
          value={filter.channel ?? ''}
          onChange={(channel) => setFilter(withChoice(filter, 'channel', channel))}
          options={optionsOf(words.anyChannel, words.channels)}
        />
        <Select
          aria-label={words.result}
          value={filter.state ?? ''}
          onChange={(state) => setFilter(withChoice(filter, 'state', state))}
          options={optionsOf(words.anyState, words.states)}
        />
      </div>
      {log.isPending && <Loading />}
      {log.isError && !log.data && <Failure error={log.error} onRetry={() => void log.refetch()} />}
      {log.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <>
          <PlainList caption={words.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
          <MoreButton list={log} shown={rows.length} />
        </>
      )}
    </>
  );
}

/** A page that links here may ask for one result only. */
function asked(state: string | null): DeliveryFilter {
  return isState(state) ? { state } : {};
}

function isState(text: string | null): text is Delivery['state'] {
  return text !== null && Object.hasOwn(words.states, text);
}

function resultOf({ state, error }: Delivery): ReactElement {
  return (
    <>
      {words.states[state]}
      {error !== null && <div className={styles['bad']}>{error}</div>}
    </>
  );
}

function withChoice(filter: DeliveryFilter, name: keyof DeliveryFilter, value: string): DeliveryFilter {
  const { [name]: _, ...others } = filter;
  return value === '' ? others : { ...others, [name]: value };
}

function optionsOf(all: string, names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return [{ value: '', label: all }, ...Object.entries(names).map(([value, label]) => ({ value, label }))];
}
