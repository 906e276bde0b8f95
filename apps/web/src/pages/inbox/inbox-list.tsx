import { useMemo, type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { useInbox, type InboxFilter } from '../../api/tasks.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { RecordCard } from '../../components/record-card.js';
import { RecordTable } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { inboxColumns, RowAct, stepText, termOf } from './inbox-columns.js';

/** The tasks of one tab: a table, or cards where that does not fit. */
export function InboxList({ filter, onSort }: { filter: InboxFilter; onSort: (key: string) => void }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const inbox = useInbox(filter);
  const columns = useMemo(() => inboxColumns(filter.box), [filter.box]);
  if (inbox.isPending) return <Loading lines={9} />;
  if (inbox.isError && !inbox.data) return <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />;

  const tasks = inbox.data.pages.flatMap((page) => page.items);
  if (tasks.length === 0) {
    return (
      <div className="sheet">
        <Empty text={filter.q ? messages.list.emptySearch : messages.box.empty[filter.box]}>
          {filter.box === 'todo' && !filter.q && <ToClaimable n={inbox.data.pages[0]?.counts.claimable ?? 0} />}
        </Empty>
      </div>
    );
  }
  const more = <MoreButton list={inbox} shown={tasks.length} />;
  if (narrow) {
    return (
      <>
        <CardList>
          {tasks.map((task) => (
            <RecordCard
              key={task.id}
              caseId={task.caseId}
              code={task.code}
              title={task.title}
              term={termOf(task)}
              facts={[task.category?.name, task.residentName ?? messages.list.anonymous, stepText(task), task.unit]}
            >
              {filter.box === 'claimable' && <RowAct task={task} box={filter.box} />}
            </RecordCard>
          ))}
        </CardList>
        {more}
      </>
    );
  }
  return (
    <div className="sheet">
      <RecordTable
        caption={messages.box[filter.box]}
        columns={columns}
        rows={tasks}
        rowKey={(task) => task.id}
        onOpen={(task) => void navigate(`/cases/${task.caseId}`)}
        sort={filter.sort}
        onSort={onSort}
      />
      {more}
    </div>
  );
}

/** An empty desk with full trays beside it should say so. */
function ToClaimable({ n }: { n: number }): ReactElement | null {
  if (n === 0) return null;
  return <Link to="/inbox/claimable">{messages.box.toClaimable(n)}</Link>;
}
