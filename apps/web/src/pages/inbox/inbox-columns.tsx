import { Link } from 'react-router';
import type { Box, InboxLook, Task } from '../../api/model.js';
import { CaseTitle } from '../../components/case-title.js';
import { ClaimButton } from '../../components/claim-button.js';
import { Due, type Term } from '../../components/due.js';
import type { Column } from '../../components/record-table.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { columnKeys, usualColumns, type ColumnKey } from './box-look.js';

const words = messages.column;

/** What the columns that can be chosen are called. */
export const columnNames: Readonly<Record<ColumnKey, string>> = {
  code: words.code,
  title: words.title,
  category: words.category,
  resident: words.resident,
  channel: messages.inbox.columns.channel,
  step: words.step,
  unit: words.unit,
  assignee: messages.inbox.columns.assignee,
  received: words.receivedAt,
  due: words.dueAt,
};

const cells: Readonly<Record<ColumnKey, Pick<Column<Task>, 'width' | 'direction' | 'cell'>>> = {
  code: { width: 158, cell: (task) => <span className="number">{task.code}</span> },
  title: { cell: (task) => <CaseTitle caseId={task.caseId} title={task.title} /> },
  category: { width: 92, cell: (task) => task.category?.name ?? messages.list.noCategory },
  resident: { width: 92, cell: (task) => task.residentName ?? messages.list.anonymous },
  channel: { width: 92, cell: (task) => task.channel },
  step: { width: 110, cell: stepText },
  unit: { width: 130, cell: (task) => task.unit },
  assignee: { width: 76, cell: (task) => task.assignee },
  received: {
    width: 100,
    direction: 'descending',
    cell: (task) => <span className="number">{shortTime(task.receivedAt)}</span>,
  },
  due: { width: 150, cell: (task) => <Due term={termOf(task)} /> },
};

const sorts: ReadonlySet<ColumnKey> = new Set(['code', 'received', 'due']);

/** The columns of the inbox that one wants, in the order that clerks read them; past work is always newest first. */
export function inboxColumns(box: Box, chosen: InboxLook['columns']): readonly Column<Task>[] {
  const shown = new Set<ColumnKey>(chosen ?? usualColumns).add('title');
  return [
    ...columnKeys
      .filter((key) => shown.has(key))
      .map((key) => ({ key, title: columnNames[key], sortable: sorts.has(key) && isSortable(box), ...cells[key] })),
    { key: 'act', title: words.act, width: 84, cell: (task: Task) => <RowAct task={task} box={box} /> },
  ];
}

/** Only what is still to be done can be put in another order. */
export function isSortable(box: Box): boolean {
  return box === 'todo' || box === 'claimable';
}

/** The step at which the case stands, or that it is over. */
export function stepText(task: Task): string {
  return task.step ?? messages.state[task.state];
}

/** A case that is over has no running term any more. */
export function termOf(task: Task): Term | null {
  return task.state === 'open' || task.completedAt ? task : null;
}

/** What can be done with a row without opening it. */
export function RowAct({ task, box }: { task: Task; box: Box }) {
  if (box === 'claimable') return <ClaimButton taskId={task.id} code={task.code} size="small" />;
  return <Link to={`/cases/${task.caseId}`}>{box === 'todo' ? messages.act.handle : messages.act.view}</Link>;
}
