import { useMemo, type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { pageSize, useInbox, useInboxStart, type InboxFilter } from '../../api/tasks.js';
import type { Task } from '../../api/model.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { RecordCard } from '../../components/record-card.js';
import { RecordTable } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { ChangeBar } from './change-bar.js';
import { inboxColumns, RowAct, stepText, termOf } from './inbox-columns.js';
import { listChange } from './list-change.js';

interface Props {
  readonly filter: InboxFilter;
  readonly onSort: (key: string) => void;
}

/** The tasks of one tab, and above them whether they changed since they were read. */
export function InboxList(props: Props): ReactElement {
  const inbox = useInbox(props.filter);
  const start = useInboxStart(props.filter, inbox.dataUpdatedAt);
  if (inbox.isPending) return <Loading lines={9} />;
  if (inbox.isError && !inbox.data) return <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />;
  const lines = inbox.data.pages.flatMap((page) => page.items);
  const fresh = start && listChange({ lines, complete: !inbox.hasNextPage, size: pageSize }, start);
  return (
    <>
      <ChangeBar fresh={fresh} onRefresh={() => void inbox.refetch()} />
      <Lines {...props} inbox={inbox} tasks={lines} />
    </>
  );
}

/** A table, or cards where that does not fit. */
function Lines({
  filter,
  onSort,
  inbox,
  tasks,
}: Props & { readonly inbox: ReturnType<typeof useInbox>; readonly tasks: readonly Task[] }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const columns = useMemo(() => inboxColumns(filter.box), [filter.box]);
  if (tasks.length === 0) {
    return (
      <div className="sheet">
        <Empty text={filter.q ? messages.list.emptySearch : messages.box.empty[filter.box]}>
          {filter.box === 'todo' && !filter.q && <ToClaimable n={inbox.data?.pages[0]?.counts.claimable ?? 0} />}
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
