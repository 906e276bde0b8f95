import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { Box, Task } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { readAnew, useInbox, useInboxStart, usualPageSize, type InboxFilter } from '../../api/tasks.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { messages } from '../../messages/messages.js';
import { ActBar } from './act-bar.js';
import { batchActs, type BatchAct } from './batch-acts.js';
import type { ColumnKey } from './box-look.js';
import { ChangeBar } from './change-bar.js';
import { InboxLines } from './inbox-lines.js';
import { listChange } from './list-change.js';
import { noSelection, stillShown } from './selection.js';

const BatchDialog = lazy(async () => ({ default: (await import('./batch-dialog.js')).BatchDialog }));

interface Props {
  readonly filter: InboxFilter;
  readonly columns: ColumnKey[] | undefined;
  readonly onSort: (key: string) => void;
}

/** The tasks of one tab, above them whether they changed since they were read, below them what to do with several. */
export function InboxList(props: Props): ReactElement {
  const { filter } = props;
  const inbox = useInbox(filter);
  const start = useInboxStart(filter, inbox.dataUpdatedAt);
  if (inbox.isPending) return <Loading lines={9} />;
  if (inbox.isError && !inbox.data) return <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />;
  const lines = inbox.data.pages.flatMap((page) => page.items);
  const size = filter.pageSize ?? usualPageSize;
  const fresh = start && listChange({ lines, complete: !inbox.hasNextPage, size }, start);
  return (
    <>
      <ChangeBar fresh={fresh} onRefresh={() => readAnew(filter)} />
      {lines.length === 0 ? (
        <NoLines filter={filter} counts={inbox.data.pages[0]?.counts} />
      ) : (
        <Lines {...props} inbox={inbox} tasks={lines} />
      )}
    </>
  );
}

function Lines({
  filter,
  columns,
  onSort,
  inbox,
  tasks,
}: Props & { readonly inbox: ReturnType<typeof useInbox>; readonly tasks: readonly Task[] }): ReactElement {
  const acts = batchActs(filter.box, useMay());
  const [chosen, setChosen] = useState(noSelection);
  const [asked, setAsked] = useState<{ readonly act: BatchAct; readonly tasks: readonly Task[] }>();
  const selection = stillShown(
    chosen,
    tasks.map(({ id }) => id),
  );
  return (
    <>
      <InboxLines
        filter={filter}
        columns={columns}
        onSort={onSort}
        tasks={tasks}
        {...(acts.length > 0 && { selection, onSelect: setChosen })}
      >
        <MoreButton list={inbox} shown={tasks.length} endless />
      </InboxLines>
      {acts.length > 0 && (
        <ActBar
          selected={selection.ids.size}
          acts={acts}
          onAct={(act) => setAsked({ act, tasks: tasks.filter(({ id }) => selection.ids.has(id)) })}
          onClear={() => setChosen(noSelection)}
        />
      )}
      {asked && (
        <Suspense>
          <BatchDialog
            box={filter.box}
            {...asked}
            onClose={(left) => {
              setAsked(undefined);
              setChosen({ ids: new Set(left), from: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Where one's work may be when a box is empty: what waits for the unit, or what one has taken. */
const beside: Partial<Record<Box, Box>> = { todo: 'claimable', claimable: 'todo' };

/** Nothing there, for one reason or another. */
function NoLines({
  filter,
  counts,
}: {
  filter: InboxFilter;
  counts: Partial<Record<Box, number>> | undefined;
}): ReactElement {
  const { box, q, conditions } = filter;
  const navigate = useNavigate();
  const plain = !q && !conditions;
  const text = conditions ? messages.inbox.filter.empty : messages.list.emptySearch;
  const other = plain ? beside[box] : undefined;
  const waiting = other === undefined ? 0 : (counts?.[other] ?? 0);
  return (
    <div className="sheet">
      <Empty text={plain ? messages.box.empty[box] : text}>
        {other !== undefined && waiting > 0 && (
          <Button type="primary" onClick={() => void navigate(`/inbox/${other}`)}>
            {messages.box.goTo(messages.box[other], waiting)}
          </Button>
        )}
      </Empty>
    </div>
  );
}
