import { isActivity, type FlowNode } from '../model/flow-node.js';
import { settleComplex } from './complex-gateway.js';
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
  if (node.type === 'complexGateway') return void settleComplex(run, node, scope);
  if (isActivity(node)) joinQuantity(run, node.id, node.startQuantity ?? 1, scope);
}

/** Fires the joins that can only be judged when every token rests; true when one did. */
export function fireRestingJoins(run: Run): boolean {
  let fired = false;
  for (const [scope, gateway] of openJoins(run)) {
    if (gateway.type === 'inclusiveGateway' || isPlainComplex(gateway))
      fired = fireInclusive(run, gateway, scope) || fired;
    else if (gateway.type === 'complexGateway') fired = settleComplex(run, gateway, scope) || fired;
  }
  return fired;
}

/** Every join at which tokens wait, and every complex gateway that waits for the rest of its tokens. */
function openJoins(run: Run): (readonly [scope: Key, node: FlowNode])[] {
  const { arrivals, resets } = run.draft;
  return [...new Set([...Object.keys(arrivals), ...Object.keys(resets)])].map(Number).flatMap((scope) => {
    const ids = new Set([...Object.keys(arrivals[scope] ?? {}), ...Object.keys(resets[scope] ?? {})]);
    return [...ids].map((id) => [scope, run.node(id)] as const);
  });
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
