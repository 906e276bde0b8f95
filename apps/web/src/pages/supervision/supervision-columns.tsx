import { Link } from 'react-router';
import type { SupervisionOrder } from '../../api/model.js';
import { CaseTitle } from '../../components/case-title.js';
import type { Column } from '../../components/record-table.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.column;

/** How an order stands, in the words of the screen. */
export function supervisionState({ state }: SupervisionOrder): string {
  return messages.side.state[state];
}

/** Until when an order that is not closed must be answered; a card has no column for it. */
export function answerTerm({ dueAt, endedAt }: SupervisionOrder): string | null {
  return dueAt && !endedAt ? messages.side.dueAt(shortTime(dueAt)) : null;
}

/** The columns of the list of supervision orders. */
export const supervisionColumns: readonly Column<SupervisionOrder>[] = [
  { key: 'code', title: words.code, width: 158, cell: (it) => <span className="number">{it.code}</span> },
  { key: 'title', title: words.title, cell: (it) => <CaseTitle caseId={it.caseId} title={it.title} /> },
  { key: 'trigger', title: words.trigger, width: 150, cell: (it) => it.trigger },
  { key: 'unit', title: words.unit, width: 150, cell: (it) => it.unit },
  {
    key: 'askedAt',
    title: words.askedAt,
    width: 110,
    cell: (it) => <span className="number">{shortTime(it.askedAt)}</span>,
  },
  {
    key: 'answerBy',
    title: words.answerBy,
    width: 110,
    cell: (it) => it.dueAt && <span className="number">{shortTime(it.dueAt)}</span>,
  },
  { key: 'state', title: words.state, width: 110, cell: supervisionState },
  {
    key: 'act',
    title: words.act,
    width: 72,
    cell: (it) => <Link to={`/cases/${it.caseId}`}>{messages.act.view}</Link>,
  },
];
