import type { Database, Transaction } from '@lianban/platform';
import type { Rung, RungCode } from './ladder.js';

const columns = 'code, name, active, text, days, times, period_days AS "periodDays", term_days AS "termDays"';

/** Every rung, from the bottom up. */
export async function ladderRungs(db: Database | Transaction): Promise<Rung[]> {
  return await db.query<Rung>({
    name: 'casework-ladder-rungs',
    text: `SELECT ${columns} FROM casework.ladder_rung ORDER BY position`,
  });
}

/** A rung as it is now; the migrations put each of them there, and none is ever deleted. */
export async function rungOf(db: Database, code: RungCode): Promise<Rung> {
  const [rung] = await db.query<Rung>({
    name: 'casework-ladder-rung',
    text: `SELECT ${columns} FROM casework.ladder_rung WHERE code = $1`,
    values: [code],
  });
  if (!rung) throw new Error(`casework.ladder_rung has no "${code}"; expected what the migrations put there`);
  return rung;
}
