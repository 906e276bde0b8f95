import type { Transaction } from '@lianban/platform';
import type { LadderUnit } from './ladder.js';
import { talkStateWrong, talkUnknown } from './ladder.errors.js';
import type { OutcomeRow, OutcomeTable, Signature } from './outcome.sql.js';
import type { TalkCause, TalkRecord, TalkState } from './talk.js';

/** A talk as the system plans it. */
export interface NewTalk {
  readonly id: string;
  readonly caseId: string;
  readonly unit: LadderUnit;
  readonly cause: TalkCause;
  readonly reason: string;
  readonly at: Date;
  readonly mendBy: string;
}

/** False where the unit is to be talked to already because it was named too often. */
export async function insertTalk(tx: Transaction, talk: NewTalk): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-insert-talk',
    text: `INSERT INTO casework.talk (id, case_id, unit_id, unit_name, cause, reason, planned_at, mend_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
    values: [talk.id, talk.caseId, talk.unit.id, talk.unit.name, talk.cause, talk.reason, talk.at, talk.mendBy],
  });
  return rows.length > 0;
}

/** A talk as it stands, with its unit's path. */
export interface TalkRow extends OutcomeRow {
  readonly cause: TalkCause;
  readonly state: TalkState;
  readonly reason: string;
  readonly plannedAt: Date;
  readonly mendBy: string;
  readonly heldAt: Date | null;
  readonly heldBy: string | null;
  readonly attended: string | null;
  readonly agreed: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly ending: string | null;
}

/** Where talks are kept. */
export const talks: OutcomeTable<TalkRow> = {
  name: 'talk',
  columns: {
    cause: 'cause',
    reason: 'reason',
    plannedAt: 'planned_at',
    mendBy: 'mend_by::text',
    heldAt: 'held_at',
    heldBy: 'held_by_name',
    attended: 'attended',
    agreed: 'agreed',
    endedBy: 'ended_by_name',
    endedAt: 'ended_at',
    ending: 'ending',
  },
  begunAt: 'planned_at',
  mendBy: 'mend_by',
  shown: ['planned', 'held', 'acknowledged', 'mended'],
  told: 'held',
  unknown: talkUnknown,
  stateWrong: talkStateWrong,
};

/** Keeps what came of a talk; false where it was held or dropped before. */
export async function recordTalk(tx: Transaction, id: string, by: Signature, record: TalkRecord): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-record-talk',
    text: `UPDATE casework.talk SET state = 'held', held_at = $4, held_by = $2, held_by_name = $3, attended = $5,
             agreed = $6, mend_by = $7
           WHERE id = $1 AND state = 'planned' RETURNING 1`,
    values: [id, by.id, by.name, record.heldAt, record.attended, record.agreed, record.mendBy],
  });
  return rows.length > 0;
}

/** Ends a talk: what was found is mended, or it was dropped before it was held; false where it does not stand so. */
export async function endTalk(
  tx: Transaction,
  id: string,
  by: Signature,
  { state, ending }: { readonly state: 'mended' | 'dropped'; readonly ending: string },
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-end-talk',
    text: `UPDATE casework.talk SET state = $5, ended_by = $2, ended_by_name = $3, ended_at = $4, ending = $6
           WHERE id = $1 AND state = ANY(CASE WHEN $5 = 'dropped' THEN ARRAY['planned'] ELSE ARRAY['held', 'acknowledged'] END)
           RETURNING 1`,
    values: [id, by.id, by.name, by.at, state, ending],
  });
  return rows.length > 0;
}
