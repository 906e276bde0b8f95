import { triggersOf } from '../model/trigger.js';
import { Failure } from './failure.js';
import { happen } from './happen.js';
import { raiseIncident } from './incidents.js';
import type { Run } from './run.js';
import type { ConditionState } from './state.js';
import { valueAt } from './variables.js';

/**
 * Looks at the conditions that are waited for, when variables have changed. A conditional event happens when its
 * condition becomes true (BPMN 2.0 §10.5.5), also when it is true already as the waiting begins.
 */
export function triggerConditions(run: Run): void {
  if (!run.variablesChanged || run.draft.suspendedAt !== undefined) return;
  run.variablesChanged = false;
  for (const { key } of Object.values(run.draft.conditions)) {
    const condition = run.draft.conditions[key];
    if (condition && run.draft.elements[condition.owner]?.phase !== 'leaving') look(run, condition);
  }
}

function look(run: Run, condition: ConditionState): void {
  const { key, owner, elementId } = condition;
  const holds = valueOf(run, condition);
  if (holds === undefined || holds === condition.holds) return;
  run.emit({ type: 'condition-changed', key, holds });
  if (!holds) return;
  run.emit({ type: 'condition-triggered', key, owner, elementId });
  happen(run, { kind: 'conditions', key, owner, elementId }, {});
}

/** Undefined when it cannot be computed; that holds the owner as an incident. */
function valueOf(run: Run, { owner, elementId, trigger }: ConditionState): boolean | undefined {
  const node = run.node(elementId);
  const definition = 'trigger' in node ? triggersOf(node.trigger)[trigger] : undefined;
  if (definition?.type !== 'conditional') return undefined;
  try {
    return valueAt(run, owner, definition.condition, 'condition-failed') === true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // An incident that holds the owner already must not be lost; the condition is looked at again after it.
    if (run.element(owner).incident === undefined) raiseIncident(run, owner, error);
    return undefined;
  }
}
