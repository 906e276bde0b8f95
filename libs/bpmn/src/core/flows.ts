import { isJoin, joinTokens } from './joins.js';
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
  joinTokens(run, target, scope);
}
