import type { Database, Transaction } from '@lianban/platform';
import { versionOf } from '../reference/reference-history.service.js';
import type { Rung } from './ladder.js';

/** Name of the rungs among what administrators edit. */
export const rungList = 'ladder-rung';

const columns = `code, name, active, text, days, times, period_days AS "periodDays", term_days AS "termDays",
  ${versionOf(`'${rungList}'`, 'ladder_rung.code')} AS version`;

/** Every rung, from the bottom up. */
export async function ladderRungs(db: Database | Transaction): Promise<Rung[]> {
  return await db.query<Rung>({
    name: 'casework-ladder-rungs',
    text: `SELECT ${columns} FROM casework.ladder_rung ORDER BY position`,
  });
}

/** A rung as it is now. */
export async function findRung(db: Database | Transaction, code: string): Promise<Rung | undefined> {
  const [rung] = await db.query<Rung>({
    name: 'casework-ladder-rung',
    text: `SELECT ${columns} FROM casework.ladder_rung WHERE code = $1`,
    values: [code],
  });
  return rung;
}

export async function updateRung(tx: Transaction, rung: Rung): Promise<void> {
  await tx.query({
    name: 'casework-ladder-update-rung',
    text: `UPDATE casework.ladder_rung SET active = $2, text = $3, days = $4, times = $5, period_days = $6, term_days = $7
           WHERE code = $1`,
    values: [rung.code, rung.active, rung.text, rung.days, rung.times, rung.periodDays, rung.termDays],
  });
}
