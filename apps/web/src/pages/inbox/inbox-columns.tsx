import { Link } from 'react-router';
import type { Box, Task } from '../../api/model.js';
import { CaseTitle } from '../../components/case-title.js';
import { ClaimButton } from '../../components/claim-button.js';
import { Due, type Term } from '../../components/due.js';
import type { Column } from '../../components/record-table.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.column;

/** The columns of the inbox, in the order that clerks read them; past work is always newest first. */
export function inboxColumns(box: Box): readonly Column<Task>[] {
  const sortable = isSortable(box);
  return [
    { key: 'code', title: words.code, width: 158, cell: (task) => <span className="number">{task.code}</span> },
    { key: 'title', title: words.title, cell: (task) => <CaseTitle caseId={task.caseId} title={task.title} /> },
    {
      key: 'category',
      title: words.category,
      width: 92,
      cell: (task) => task.category?.name ?? messages.list.noCategory,
    },
    { key: 'resident', title: words.resident, width: 68, cell: (task) => task.residentName ?? messages.list.anonymous },
    { key: 'step', title: words.step, width: 110, cell: stepText },
    { key: 'unit', title: words.unit, width: 130, cell: (task) => task.unit },
    {
      key: 'received',
      title: words.receivedAt,
      width: 100,
      sortable,
      direction: 'descending',
      cell: (task) => <span className="number">{shortTime(task.receivedAt)}</span>,
    },
    { key: 'due', title: words.dueAt, width: 150, sortable, cell: (task) => <Due term={termOf(task)} /> },
    { key: 'act', title: words.act, width: 76, cell: (task) => <RowAct task={task} box={box} /> },
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
