import type { Database, Statement } from '@lianban/platform';

/** Tells all processes that hear the channel. */
export function tellStatement(channel: string, payload: string): Statement {
  return { name: 'casework-tell-news', text: 'SELECT pg_notify($1, $2)', values: [channel, payload] };
}

/** In whose inboxes these cases stand or stood, in the texts by which tasks are offered, see `poolsOfTask`. */
export async function poolsOfCases(db: Database, caseIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ readonly pool: string }>({
    name: 'casework-pools-of-cases',
    text: `WITH step AS (SELECT pools, assignee_id, finished_by FROM casework.step WHERE case_id = ANY($1::uuid[])),
             person AS (
               SELECT assignee_id AS id FROM step UNION SELECT finished_by FROM step
               UNION SELECT registered_by FROM casework.case_file WHERE id = ANY($1)
               UNION SELECT account_id FROM casework.copy WHERE case_id = ANY($1))
           SELECT unnest(pools) AS pool FROM step UNION SELECT 'person:' || id FROM person WHERE id IS NOT NULL`,
    values: [caseIds],
  });
  return rows.map(({ pool }) => pool);
}
