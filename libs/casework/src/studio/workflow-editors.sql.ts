import type { Statement } from '@lianban/platform';
import type { DraftOf } from './workflow-draft.sql.js';

/** From when on a sign of life counts, and the moment that is asked about. */
interface Times {
  readonly now: Date;
  readonly aliveSince: Date;
}

/** A sign of life; `entered` when there was none before. */
export function beat({ accountId, key }: DraftOf, { now, aliveSince }: Times): Statement {
  return {
    name: 'casework-workflow-beat',
    text: `WITH before AS (
             SELECT 1 FROM casework.workflow_presence WHERE process_key = $1 AND account_id = $2 AND seen_at > $4)
           INSERT INTO casework.workflow_presence AS kept (process_key, account_id, since, seen_at)
           VALUES ($1, $2, $3, $3)
           ON CONFLICT (process_key, account_id) DO UPDATE
             SET seen_at = excluded.seen_at,
                 since = CASE WHEN kept.seen_at > $4 THEN kept.since ELSE excluded.since END
           RETURNING NOT EXISTS (SELECT 1 FROM before) AS entered`,
    values: [key, accountId, now, aliveSince],
  };
}

export function leave({ accountId, key }: DraftOf): Statement {
  return {
    name: 'casework-workflow-leave',
    text: 'DELETE FROM casework.workflow_presence WHERE process_key = $1 AND account_id = $2 RETURNING since',
    values: [key, accountId],
  };
}

/** All but one person who have a workflow open or a draft of it. */
export function others({ accountId, key }: DraftOf, { now, aliveSince }: Times): Statement {
  return {
    name: 'casework-workflow-others',
    text: `WITH present AS (
             SELECT account_id, since FROM casework.workflow_presence
             WHERE process_key = $1 AND account_id <> $2 AND seen_at > $4),
           drafted AS (
             SELECT account_id, saved_at FROM casework.workflow_draft
             WHERE process_key = $1 AND account_id <> $2 AND expires_at > $3)
           SELECT account.display_name AS name, present.since AS "openSince", drafted.saved_at AS "draftSavedAt"
           FROM present FULL JOIN drafted USING (account_id) JOIN identity.account ON account.id = account_id
           ORDER BY present.since, drafted.saved_at, account.id LIMIT 20`,
    values: [key, accountId, now, aliveSince],
  };
}

/** Accounts of all but one person who have one of these workflows open or a draft of it. */
export function accountsBeside(accountId: string, keys: readonly string[], { now, aliveSince }: Times): Statement {
  return {
    name: 'casework-workflow-beside',
    text: `SELECT account_id AS id FROM casework.workflow_presence
           WHERE process_key = ANY($1::text[]) AND account_id <> $2 AND seen_at > $4
           UNION SELECT account_id FROM casework.workflow_draft
           WHERE process_key = ANY($1) AND account_id <> $2 AND expires_at > $3 LIMIT 150`,
    values: [keys, accountId, now, aliveSince],
  };
}
