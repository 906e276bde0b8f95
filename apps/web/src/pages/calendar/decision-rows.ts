import type { DayDecision } from '../../api/model.js';

/** What a table of days says: the decisions, and the lines that nobody understands, from 1. */
export interface ReadDecisions {
  readonly decisions: readonly DayDecision[];
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const works = /^(?:班|上班|补班|调休上班|工作日)$/u;
const rests = /^(?:休|放假|休息|休息日|节假日)$/u;

/**
 * Reads the days of a notice from a table: day, 班 or 休, and why. Heads and other lines without a day are left to the
 * reader, of a day that is named twice the later line counts.
 */
export function decisionsOf(rows: readonly (readonly string[])[]): ReadDecisions {
  const decisions = new Map<string, DayDecision>();
  const unread: { line: number; text: string }[] = [];
  rows.forEach((row, index) => {
    const [date, kind, name] = [dayOf(row[0] ?? ''), (row[1] ?? '').trim(), (row[2] ?? '').trim().slice(0, 50)];
    const working = works.test(kind) ? true : rests.test(kind) ? false : undefined;
    if (date === undefined || working === undefined) unread.push({ line: index + 1, text: row.join(' ').trim() });
    else decisions.set(date, { date, working, name: name ?? '' });
  });
  const inOrder = [...decisions.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { decisions: inOrder, unread };
}

/** `2027-1-1`, `2027/01/01` and `2027年1月1日` as 2027-01-01; undefined where there is no such day. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}
