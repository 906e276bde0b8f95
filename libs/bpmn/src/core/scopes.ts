import { withdrawStepIncidents } from './incidents.js';
import { fireRestingJoins } from './joins.js';
import { complete } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { withdrawWaits } from './waits.js';

/**
 * Looks at what can only be decided when every token rests: inclusive and complex joins, then scopes without tokens. Returns true
 * when that gave new work.
 */
export function settle(run: Run): boolean {
  if (fireRestingJoins(run)) return true;
  return endEmptyScopes(run);
}

/** A scope in which no token is left is complete (BPMN 2.0 §13.3.4); the process itself likewise. */
function endEmptyScopes(run: Run): boolean {
  const touched = [...run.touchedScopes];
  run.touchedScopes.clear();
  let ended = false;
  for (const scope of touched) {
    if (!run.isLive(scope) || run.hasChildren(scope) || run.draft.arrivals[scope] || endsOtherwise(run, scope))
      continue;
    ended = true;
    if (scope === run.draft.root) endInstance(run);
    else complete(run, scope);
  }
  return ended;
}

/** Loops, ad-hoc sub-processes and scopes opened to be compensated say themselves when they are done. */
function endsOtherwise(run: Run, scope: Key): boolean {
  const { part, phase, elementId } = run.element(scope);
  return part !== undefined || phase === 'leaving' || run.process.nodes.get(elementId)?.type === 'adHocSubProcess';
}

function endInstance(run: Run): void {
  const root = run.element(run.draft.root);
  const variables = root.variables ?? {};
  withdrawWaits(run, run.draft.root);
  withdrawStepIncidents(run);
  run.emit({ type: 'instance-completed', variables });
  if (run.draft.parent) {
    run.effect({ type: 'return-to-caller', parent: run.draft.parent, outcome: { type: 'completed', variables } });
  }
}
