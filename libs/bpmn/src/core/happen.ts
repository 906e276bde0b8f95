import type { FlowNode } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import { triggerBoundaryEvent } from './boundary.js';
import { takeArm } from './event-gateway.js';
import { triggerEventSubProcess } from './event-sub-process.js';
import { complete } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import type { WaitKind } from './wait-index.js';
import { propagate, takeResult } from './variables.js';
import { isWaiting, withdrawWaits } from './waits.js';

/** A timer, subscription or condition that has come true. */
export interface Wait {
  readonly kind: WaitKind;
  readonly key: Key;
  readonly owner: Key;
  readonly elementId: string;
}

/** What an event that has happened means depends on where it sits: on a boundary, in the flow, behind a gateway. */
export function happen(run: Run, wait: Wait, variables: Variables): void {
  const { owner, elementId } = wait;
  const node = run.node(elementId);
  const inFlow = run.element(owner).elementId === elementId;
  if (isParallelMultiple(node) && !isLast(run, wait))
    return inFlow ? takeResult(run, owner, variables) : propagate(run, owner, variables);
  switch (node.type) {
    case 'boundaryEvent':
      return triggerBoundaryEvent(run, node, owner, variables);
    case 'startEvent':
      triggerEventSubProcess(run, node, owner, variables);
      return;
    default:
      break;
  }
  if (!inFlow) return takeArm(run, owner, elementId, variables);
  takeResult(run, owner, variables);
  // What it waited for has come: a second signal within the same step must not find it waiting.
  withdrawWaits(run, owner, elementId);
  complete(run, owner);
}

function isParallelMultiple(node: FlowNode): boolean {
  return 'trigger' in node && node.trigger.type === 'multiple' && node.trigger.parallel;
}

/** Ends the wait; true when no other of the event is left (BPMN 2.0 §10.5.5 "Parallel Multiple"). */
function isLast(run: Run, { kind, key, owner, elementId }: Wait): boolean {
  if (kind === 'subscriptions' && run.draft.subscriptions[key])
    run.emit({ type: 'subscription-closed', key, owner, elementId });
  if (kind === 'conditions' && run.draft.conditions[key])
    run.emit({ type: 'condition-withdrawn', key, owner, elementId });
  return !isWaiting(run, owner, elementId);
}
