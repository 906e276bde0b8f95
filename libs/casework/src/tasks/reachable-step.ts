import { parseTaskId } from '@lianban/engine';
import type { AccessService, Principal } from '@lianban/identity';
import type { Database } from '@lianban/platform';
import { taskUnknown } from '../casework.errors.js';
import { mayClaim, poolsOfPrincipal } from './pools.rules.js';
import type { Step } from './step.js';
import { findStep } from './step.sql.js';

/**
 * A step that a person holds or may claim; one that is not theirs looks as if it were not there.
 *
 * @throws permission-missing, task-unknown
 */
export async function reachableStep(
  db: Database,
  access: AccessService,
  principal: Principal,
  taskId: string,
): Promise<Step> {
  access.require(principal, 'task.handle');
  const step = await findStep(db, parseTaskId(taskId));
  const { accountId } = principal;
  const person = { accountId, pools: new Set(poolsOfPrincipal(principal, access)) };
  if (!step || (step.assigneeId !== accountId && !mayClaim(step, person))) throw taskUnknown(taskId);
  return step;
}
