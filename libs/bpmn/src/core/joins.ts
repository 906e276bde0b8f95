import { isActivity, type ComplexGateway, type FlowNode } from '../model/flow-node.js';
import { lookAtComplex, resetComplex } from './complex-gateway.js';
import { activate } from './life-cycle.js';
import { canStillArrive } from './reach.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** True for a node at which tokens have to come together; with one incoming flow there is nothing to wait for. */
export function isJoin(node: FlowNode): boolean {
  switch (node.type) {
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'complexGateway':
      return node.incoming.length > 1;
    default:
      return isActivity(node) && (node.startQuantity ?? 1) > 1;
  }
}

/** A token has arrived at a join. Inclusive joins are looked at when all other tokens have come to rest. */
export function joinTokens(run: Run, node: FlowNode, scope: Key): void {
  if (node.type === 'parallelGateway') return joinParallel(run, node, scope);
  if (node.type === 'complexGateway') return lookAtComplex(run, node, scope);
  if (isActivity(node)) joinQuantity(run, node.id, node.startQuantity ?? 1, scope);
}

/** Fires the joins that can only be judged when every token rests; true when one did. */
export function fireRestingJoins(run: Run): boolean {
  let fired = false;
  for (const [scopeKey, gateways] of Object.entries(run.draft.arrivals)) {
    for (const gatewayId of Object.keys(gateways)) {
      const gateway = run.node(gatewayId);
      const scope = Number(scopeKey);
      const inclusive = gateway.type === 'inclusiveGateway' || isPlainComplex(gateway);
      if (inclusive && fireInclusive(run, gateway, scope)) fired = true;
    }
  }
  for (const [scopeKey, gateways] of Object.entries(run.draft.resets)) {
    for (const gatewayId of Object.keys(gateways))
      if (resetComplex(run, run.node(gatewayId) as ComplexGateway, Number(scopeKey))) fired = true;
  }
  return fired;
}

/**
 * Parallel join (BPMN 2.0 §13.4.1): at least one token on each incoming flow; one per flow is consumed, surplus
 * tokens stay. Counted per flow, since two flows may come from one node.
 */
function joinParallel(run: Run, gateway: FlowNode, scope: Key): void {
  const arrived = run.draft.arrivals[scope]?.[gateway.id] ?? {};
  if (!gateway.incoming.every((flowId) => (arrived[flowId] ?? 0) > 0)) return;
  run.emit({ type: 'join-consumed', scope, gatewayId: gateway.id, flowIds: gateway.incoming });
  activate(run, gateway.id, scope);
}

/**
 * Inclusive join (BPMN 2.0 §13.4.3): fires when at least one incoming flow holds a token and every token elsewhere in
 * the scope that could still reach an empty incoming flow without visiting the gateway could also reach a filled one.
 */
function fireInclusive(run: Run, gateway: FlowNode, scope: Key): boolean {
  const flows = run.draft.arrivals[scope]?.[gateway.id] ?? {};
  const filled = gateway.incoming.filter((flowId) => (flows[flowId] ?? 0) > 0);
  const empty = gateway.incoming.filter((flowId) => !flows[flowId]);
  if (filled.length === 0 || canStillArrive(run, scope, gateway.id, { empty, filled })) return false;
  run.emit({ type: 'join-consumed', scope, gatewayId: gateway.id, flowIds: filled });
  activate(run, gateway.id, scope);
  return true;
}

/** An activity that needs several tokens to begin (BPMN 2.0 table 10.3 "startQuantity"). */
function joinQuantity(run: Run, elementId: string, quantity: number, scope: Key): void {
  const arrived = Object.entries(run.draft.arrivals[scope]?.[elementId] ?? {});
  const tokens = arrived.flatMap(([flowId, count]) => Array<string>(count).fill(flowId));
  if (tokens.length < quantity) return;
  run.emit({ type: 'join-consumed', scope, gatewayId: elementId, flowIds: tokens.slice(0, quantity) });
  activate(run, elementId, scope);
}

/** A complex gateway that says nothing about its activation joins like an inclusive one. */
function isPlainComplex(node: FlowNode): boolean {
  return node.type === 'complexGateway' && node.activationCondition === undefined;
}
