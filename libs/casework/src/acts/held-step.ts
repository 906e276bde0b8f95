import { taskIdOf } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { isUuid, type Transaction } from '@lianban/platform';
import { caseUnknown, taskNotHeld } from '../casework.errors.js';
import { isBeside } from '../sides/side-process.sql.js';
import type { Step } from '../tasks/step.js';
import { openStepsOfCase } from '../tasks/step.sql.js';

/**
 * The open task of the case that the person holds: the named one, or the only one.
 *
 * @throws case-unknown, task-not-held
 */
export async function heldStep(
  tx: Transaction,
  principal: Principal,
  caseId: string,
  task: string | undefined,
): Promise<Step> {
  if (!isUuid(caseId)) throw caseUnknown(caseId);
  const open = await openStepsOfCase(tx, caseId);
  const mine = open.filter(({ assigneeId }) => assigneeId === principal.accountId);
  const named = task === undefined ? mine : mine.filter((step) => taskIdOf(step.instanceId, step.key) === task);
  const [only, another] = named;
  if (!only || another) throw taskNotHeld(mine.map((step) => taskIdOf(step.instanceId, step.key)));
  return only;
}

/** As {@link heldStep}, and a task of the case's own way: no helper's, no order's. @throws case-unknown, task-not-held */
export async function heldOwnStep(
  tx: Transaction,
  principal: Principal,
  caseId: string,
  task: string | undefined,
): Promise<Step> {
  const step = await heldStep(tx, principal, caseId, task);
  if (await isBeside(tx, step.instanceId)) throw taskNotHeld([]);
  return step;
}
