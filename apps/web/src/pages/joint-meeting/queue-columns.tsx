import { Link } from 'react-router';
import type { QueueItem } from '../../api/model.js';
import { CaseTitle } from '../../components/case-title.js';
import { Due } from '../../components/due.js';
import type { Column } from '../../components/record-table.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.column;

/** The columns of the joint meeting's queue. */
export const queueColumns: readonly Column<QueueItem>[] = [
  { key: 'code', title: words.code, width: 158, cell: (it) => <span className="number">{it.code}</span> },
  { key: 'title', title: words.title, cell: (it) => <CaseTitle caseId={it.caseId} title={it.title} /> },
  {
    key: 'reason',
    title: words.reason,
    width: 120,
    cell: (it) => {
      const reason = it.postponed > 0 ? messages.meeting.postponed(it.reasonName, it.postponed) : it.reasonName;
      return it.scheduled ? words.scheduled(reason) : reason;
    },
  },
  { key: 'unit', title: words.unit, width: 130, cell: (it) => it.unit },
  { key: 'units', title: words.units, width: 200, cell: (it) => it.units.join(messages.marks.list) },
  {
    key: 'queuedAt',
    title: words.queuedAt,
    width: 110,
    cell: (it) => <span className="number">{shortTime(it.queuedAt)}</span>,
  },
  { key: 'due', title: words.dueAt, width: 172, cell: (it) => <Due term={it} /> },
  {
    key: 'act',
    title: words.act,
    width: 72,
    cell: (it) => <Link to={`/cases/${it.caseId}`}>{messages.act.view}</Link>,
  },
];
