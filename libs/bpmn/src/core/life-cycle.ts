import { behaviourOf } from '../behaviours/registry.js';
import { isActivity, type FlowNode } from '../model/flow-node.js';
import { armBoundaryEvents } from './boundary.js';
import { takeFlows } from './flows.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';
import { withdrawIncident } from './incidents.js';
import { mappedValues, propagate } from './variables.js';

/*
 * The life of every element: activate → (wait) → leave → completed, or terminated from outside. A behaviour fills in
 * what differs. Whatever can fail is computed before the first event of a phase, so that an incident leaves the
 * element exactly where the phase began and a retry repeats it whole.
 */

/** Puts a token on a flow node. */
export function activate(run: Run, elementId: string, scope: Key): Key {
  const key = run.nextKey();
  run.emit({ type: 'element-activated', key, elementId, scope });
  run.agenda.add({ do: 'enter', key });
  return key;
}

/** Runs the first phase of an element; also how an incident of that phase is retried. */
export function enter(run: Run, key: Key): void {
  const element = run.element(key);
  const node = run.node(element.elementId);
  if (isActivity(node)) prepareActivity(run, element, node);
  behaviourOf(node).enter(run, run.element(key), node);
}

/** Marks an element as one that something outside must continue. */
export function wait(run: Run, key: Key): void {
  if (run.element(key).phase !== 'waiting') run.emit({ type: 'element-waiting', key });
}

/** Asks for the normal end of an element. */
export function complete(run: Run, key: Key): void {
  run.agenda.add({ do: 'leave', key });
}

/** Runs the last phase of an element: outputs, choice of flows, end, tokens. */
export function leave(run: Run, key: Key, mapped = false): void {
  const element = run.element(key);
  const node = run.node(element.elementId);
  if (element.phase !== 'leaving') run.emit({ type: 'element-leaving', key, elementId: node.id });
  const outputs = !mapped && isActivity(node) && node.outputs.length > 0 ? mappedValues(run, key, node.outputs) : {};
  if (element.scope !== null && Object.keys(outputs).length > 0) propagate(run, element.scope, outputs);
  const flows = behaviourOf(node).chooseFlows(run, run.element(key), node);
  withdrawWaits(run, key);
  withdrawIncident(run, key);
  run.emit({ type: 'element-completed', key, elementId: node.id });
  takeFlows(run, flows, element.scope ?? run.draft.root);
}

/** Ends an element and everything inside it without letting it finish; every one gets its own record with the reason. */
export function terminate(run: Run, key: Key, reason: string): void {
  const element = run.element(key);
  terminateChildren(run, key, reason);
  withdrawWaits(run, key);
  if (element.calledInstance) {
    run.effect({ type: 'cancel-called-process', calledInstance: element.calledInstance, reason });
  }
  withdrawIncident(run, key);
  run.emit({ type: 'element-terminated', key, elementId: element.elementId, reason });
  run.agenda.drop((work) => work.do !== 'take' && work.key === key);
}

/** Ends everything inside a scope, tokens in motion and tokens at joins included; the scope itself lives on. */
export function terminateChildren(run: Run, scope: Key, reason: string, except?: Key): void {
  for (const child of run.childrenOf(scope)) if (child !== except) terminate(run, child, reason);
  run.agenda.drop((work) => work.do === 'take' && work.scope === scope);
  for (const [gatewayId, flows] of Object.entries(run.draft.arrivals[scope] ?? {})) {
    const flowIds = Object.entries(flows).flatMap(([id, count]) => Array<string>(count).fill(id));
    run.emit({ type: 'join-consumed', scope, gatewayId, flowIds });
  }
}

function prepareActivity(
  run: Run,
  element: ElementInstance,
  node: Extract<FlowNode, { boundary: readonly string[] }>,
): void {
  // Read from outside, so that a retry does not map what was mapped before.
  const inputs = mappedValues(run, element.scope ?? element.key, node.inputs);
  armBoundaryEvents(run, element, node);
  if (Object.keys(inputs).length > 0) run.emit({ type: 'variables-set', scope: element.key, variables: inputs });
}

function withdrawWaits(run: Run, owner: Key): void {
  for (const timer of Object.values(run.draft.timers)) {
    if (timer.owner === owner) run.emit({ type: 'timer-cancelled', key: timer.key, owner, elementId: timer.elementId });
  }
  for (const subscription of Object.values(run.draft.subscriptions)) {
    if (subscription.owner !== owner) continue;
    run.emit({ type: 'subscription-closed', key: subscription.key, owner, elementId: subscription.elementId });
  }
}
