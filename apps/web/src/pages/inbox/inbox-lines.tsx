import { useCallback, useMemo, type ReactElement, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Task } from '../../api/model.js';
import type { InboxFilter } from '../../api/tasks.js';
import { CardList } from '../../components/card-list.js';
import { RecordCard } from '../../components/record-card.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import type { ColumnKey } from './box-look.js';
import { inboxColumns, RowAct, stepText, termOf } from './inbox-columns.js';
import { AllBox, Chosen, LineBox } from './line-box.js';
import type { Selection } from './selection.js';

interface Props {
  readonly filter: InboxFilter;
  readonly columns: ColumnKey[] | undefined;
  readonly onSort: (key: string) => void;
  readonly tasks: readonly Task[];
  /** Absent: nothing can be done with several lines. */
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  /** What stands below them. */
  readonly children: ReactNode;
}

/** Tasks as a table, or as cards where that does not fit. */
export function InboxLines(props: Props): ReactElement {
  const { filter, columns: shown, onSort, tasks, selection, onSelect, children } = props;
  const narrow = useNarrow();
  const navigate = useNavigate();
  const selects = selection !== undefined;
  const columns = useMemo(
    () => [...(selects ? [selectColumn] : []), ...inboxColumns(filter.box, shown)],
    [selects, filter.box, shown],
  );
  const open = useCallback((task: Task) => void navigate(`/cases/${task.caseId}`), [navigate]);
  const chosen = selection && onSelect && { selection, lines: tasks, onSelect };
  if (narrow) {
    return (
      <Chosen value={chosen}>
        <CardList>
          {tasks.map((task) => (
            <RecordCard
              key={task.id}
              caseId={task.caseId}
              code={task.code}
              title={task.title}
              term={termOf(task)}
              facts={[task.category?.name, task.residentName ?? messages.list.anonymous, stepText(task), task.unit]}
              select={selects && <LineBox task={task} />}
            >
              {filter.box === 'claimable' && <RowAct task={task} box={filter.box} />}
            </RecordCard>
          ))}
        </CardList>
        {children}
      </Chosen>
    );
  }
  return (
    <Chosen value={chosen}>
      <div className="sheet">
        <RecordTable
          caption={messages.box[filter.box]}
          columns={columns}
          rows={tasks}
          rowKey={idOf}
          onOpen={open}
          sort={filter.sort}
          onSort={onSort}
        />
        {children}
      </div>
    </Chosen>
  );
}

// Columns stay the same whatever is selected, so that a press on one box does not draw all lines anew.
const selectColumn: Column<Task> = {
  key: 'select',
  title: messages.inbox.select.column,
  head: <AllBox />,
  width: 40,
  cell: (task) => <LineBox task={task} />,
};

function idOf({ id }: Task): string {
  return id;
}
