import type { Light } from './inbox.js';
import type { Step } from './step.js';

/** The light of an open step, by the same rule as `lightSql`: red after its term, yellow from its warning on. */
export function lightOf(step: Pick<Step, 'suspended' | 'warnAt' | 'dueAt'>, now: Date): Light | null {
  if (step.suspended) return 'paused';
  if (!step.dueAt) return null;
  if (now > step.dueAt) return 'red';
  return step.warnAt && now >= step.warnAt ? 'yellow' : 'green';
}
