import type { BoundaryEvent, FlowNode } from '../model/flow-node.js';
import { isActivity } from '../model/flow-node.js';
import { triggerBoundaryEvent } from './boundary.js';
import { compensateNext } from './compensation.js';
import { Failure } from './failure.js';
import { terminateChildren, wait } from './life-cycle.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';

/**
 * Cancel end event (BPMN 2.0 §13.3.4 "Transaction", §13.5.5): ends everything else in the transaction, undoes what was
 * completed in it, then leaves by its cancel boundary event.
 */
export function beginCancel(run: Run, { key, scope, elementId }: ElementInstance): void {
  const transaction = scope ?? run.draft.root;
  if (!cancelEventOf(run, transaction)) {
    const host = run.element(transaction).elementId;
    throw new Failure(
      'cancel-not-caught',
      `"${elementId}" cancels "${host}", which has no cancel boundary event; attach one`,
    );
  }
  terminateChildren(run, transaction, `cancelled by "${elementId}"`, key);
  wait(run, key);
  compensateNext(run, key);
}

/** All is undone: the cancel event ends, and a token leaves by the boundary event. */
export function cancelTransaction(run: Run, key: Key): void {
  const { elementId, scope } = run.element(key);
  const transaction = scope ?? run.draft.root;
  const event = cancelEventOf(run, transaction);
  run.emit({ type: 'element-leaving', key, elementId });
  run.emit({ type: 'element-completed', key, elementId });
  if (event) triggerBoundaryEvent(run, event, transaction);
}

function cancelEventOf(run: Run, transaction: Key): BoundaryEvent | undefined {
  const node = run.process.nodes.get(run.element(transaction).elementId);
  if (!node || !isActivity(node)) return undefined;
  return node.boundary.map((id) => run.node(id)).find(isCancelEvent);
}

function isCancelEvent(node: FlowNode): node is BoundaryEvent {
  return node.type === 'boundaryEvent' && node.trigger.type === 'cancel';
}
