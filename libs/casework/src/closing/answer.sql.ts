import type { Database, Transaction } from '@lianban/platform';
import { openResident } from '../sealing/resident.sql.js';
import type { SideKind } from '../sides/side-process.js';

/** A way in which matters are settled (处置方式). */
export interface Disposition {
  readonly code: string;
  readonly name: string;
  /** Key of the process that goes on beside the case from then on. */
  readonly followUp: SideKind | null;
}

/** Those in use, in the order of the screen. */
export async function dispositions(db: Database | Transaction): Promise<Disposition[]> {
  return await db.query<Disposition>({
    name: 'casework-dispositions',
    text: 'SELECT code, name, follow_up AS "followUp" FROM casework.disposition WHERE active ORDER BY position, code',
  });
}

/** The telephone of the resident, unmasked: it must not leave the lib. */
export async function residentPhone(tx: Transaction, caseId: string): Promise<string | null> {
  const [row] = await tx.query<{ phone: string | null }>({
    name: 'casework-resident-phone',
    text: 'SELECT resident_phone AS phone FROM casework.case_file WHERE id = $1',
    values: [caseId],
  });
  return row ? openResident(tx, caseId, { name: null, phone: row.phone }).phone : null;
}

/** Keeps how a matter was settled; each answer is kept for statistics, an earlier reply until there is another. */
export async function keepAnswer(
  tx: Transaction,
  caseId: string,
  answer: {
    readonly disposition: string;
    readonly reply: string | undefined;
    readonly unitId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    name: 'casework-keep-answer',
    text: `WITH kept AS (
             INSERT INTO casework.answer (case_id, at, unit_id, disposition_code) VALUES ($1, $4, $5, $2))
           UPDATE casework.case_file SET disposition_code = $2, reply = coalesce($3, reply) WHERE id = $1`,
    values: [caseId, answer.disposition, answer.reply ?? null, answer.at, answer.unitId],
  });
}

/** Whether a process of this kind goes on beside the case; the caller has written to the case, so nobody else begins one meanwhile. */
export async function isFollowedUp(tx: Transaction, caseId: string, kind: SideKind): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-is-followed-up',
    text: 'SELECT FROM casework.side_process WHERE case_id = $1 AND kind = $2 AND ended_at IS NULL',
    values: [caseId, kind],
  });
  return rows.length > 0;
}
