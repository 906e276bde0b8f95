import type { Database, Transaction } from '@lianban/platform';
import type { AuditEntry } from './audit-entry.js';

/** An entry as the table has it. */
export interface AuditRow {
  readonly stream: string;
  readonly seq: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly actor_role: string | null;
  readonly actor_unit: string | null;
  readonly on_behalf_of: string | null;
  readonly action: string;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly result: AuditEntry['result'];
  readonly detail: Record<string, unknown>;
  readonly ip: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Entries of a stream in order, after a number, at most `limit`. */
export async function readEntries(
  database: Database,
  { stream, after, limit }: { stream: string; after: number; limit: number },
): Promise<AuditEntry[]> {
  const rows = await database.query<AuditRow>({
    text: 'SELECT * FROM identity.audit_entry WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3',
    values: [stream, after, limit],
  });
  return rows.map(entryOf);
}

/** Entries of all streams about something, the newest first. */
export async function readEntriesAbout(
  database: Database,
  { type, id }: { readonly type: string; readonly id: string },
  { action, limit }: { readonly action: string | undefined; readonly limit: number },
): Promise<AuditEntry[]> {
  const rows = await database.query<AuditRow>({
    name: 'identity-audit-about',
    text: `SELECT * FROM identity.audit_entry WHERE subject_type = $1 AND subject_id = $2
             AND ($3::text IS NULL OR action = $3) ORDER BY at DESC, stream, seq DESC LIMIT $4`,
    values: [type, id, action ?? null, limit],
  });
  return rows.map(entryOf);
}

/** How often an account did something since then, in vain too, but not where it was refused. */
export async function countEntries(
  tx: Transaction,
  { accountId, action, since }: { readonly accountId: string; readonly action: string; readonly since: Date },
): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    name: 'identity-audit-count',
    text: `SELECT count(*)::int AS count FROM identity.audit_entry
           WHERE actor_id = $1 AND at > $3 AND action = $2 AND result <> 'refused'`,
    values: [accountId, action, since],
  });
  return row?.count ?? 0;
}

/** An entry as the trail gives it. */
export function entryOf(row: AuditRow): AuditEntry {
  return {
    stream: row.stream,
    seq: Number(row.seq),
    at: row.at,
    actor:
      row.actor_id === null
        ? null
        : {
            accountId: row.actor_id,
            name: row.actor_name ?? '',
            role: row.actor_role ?? '',
            unit: row.actor_unit ?? '',
          },
    onBehalfOf: row.on_behalf_of,
    action: row.action,
    subject: row.subject_type === null ? null : { type: row.subject_type, id: row.subject_id ?? '' },
    reason: row.reason,
    result: row.result,
    detail: row.detail,
    ip: row.ip,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
