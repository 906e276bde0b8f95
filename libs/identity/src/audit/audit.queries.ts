import type { Database } from '@lianban/platform';
import type { AuditEntry } from './audit-entry.js';

interface AuditRow {
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
  return rows.map((row) => entryOf(stream, row));
}

function entryOf(stream: string, row: AuditRow): AuditEntry {
  return {
    stream,
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
