import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { PledgeSummary } from '../../api/model.js';
import { usePledges, type PledgeFilter } from '../../api/pledges.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { outcomeText, standingOf } from './pledge-texts.js';
import styles from './pledge.module.css';

const words = messages.pledge;

const columns: readonly Column<PledgeSummary>[] = [
  { key: 'title', title: words.subject, cell: (it) => <Link to={`/pledges/${it.id}`}>{it.title}</Link> },
  { key: 'unit', title: words.unit, width: 200, cell: (it) => it.unit },
  { key: 'pledger', title: words.pledger, width: 90, cell: (it) => it.pledger ?? words.wholeUnit },
  { key: 'dueOn', title: words.dueOn, width: 110, cell: (it) => <span className="number">{dayText(it.dueOn)}</span> },
  {
    key: 'state',
    title: words.state,
    width: 170,
    cell: (it) => <span className={it.late ? styles['bad'] : undefined}>{standingOf(it)}</span>,
  },
  { key: 'outcome', title: words.outcome, width: 150, cell: outcomeText },
];

/** Pledges, the latest first. */
export function PledgeList({ filter }: { filter: PledgeFilter }): ReactElement {
  const pledges = usePledges(filter);
  if (pledges.isPending) return <Loading />;
  if (!pledges.data) return <Failure error={pledges.error} onRetry={() => void pledges.refetch()} />;
  const rows = pledges.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return <Empty text={words.empty} />;
  }
  return (
    <>
      <PlainList caption={words.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <MoreButton list={pledges} shown={rows.length} />
    </>
  );
}
