import type { ContactTermRow } from './term-ledger.sql.js';
import type { CountedTerm, TermEntry } from './term-ledger.js';

/** The term of the first contact as a ledger; it never stops, so it has a start and an end alone. */
export function contactTermOf(row: ContactTermRow, now: Date): CountedTerm | undefined {
  if (row.dueAt === null || row.since === null) return undefined;
  const dueAt = row.dueAt.toISOString();
  const inTime = row.contactedAt !== null && row.contactedAt <= row.dueAt;
  const lapsed = !inTime && now > row.dueAt;
  const line = (act: TermEntry['act'], at: Date): TermEntry => ({
    ...{ act, at: at.toISOString(), dueAt },
    ...{ actor: null, reason: null, by: null, dueAtBefore: null },
  });
  return {
    elementId: '',
    duration: row.duration,
    calendarId: row.calendarId,
    startedAt: row.since.toISOString(),
    warnAt: null,
    dueAt,
    state: inTime ? 'met' : lapsed ? 'lapsed' : 'running',
    endedAt: inTime ? (row.contactedAt?.toISOString() ?? null) : lapsed ? dueAt : null,
    entries: [
      line('started', row.since),
      ...(lapsed ? [line('lapsed', row.dueAt)] : []),
      ...(row.contactedAt && inTime ? [line('met', row.contactedAt)] : []),
    ],
  };
}
