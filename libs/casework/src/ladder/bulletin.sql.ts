import type { Transaction } from '@lianban/platform';
import type { BulletinIssue, BulletinState } from './bulletin.js';
import type { LadderUnit } from './ladder.js';
import { bulletinStateWrong, bulletinUnknown } from './ladder.errors.js';
import type { OutcomeRow, OutcomeTable, Signature } from './outcome.sql.js';

/** A bulletin as the system drafts it. */
export interface NewBulletin {
  readonly id: string;
  readonly caseId: string;
  readonly stage: string;
  readonly unit: LadderUnit;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

export async function insertBulletin(tx: Transaction, draft: NewBulletin): Promise<void> {
  await tx.query({
    name: 'casework-insert-bulletin',
    text: `INSERT INTO casework.bulletin (id, case_id, stage, unit_id, unit_name, title, text, drafted_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [draft.id, draft.caseId, draft.stage, draft.unit.id, draft.unit.name, draft.title, draft.text, draft.at],
  });
}

/** A bulletin as it stands, with its unit's path. */
export interface BulletinRow extends OutcomeRow {
  readonly state: BulletinState;
  readonly title: string;
  readonly text: string;
  readonly draftedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** Where bulletins are kept. */
export const bulletins: OutcomeTable<BulletinRow> = {
  name: 'bulletin',
  columns: {
    title: 'title',
    text: 'text',
    draftedAt: 'drafted_at',
    decidedBy: 'decided_by_name',
    decidedAt: 'decided_at',
    reason: 'reason',
  },
  begunAt: 'drafted_at',
  mendBy: 'NULL::date',
  shown: ['issued', 'acknowledged'],
  told: 'issued',
  unknown: bulletinUnknown,
  stateWrong: bulletinStateWrong,
};

/** Issues a draft in these words, or drops it for a reason; false where it is no draft any more. */
export async function decideBulletin(
  tx: Transaction,
  id: string,
  by: Signature,
  decision: { readonly words: BulletinIssue } | { readonly reason: string },
): Promise<boolean> {
  const words = 'words' in decision ? decision.words : undefined;
  const rows = await tx.query({
    name: 'casework-decide-bulletin',
    text: `UPDATE casework.bulletin SET state = $5, title = coalesce($6, title), text = coalesce($7, text), reason = $8,
             decided_by = $2, decided_by_name = $3, decided_at = $4
           WHERE id = $1 AND state = 'draft' RETURNING 1`,
    values: [
      id,
      by.id,
      by.name,
      by.at,
      words ? 'issued' : 'dropped',
      words?.title ?? null,
      words?.text ?? null,
      'reason' in decision ? decision.reason : null,
    ],
  });
  return rows.length > 0;
}
