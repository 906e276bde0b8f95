import type { FlowNode } from '../model/flow-node.js';
import { activate } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** Sends one token over each of the flows. */
export function takeFlows(run: Run, flowIds: readonly string[], scope: Key): void {
  for (const flowId of flowIds) {
    run.emit({ type: 'flow-taken', flowId, scope });
    run.agenda.add({ do: 'take', flowId, scope });
  }
}

/** A token reaches the end of its flow: it waits at a join or activates the target. */
export function arriveOver(run: Run, flowId: string, scope: Key): void {
  const target = run.node(run.flow(flowId).target);
  if (!isJoin(target)) {
    activate(run, target.id, scope);
    return;
  }
  run.emit({ type: 'join-arrived', scope, gatewayId: target.id, flowId });
  if (target.type === 'parallelGateway') joinParallel(run, target, scope);
  // Inclusive joins are looked at when all other tokens have come to rest, see `scopes.ts`.
}

/** True for a gateway that has to bring tokens together; with one incoming flow there is nothing to wait for. */
function isJoin(node: FlowNode): boolean {
  return (node.type === 'parallelGateway' || node.type === 'inclusiveGateway') && node.incoming.length > 1;
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
