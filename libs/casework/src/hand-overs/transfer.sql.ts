import type { Transaction } from '@lianban/platform';
import type { Step } from '../tasks/step.js';

/** Who is to have a task; what is absent stays, but for who holds it. */
export interface Receiver {
  /** Absent: nobody yet. */
  readonly person?: { readonly id: string; readonly name: string; readonly at: Date };
  readonly unit?: { readonly id: string; readonly name: string };
  readonly pools?: readonly string[];
}

/**
 * Hands over a task that is still open, held and placed as it was when it was looked at, to nobody who steps aside from
 * the case; says whether it did.
 */
export async function handOver(tx: Transaction, step: Step, to: Receiver): Promise<boolean> {
  const { person, pools = step.pools } = to;
  const unit = to.unit ?? { id: step.unitId, name: step.unitName };
  const rows = await tx.query({
    name: 'casework-hand-over',
    text: `UPDATE casework.step SET assignee_id = $4, assignee_name = $5, unit_id = $6, unit_name = $7, pools = $8,
             claimed_at = coalesce(claimed_at, $9)
           WHERE instance_id = $1 AND key = $2 AND state = 'open' AND assignee_id IS NOT DISTINCT FROM $3
             AND unit_id IS NOT DISTINCT FROM $10
             AND NOT casework.is_recused(case_id, $4) RETURNING key`,
    values: [
      step.instanceId,
      step.key,
      step.assigneeId,
      person?.id ?? null,
      person?.name ?? null,
      unit.id,
      unit.name,
      pools,
      person?.at ?? null,
      step.unitId,
    ],
  });
  return rows.length > 0;
}
