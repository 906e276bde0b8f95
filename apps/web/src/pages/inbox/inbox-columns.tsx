import { Link } from 'react-router';
import type { Box, Task } from '../../api/model.js';
import { CaseTitle } from '../../components/case-title.js';
import { ClaimButton } from '../../components/claim-button.js';
import { Due } from '../../components/due.js';
import type { Column } from '../../components/record-table.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.column;

/** The columns of the inbox, in the order that clerks read them. */
export function inboxColumns(box: Box): readonly Column<Task>[] {
  return [
    { key: 'code', title: words.code, width: 150, cell: (task) => <span className="number">{task.code}</span> },
    { key: 'title', title: words.title, cell: (task) => <CaseTitle caseId={task.caseId} title={task.title} /> },
    { key: 'category', title: words.category, width: 96, cell: (task) => task.category?.name ?? messages.list.noCategory },
    { key: 'resident', title: words.resident, width: 68, cell: (task) => task.residentName ?? messages.list.anonymous },
    { key: 'step', title: words.step, width: 110, cell: (task) => task.step },
    { key: 'unit', title: words.unit, width: 130, cell: (task) => task.unit },
    {
      key: 'received',
      title: words.receivedAt,
      width: 100,
      sortable: true,
      direction: 'descending',
      cell: (task) => <span className="number">{shortTime(task.receivedAt)}</span>,
    },
    { key: 'due', title: words.dueAt, width: 150, sortable: true, cell: (task) => <Due term={task} /> },
    { key: 'act', title: words.act, width: 84, cell: (task) => <RowAct task={task} box={box} /> },
  ];
}

/** What can be done with a row without opening it. */
export function RowAct({ task, box }: { task: Task; box: Box }) {
  if (box === 'claimable') return <ClaimButton taskId={task.id} code={task.code} size="small" />;
  return <Link to={`/cases/${task.caseId}`}>{box === 'todo' ? messages.act.handle : messages.act.view}</Link>;
}
