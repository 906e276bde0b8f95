import type { Statement } from '@lianban/platform';
import type { WorkflowDraft } from './workflow-draft.js';

/** A row of `casework.workflow_draft`. */
export interface DraftRow {
  readonly name: string;
  readonly basedOn: number;
  readonly files: unknown;
  readonly revision: number;
  readonly savedAt: Date;
}

/** Whose draft of which workflow. */
export interface DraftOf {
  readonly accountId: string;
  readonly key: string;
}

export function ownDraft({ accountId, key }: DraftOf, now: Date): Statement {
  return {
    name: 'casework-workflow-draft',
    text: `SELECT name, based_on AS "basedOn", files, revision, saved_at AS "savedAt" FROM casework.workflow_draft
           WHERE account_id = $1 AND process_key = $2 AND expires_at > $3`,
    values: [accountId, key, now],
  };
}

/** One more than `limit` tells that there are more. */
export function ownDrafts(accountId: string, now: Date, paging: { readonly limit: number; readonly after: string }) {
  return {
    name: 'casework-workflow-drafts',
    text: `SELECT process_key AS key, name, based_on AS "basedOn", saved_at AS "savedAt" FROM casework.workflow_draft
           WHERE account_id = $1 AND process_key > $2 AND expires_at > $3 ORDER BY process_key LIMIT $4`,
    values: [accountId, paging.after, now, paging.limit + 1],
  };
}

/**
 * Puts a draft in the place of the one of the revision that its writer knows; no row where it is another by now.
 * A revision that was given up or has expired begins anew.
 */
export function putDraft(of: DraftOf, draft: WorkflowDraft, times: { readonly now: Date; readonly until: Date }) {
  return {
    name: 'casework-put-workflow-draft',
    text: `INSERT INTO casework.workflow_draft AS kept
             (account_id, process_key, name, based_on, files, revision, saved_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6::int + 1, $7, $8)
           ON CONFLICT (account_id, process_key) DO UPDATE
             SET name = excluded.name, based_on = excluded.based_on, files = excluded.files,
                 revision = excluded.revision, saved_at = excluded.saved_at, expires_at = excluded.expires_at
             WHERE kept.revision = $6 OR kept.expires_at <= $7
           RETURNING revision, (xmax = 0) AS begun`,
    values: [
      ...[of.accountId, of.key, draft.name, draft.basedOn, JSON.stringify(draft.files), draft.revision],
      ...[times.now, times.until],
    ],
  };
}

export function dropDrafts(accountId: string, keys: readonly string[]): Statement {
  return {
    name: 'casework-drop-workflow-drafts',
    text: `DELETE FROM casework.workflow_draft WHERE account_id = $1 AND process_key = ANY($2::text[])
           RETURNING process_key AS key`,
    values: [accountId, keys],
  };
}
