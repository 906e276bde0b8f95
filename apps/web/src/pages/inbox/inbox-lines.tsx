import { useMemo, type ReactElement, type ReactNode } from 'react';
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
import { SelectAllBox, SelectBox } from './select-box.js';
import { allToggled, toggled, type Selection } from './selection.js';

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
  const { filter, columns: chosen, onSort, tasks, selection, onSelect, children } = props;
  const narrow = useNarrow();
  const navigate = useNavigate();
  const columns = useMemo(() => inboxColumns(filter.box, chosen), [filter.box, chosen]);
  const ids = tasks.map(({ id }) => id);
  const box = ({ id, code }: Task) =>
    selection && (
      <SelectBox
        code={code}
        selected={selection.ids.has(id)}
        onToggle={(range) => onSelect?.(toggled(selection, ids, id, range))}
      />
    );
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
              select={box(task)}
            >
              {filter.box === 'claimable' && <RowAct task={task} box={filter.box} />}
            </RecordCard>
          ))}
        </CardList>
        {children}
      </>
    );
  }
  const select: Column<Task> | undefined = selection && {
    key: 'select',
    title: messages.inbox.select.column,
    head: (
      <SelectAllBox
        selected={selection.ids.size}
        all={ids.length}
        onToggle={() => onSelect?.(allToggled(selection, ids))}
      />
    ),
    width: 40,
    cell: box,
  };
  return (
    <div className="sheet">
      <RecordTable
        caption={messages.box[filter.box]}
        columns={select ? [select, ...columns] : columns}
        rows={tasks}
        rowKey={(task) => task.id}
        onOpen={(task) => void navigate(`/cases/${task.caseId}`)}
        sort={filter.sort}
        onSort={onSort}
      />
      {children}
    </div>
  );
}
