import { createHash } from 'node:crypto';
import type { AuditEntry, UnsealedEntry } from './audit-entry.js';

/** Hash before the first entry of a stream. */
export const genesis = 'sha256:0';

/** Hash of an entry, which covers every field and the hash before it. The prefix names the algorithm (SM3 may follow). */
export function sealOf(entry: UnsealedEntry): string {
  const { stream, seq, at, actor, onBehalfOf, action, subject, reason, result, detail, ip, previousHash } = entry;
  const covered = {
    stream,
    seq,
    at: at.toISOString(),
    actor,
    onBehalfOf,
    action,
    subject,
    reason,
    result,
    detail,
    ip,
    previousHash,
  };
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(plain(covered)))
    .digest('hex')}`;
}

/** What is wrong with an entry that should follow `previous`; undefined when the chain holds. */
export function breakOf(entry: AuditEntry, previous: { seq: number; hash: string }): string | undefined {
  if (entry.seq !== previous.seq + 1) return `expected entry ${previous.seq + 1}, found ${entry.seq}`;
  if (entry.previousHash !== previous.hash) return 'it does not follow the entry before it';
  if (entry.hash !== sealOf(entry)) return 'its content was changed';
  return undefined;
}

/**
 * The same value as PostgreSQL gives it back from jsonb: keys sorted, no undefined, no NUL and no half surrogates (it
 * stores neither). Without this an honest entry would not verify.
 */
export function plain(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [storable(key), plain(item)] as const)
    .filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD'), 'utf8').toString('utf8');
}
