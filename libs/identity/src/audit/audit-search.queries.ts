import type { Database, Statement } from '@lianban/platform';
import type { AuditEntry } from './audit-entry.js';
import { entryOf, type AuditRow } from './audit.queries.js';

/** Which entries are meant; all conditions together. */
export interface AuditFilter {
  /** Name as it stood then, or the id of the account. */
  readonly who?: string | undefined;
  readonly action?: string | undefined;
  readonly result?: AuditEntry['result'] | undefined;
  readonly subject?: { readonly type: string; readonly id: string } | undefined;
  /** An address of a client. */
  readonly ip?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Where a page begins: after this entry. */
export interface AuditPlace {
  readonly at: string;
  readonly stream: string;
  readonly seq: number;
}

/** Entries of all streams, the newest first. */
export async function searchEntries(
  database: Database,
  filter: AuditFilter,
  { before, limit }: { readonly before: AuditPlace | undefined; readonly limit: number },
): Promise<AuditEntry[]> {
  const rows = await database.query<AuditRow>(searchStatement(filter, before, limit));
  return rows.map(entryOf);
}

/** What people did by which name, for a choice: those of the latest entries. */
export async function recentActions(database: Database): Promise<string[]> {
  const rows = await database.query<{ action: string }>({
    name: 'identity-audit-actions',
    text: `SELECT DISTINCT action FROM (
        SELECT action FROM identity.audit_entry ORDER BY at DESC, stream DESC, seq DESC LIMIT 20000) AS recent ORDER BY 1`,
  });
  return rows.map(({ action }) => action);
}

function searchStatement(filter: AuditFilter, before: AuditPlace | undefined, limit: number): Statement {
  const values: unknown[] = [limit];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { who, action, result, subject, ip, from, until } = filter;
  const conditions = [
    ...(who === undefined ? [] : [whoIs(bind(who))]),
    ...(action === undefined ? [] : [`action = ${bind(action)}`]),
    ...(result === undefined ? [] : [`result = ${bind(result)}`]),
    ...(subject ? [`subject_type = ${bind(subject.type)} AND subject_id = ${bind(subject.id)}`] : []),
    ...(ip === undefined ? [] : [`ip = ${bind(ip)}`]),
    ...(from ? [`at >= ${bind(from)}`] : []),
    ...(until ? [`at < ${bind(until)}`] : []),
    ...(before
      ? [`(at, stream, seq) < (${bind(before.at)}::timestamptz, ${bind(before.stream)}, ${bind(before.seq)}::bigint)`]
      : []),
  ];
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return {
    text: `SELECT * FROM identity.audit_entry ${where} ORDER BY at DESC, stream DESC, seq DESC LIMIT $1`,
    values,
  };
}

function whoIs(parameter: string): string {
  return `(actor_name = ${parameter} OR actor_id::text = ${parameter}
    OR actor_id = (SELECT id FROM identity.account WHERE username = ${parameter}))`;
}
