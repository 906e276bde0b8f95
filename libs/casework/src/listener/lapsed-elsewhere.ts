import type { StepRecord } from '@lianban/engine';
import type { Transaction } from '@lianban/platform';
import { lastStepOfTerm } from '../tasks/step.sql.js';
import type { Step } from '../tasks/step.js';
import { lapsedScopes, type EndedStep } from './step-changes.rules.js';

/**
 * Tasks that were finished, but whose clock ran out while somebody else had the case under it: a department's, while the
 * street reviews what it returned. Who let the term lapse is told as if they still had the case.
 */
export async function lapsedElsewhere(
  tx: Transaction,
  record: StepRecord,
  open: readonly Step[],
): Promise<EndedStep[]> {
  const lapsed: EndedStep[] = [];
  for (const key of lapsedScopes(record, open)) {
    const step = await lastStepOfTerm(tx, { instanceId: record.instanceId, key });
    if (!step) continue;
    const { instanceId } = step;
    lapsed.push({ step, end: { instanceId, key: step.key, state: 'lapsed', at: record.at } });
  }
  return lapsed;
}
