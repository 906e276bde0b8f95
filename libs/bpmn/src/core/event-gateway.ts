import type { EventBasedGateway, FlowNode } from '../model/flow-node.js';
import type { Trigger } from '../model/trigger.js';
import type { Variables } from '../model/value.js';
import { activateTriggered, received } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { isWaiting, withdrawWaits, type Listener } from './waits.js';

/** What the events behind a gateway wait for. */
export function armsOf(run: Run, gateway: EventBasedGateway): readonly Listener[] {
  return gateway.outgoing.map((flowId) => {
    const target = run.node(run.flow(flowId).target);
    return { elementId: target.id, trigger: triggerOf(target) };
  });
}

/**
 * One of the events behind a gateway has happened: the others are withdrawn in the same step and the token goes on
 * behind that event (BPMN 2.0 §13.4.4). A parallel gateway stays until all have come.
 */
export function takeArm(run: Run, owner: Key, targetId: string, variables: Variables): void {
  const element = run.element(owner);
  const gateway = run.node(element.elementId) as EventBasedGateway;
  const scope = element.scope ?? run.draft.root;
  withdrawWaits(run, owner, gateway.parallel ? targetId : undefined);
  if (!isWaiting(run, owner)) {
    run.emit({ type: 'element-leaving', key: owner, elementId: gateway.id });
    run.emit({ type: 'element-completed', key: owner, elementId: gateway.id });
  }
  followArm(run, gateway, targetId, scope, variables);
}

/** Sends the token over the flow to an event that has happened already. */
export function followArm(
  run: Run,
  gateway: EventBasedGateway,
  targetId: string,
  scope: Key,
  variables: Variables = {},
): void {
  const flowId = gateway.outgoing.find((id) => run.flow(id).target === targetId);
  if (flowId !== undefined) run.emit({ type: 'flow-taken', flowId, scope });
  activateTriggered(run, targetId, scope, received(run, run.node(targetId), scope, variables));
}

function triggerOf(target: FlowNode): Trigger {
  if (target.type === 'intermediateCatchEvent') return target.trigger;
  if (target.type === 'receiveTask' && target.message) return { type: 'message', message: target.message };
  return { type: 'none' };
}
