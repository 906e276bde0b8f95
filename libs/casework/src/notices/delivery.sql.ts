import { sealedRow, type Transaction } from '@lianban/platform';
import { openResident } from '../sealing/resident.sql.js';
import { sealedDelivery } from '../sealing/sealed-tables.js';
import type { NoticeChannel } from './delivery.js';
import type { NoticeLanguage } from './template.js';

/** A number that somebody left beside the cases; it is forgotten once nothing is to be sent to it. */
export interface LeftNumber {
  /** Id of what it was left for, e.g. a booking. */
  readonly forId: string;
  readonly phone: string;
}

/** Something that is to be sent, before it has its place in the outbox. */
export interface NewDelivery {
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly kind: string;
  /** Who gets it: somebody of the staff, the resident of a case, or a number left for something else. */
  readonly accountId?: string;
  readonly caseId?: string;
  readonly left?: LeftNumber;
  readonly notices?: readonly string[];
  readonly text?: string;
}

type Connection = Pick<Transaction, 'query' | 'fields'>;

/** Keeps a delivery, waiting. */
export async function insertDelivery(tx: Transaction, delivery: NewDelivery, at: Date): Promise<void> {
  const { id, channel, kind, accountId, caseId, left, notices = [], text } = delivery;
  const sealed = left && sealedRow(tx.fields, sealedDelivery, id, { phone: left.phone });
  await tx.query({
    name: 'casework-insert-delivery',
    text: `INSERT INTO casework.delivery (id, channel, kind, account_id, case_id, notices, text, at, state, left_for, phone,
             sealed_with)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, $11)`,
    values: [
      id,
      channel,
      kind,
      accountId ?? null,
      caseId ?? null,
      notices,
      text ?? null,
      at,
      left?.forId ?? null,
      sealed?.phone ?? null,
      sealed?.sealed_with ?? null,
    ],
  });
}

/** Gives what waits to the caller, who puts it into the outbox; `time` says how often it was put there. */
export async function takeWaiting(
  tx: Transaction,
  { ids, channels, limit }: { ids?: readonly string[]; channels: readonly NoticeChannel[]; limit: number },
): Promise<readonly { readonly id: string; readonly channel: NoticeChannel; readonly time: number }[]> {
  return await tx.query({
    name: 'casework-take-waiting-deliveries',
    text: `UPDATE casework.delivery SET state = 'queued', queued = queued + 1 WHERE id IN (
             SELECT id FROM casework.delivery WHERE state = 'waiting' AND ($1::uuid[] IS NULL OR id = ANY($1))
               AND channel = ANY($2) ORDER BY at LIMIT $3 FOR UPDATE SKIP LOCKED)
           RETURNING id, channel, queued AS time`,
    values: [ids ?? null, channels, limit],
  });
}

/** A delivery in somebody's hands, with what is known of who gets it. */
export interface HeldDelivery {
  readonly channel: NoticeChannel;
  readonly accountId: string | null;
  readonly notices: readonly string[];
  readonly text: string | null;
  readonly language: NoticeLanguage;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly wecom: string | null;
  /** Of the resident, where the case is theirs and they still want to hear of it; or the number that was left. */
  readonly residentPhone: string | null;
}

/** Takes a delivery in hand, unless it is in somebody else's or done. */
export async function holdDelivery(
  db: Connection,
  { id, now, until }: { id: string; now: Date; until: Date },
): Promise<HeldDelivery | undefined> {
  const [held] = await db.query<HeldDelivery & { readonly caseId: string | null; readonly leftPhone: string | null }>({
    name: 'casework-hold-delivery',
    text: `WITH held AS (
             UPDATE casework.delivery SET attempts = attempts + 1, tried_at = $2, busy_until = $3
             WHERE id = $1 AND state = 'queued' AND (busy_until IS NULL OR busy_until <= $2) RETURNING *)
           SELECT channel, held.account_id AS "accountId", notices, held.text, coalesce(language, 'zh-CN') AS language,
             mail, address.phone, wecom, file.id AS "caseId", file.resident_phone AS "residentPhone", held.phone AS "leftPhone"
           FROM held LEFT JOIN casework.notice_address address ON address.account_id = held.account_id
             LEFT JOIN casework.case_file file ON file.id = held.case_id AND file.sms_consent`,
    values: [id, now, until],
  });
  if (!held) return undefined;
  const { caseId, leftPhone, residentPhone: phone, ...delivery } = held;
  const own = caseId === null ? null : openResident(db, caseId, { name: null, phone }).phone;
  const left = db.fields.open({ table: sealedDelivery.name, column: 'phone', row: id }, leftPhone);
  return { ...delivery, residentPhone: own ?? left };
}

/** Lays a delivery down again. What it said is forgotten once nobody needs it any more. */
export async function layDown(
  db: Connection,
  id: string,
  { state, error, to }: { readonly state: string; readonly error?: string; readonly to?: string },
): Promise<void> {
  await db.query({
    name: 'casework-lay-down-delivery',
    text: `UPDATE casework.delivery SET state = $2, error = left($3, 500), to_masked = coalesce($4, to_masked),
             busy_until = NULL, text = CASE WHEN $2 = 'queued' THEN text END,
             phone = CASE WHEN $2 = 'queued' THEN phone END
           WHERE id = $1`,
    values: [id, state, error ?? null, to ?? null],
  });
}

/** Leaves a delivery for the end of the quiet hours, unless somebody has it in hand. */
export async function letWait(db: Connection, id: string, now: Date): Promise<void> {
  await db.query({
    name: 'casework-let-delivery-wait',
    text: `UPDATE casework.delivery SET state = 'waiting' WHERE id = $1 AND state = 'queued'
             AND (busy_until IS NULL OR busy_until <= $2)`,
    values: [id, now],
  });
}

/** How a delivery stands; undefined where it was forgotten. */
export async function stateOfDelivery(db: Connection, id: string): Promise<{ readonly state: string } | undefined> {
  const [row] = await db.query<{ state: string }>({
    name: 'casework-delivery-state',
    text: 'SELECT state FROM casework.delivery WHERE id = $1',
    values: [id],
  });
  return row;
}
