import type { Transaction } from '@lianban/platform';
import type { TrailKind } from './trail-entry.js';

/** How many lines of a kind the history of a case has. */
export async function countLines(tx: Transaction, caseId: string, kind: TrailKind): Promise<number> {
  const [row] = await tx.query<{ n: number }>({
    name: 'casework-count-lines',
    text: 'SELECT count(*)::int AS n FROM casework.trail WHERE case_id = $1 AND kind = $2',
    values: [caseId, kind],
  });
  return row?.n ?? 0;
}

/** Whether a term of the case ran out at that very instant. */
export async function hasLapsedAt(tx: Transaction, caseId: string, at: Date): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-lapsed-at',
    text: `SELECT FROM casework.trail WHERE case_id = $1 AND at = $2 AND kind = 'lapsed' LIMIT 1`,
    values: [caseId, at],
  });
  return rows.length > 0;
}
