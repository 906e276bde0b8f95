import type { Transaction } from '@lianban/platform';
import { acceptedFrom } from '../hand-overs/acceptance.sql.js';
import type { StepId } from './step.js';

/**
 * Gives an open step to a person who may claim it, nobody having it or, in the units where they work, somebody for whom
 * they stand in; one statement, so only one of two gets it.
 */
export async function claimStep(
  tx: Transaction,
  id: StepId,
  person: { readonly id: string; readonly name: string; readonly at: Date },
  from: { readonly pools: readonly string[]; readonly absent: readonly string[] },
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-claim',
    text: `WITH taken AS (UPDATE casework.step SET assignee_id = $3, assignee_name = $4,
             claimed_at = coalesce(claimed_at, $7)
           WHERE instance_id = $1 AND key = $2 AND state = 'open' AND NOT casework.is_recused(case_id, $3)
             AND (assignee_id IS NULL AND pools && $5::text[]
               OR assignee_id = ANY($6::uuid[]) AND (unit_id IS NULL OR 'unit:' || unit_id = ANY($5)))
           RETURNING step.*), ${acceptedFrom('taken')} SELECT key FROM taken`,
    values: [id.instanceId, id.key, person.id, person.name, from.pools, from.absent, person.at],
  });
  return rows.length > 0;
}

/** Takes an open step from the person who holds it; false when it is not theirs. */
export async function releaseStep(tx: Transaction, id: StepId, accountId: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-release',
    text: `UPDATE casework.step SET assignee_id = NULL, assignee_name = NULL
           WHERE instance_id = $1 AND key = $2 AND state = 'open' AND assignee_id = $3 RETURNING key`,
    values: [id.instanceId, id.key, accountId],
  });
  return rows.length > 0;
}
