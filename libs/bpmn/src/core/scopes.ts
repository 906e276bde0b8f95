import { withdrawStepIncidents } from './incidents.js';
import { activate, complete } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/**
 * Looks at what can only be decided when every token rests: inclusive joins, then scopes without tokens. Returns true
 * when that gave new work.
 */
export function settle(run: Run): boolean {
  if (fireInclusiveJoins(run)) return true;
  return endEmptyScopes(run);
}

/**
 * Inclusive join (BPMN 2.0 §13.4.3): fires when at least one incoming flow holds a token and every token elsewhere in
 * the scope that could still reach an empty incoming flow without visiting the gateway could also reach a filled one.
 */
function fireInclusiveJoins(run: Run): boolean {
  let fired = false;
  for (const [scopeKey, gateways] of Object.entries(run.draft.arrivals)) {
    const scope = Number(scopeKey);
    for (const [gatewayId, flows] of Object.entries(gateways)) {
      const gateway = run.node(gatewayId);
      if (gateway.type !== 'inclusiveGateway') continue;
      const filled = gateway.incoming.filter((flowId) => (flows[flowId] ?? 0) > 0);
      const empty = gateway.incoming.filter((flowId) => !flows[flowId]);
      const reaches = (flowId: string, node: string) => run.process.reachability.reaches(gatewayId, flowId, node);
      const mustWait = tokensElsewhere(run, scope, gatewayId).some(
        (node) => empty.some((flowId) => reaches(flowId, node)) && !filled.some((flowId) => reaches(flowId, node)),
      );
      if (mustWait) continue;
      run.emit({ type: 'join-consumed', scope, gatewayId, flowIds: filled });
      activate(run, gatewayId, scope);
      fired = true;
    }
  }
  return fired;
}

/** The flow nodes at which tokens of the scope rest, the gateway's own arrivals left out. */
function tokensElsewhere(run: Run, scope: Key, gatewayId: string): string[] {
  const resting = run.childrenOf(scope).map((key) => run.element(key).elementId);
  const atJoins = Object.keys(run.draft.arrivals[scope] ?? {}).filter((id) => id !== gatewayId);
  return [...resting, ...atJoins];
}

/** A scope in which no token is left is complete (BPMN 2.0 §13.3.4); the process itself likewise. */
function endEmptyScopes(run: Run): boolean {
  const touched = [...run.touchedScopes];
  run.touchedScopes.clear();
  let ended = false;
  for (const scope of touched) {
    if (!run.isLive(scope) || run.hasChildren(scope) || run.draft.arrivals[scope]) continue;
    ended = true;
    if (scope === run.draft.root) endInstance(run);
    else complete(run, scope);
  }
  return ended;
}

function endInstance(run: Run): void {
  const root = run.element(run.draft.root);
  const variables = root.variables ?? {};
  withdrawStepIncidents(run);
  run.emit({ type: 'instance-completed', variables });
  if (run.draft.parent) {
    run.effect({ type: 'return-to-caller', parent: run.draft.parent, outcome: { type: 'completed', variables } });
  }
}
