import type { CaseSummary } from '../../api/model.js';
import { CaseTitle } from '../../components/case-title.js';
import { Due, type Term } from '../../components/due.js';
import type { Column } from '../../components/record-table.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.column;

/** The columns of the search. */
export const caseColumns: readonly Column<CaseSummary>[] = [
  { key: 'code', title: words.code, width: 158, cell: (it) => <span className="number">{it.code}</span> },
  {
    key: 'title',
    title: words.title,
    cell: (it) => <CaseTitle caseId={it.id} title={it.title} historic={it.historic} />,
  },
  { key: 'category', title: words.category, width: 100, cell: (it) => it.category?.name ?? messages.list.noCategory },
  { key: 'state', title: words.state, width: 72, cell: (it) => messages.state[it.state] },
  { key: 'level', title: words.level, width: 100, cell: levelText },
  { key: 'unit', title: words.unit, width: 184, cell: (it) => it.unit },
  {
    key: 'receivedAt',
    title: words.receivedAt,
    width: 104,
    cell: (it) => <span className="number">{shortTime(it.receivedAt)}</span>,
  },
  { key: 'due', title: words.dueAt, width: 172, cell: (it) => <Due term={termOf(it)} /> },
];

/** The level that a case has reached. */
export function levelText({ level }: CaseSummary): string | null {
  return level && messages.level[level];
}

/** A closed case has no running term any more. */
export function termOf(it: CaseSummary): Term | null {
  return it.state === 'open' ? it : null;
}
