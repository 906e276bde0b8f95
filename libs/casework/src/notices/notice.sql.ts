import type { Database, Transaction } from '@lianban/platform';
import { kindsForVolunteers, type NoticeDraft, type NoticeKind } from './notice.js';

/** What texts are made of. */
export interface NoticeSource {
  readonly code: string;
  readonly title: string;
  /** Templates by kind and language; a kind that is switched off is missing. */
  readonly templates: Readonly<Partial<Record<NoticeKind, Readonly<Record<string, string>>>>>;
}

export async function noticeSource(tx: Transaction, caseId: string): Promise<NoticeSource | undefined> {
  const [source] = await tx.query<NoticeSource>({
    name: 'casework-notice-source',
    text: `SELECT code, title, (SELECT coalesce(jsonb_object_agg(code, bodies), '{}') FROM (
               SELECT code, jsonb_object_agg(language, body) AS bodies
               FROM casework.notice_kind JOIN casework.notice_template USING (code) WHERE active GROUP BY code) kind) AS templates
             FROM casework.case_file WHERE id = $1`,
    values: [caseId],
  });
  return source;
}

/** Expression: whether an account may read cases. */
function mayReadCases(account: string): string {
  return `EXISTS (SELECT FROM identity.role_grant held JOIN identity.role ON role.code = held.role_code
          WHERE held.account_id = ${account} AND held.revoked_at IS NULL AND 'case.read' = ANY(role.permissions))`;
}

/** A draft with its text in each language. */
export type WrittenNotice = Pick<NoticeDraft, 'kind' | 'units' | 'above' | 'accounts' | 'once'> & {
  readonly texts: Readonly<Record<string, string>>;
};

/**
 * Writes one notice for each person that a draft reaches, in their language, but for who did it and who steps aside from
 * the case. Only who may read cases is told: volunteers may not, and hear but of what is made for them. Answers with whom
 * it told.
 */
export async function insertNotices(
  tx: Transaction,
  { caseId, at, except, notices }: { caseId: string; at: Date; except: string | undefined; notices: WrittenNotice[] },
): Promise<readonly string[]> {
  const told = await tx.query<{ readonly accountId: string }>({
    name: 'casework-insert-notices',
    text: `WITH draft AS (
        SELECT * FROM jsonb_to_recordset($1::jsonb)
          AS draft(kind text, texts jsonb, units text[], above text[], accounts uuid[], once text)),
      place AS (
        SELECT kind, texts, once, unnest(units) AS unit_id FROM draft
        UNION SELECT draft.kind, texts, once, unit.parent_id FROM draft JOIN organisation.unit ON unit.id = ANY(above)),
      receiver AS (
        SELECT kind, texts, once, member.account_id FROM place JOIN organisation.membership member USING (unit_id)
        WHERE member.valid_from <= $3 AND (member.valid_to IS NULL OR member.valid_to > $3)
        UNION SELECT kind, texts, once, unnest(accounts) FROM draft)
      INSERT INTO casework.notice (id, account_id, case_id, kind, text, once, at)
      SELECT gen_random_uuid(), receiver.account_id, $2, kind, coalesce(texts ->> language, texts ->> 'zh-CN'), once, $3
      FROM receiver LEFT JOIN casework.notice_address address USING (account_id)
      WHERE receiver.account_id IS DISTINCT FROM $4
        AND (kind = ANY($5) OR ${mayReadCases('receiver.account_id')})
        AND NOT EXISTS (SELECT FROM casework.recusal WHERE case_id = $2 AND recusal.account_id = receiver.account_id)
      ON CONFLICT DO NOTHING RETURNING account_id AS "accountId"`,
    values: [JSON.stringify(notices), caseId, at, except ?? null, kindsForVolunteers],
  });
  return told.map(({ accountId }) => accountId);
}

/** Steps that a person holds who may be told of them, and was not yet told that they run out soon. */
export async function dueSoon(
  db: Database,
  now: Date,
  limit: number,
): Promise<readonly { readonly instanceId: string; readonly key: number }[]> {
  return await db.query({
    name: 'casework-due-soon',
    text: `SELECT step.instance_id AS "instanceId", step.key FROM casework.step
           WHERE state = 'open' AND assignee_id IS NOT NULL AND NOT suspended AND warn_at <= $1 AND due_sort > $1
             AND ${mayReadCases('assignee_id')}
             AND NOT EXISTS (SELECT FROM casework.notice WHERE account_id = assignee_id
               AND once = 'due:' || instance_id || ':' || key || ':' || to_char(due_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MI'))
           LIMIT $2`,
    values: [now, limit],
  });
}
