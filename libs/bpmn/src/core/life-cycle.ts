import { behaviourOf } from '../behaviours/registry.js';
import { isActivity, type Activity, type FlowNode } from '../model/flow-node.js';
import { triggersOf } from '../model/trigger.js';
import type { Variables } from '../model/value.js';
import { armBoundaryEvents } from './boundary.js';
import { goOnCompensating, recordCompensation, reopenScope } from './compensation.js';
import type { ElementActivated } from './event.js';
import { takeFlows } from './flows.js';
import { withdrawIncident } from './incidents.js';
import { isTurn } from './loop-parts.js';
import { endTurn, leaveLoop, startLoop } from './loops.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';
import { mappedValues, propagate } from './variables.js';
import { withdrawWaits } from './waits.js';

/*
 * The life of every element: activate → (wait) → leave → completed, or terminated from outside. A behaviour fills in
 * what differs. Whatever can fail is computed before the first event of a phase, so that an incident leaves the
 * element exactly where the phase began and a retry repeats it whole.
 */

/** What an activation may bring along beside the element and its scope. */
export type ActivationDetails = Omit<ElementActivated, 'type' | 'key' | 'elementId' | 'scope'>;

/** Puts a token on a flow node. */
export function activate(run: Run, elementId: string, scope: Key, details: ActivationDetails = {}): Key {
  const key = emitActivated(run, elementId, scope, details);
  // Who is about to listen in another branch shall hear the signal, since nobody keeps it.
  if (throwsSignal(run.node(elementId))) run.agenda.addLate({ do: 'enter', key });
  else run.agenda.add({ do: 'enter', key });
  return key;
}

function throwsSignal(node: FlowNode): boolean {
  const throws = node.type === 'intermediateThrowEvent' || node.type === 'endEvent';
  return throws && triggersOf(node.trigger).some(({ type }) => type === 'signal');
}

/** Puts a token on an event that has happened already, e.g. behind an event-based gateway. */
export function activateTriggered(run: Run, elementId: string, scope: Key, details: ActivationDetails = {}): void {
  run.agenda.add({ do: 'leave', key: emitActivated(run, elementId, scope, details) });
}

/** What an event received: local to it where its outputs pick from it, else it goes where variables live. */
export function received(run: Run, node: FlowNode, scope: Key, variables: Variables): ActivationDetails {
  if ('outputs' in node && node.outputs.length > 0) return { variables };
  propagate(run, scope, variables);
  return {};
}

function emitActivated(run: Run, elementId: string, scope: Key, details: ActivationDetails): Key {
  const key = run.nextKey();
  const node = run.node(elementId);
  const isBody = isActivity(node) && node.loop !== undefined && details.index === undefined && !details.part;
  const part = isBody ? { part: 'body' as const } : {};
  run.emit({ type: 'element-activated', key, elementId, scope, ...part, ...details });
  return key;
}

/** Runs the first phase of an element; also how an incident of that phase is retried. */
export function enter(run: Run, key: Key): void {
  const element = run.element(key);
  const node = run.node(element.elementId);
  if (isActivity(node)) {
    if (element.part === 'compensation') return reopenScope(run, element);
    const inputs = element.part === 'body' ? {} : inputsOf(run, element, node);
    if (!isTurn(element)) armBoundaryEvents(run, key, node);
    if (element.part === 'body') return startLoop(run, element, node);
    if (Object.keys(inputs).length > 0) run.emit({ type: 'variables-set', scope: key, variables: inputs });
  }
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
  if (isActivity(node)) takeOutputs(run, element, node, mapped);
  else if ('trigger' in node && !mapped) mapOutputs(run, element, node);
  // What the instance of a loop throws as it ends may have ended the loop.
  if (!run.isLive(key)) return;
  const flows = isWithoutFlows(element) ? [] : behaviourOf(node).chooseFlows(run, run.element(key), node);
  withdrawWaits(run, key);
  withdrawIncident(run, key);
  if (isActivity(node)) recordCompensation(run, element, node);
  const { part, scope, compensates } = element;
  run.emit({ type: 'element-completed', key, elementId: node.id, ...(part ? { part } : {}) });
  sendTokens(run, node, flows, scope ?? run.draft.root);
  if (scope !== null && needsLook(run, scope)) run.agenda.addUrgent({ do: 'advance', key: scope });
  if (compensates !== undefined) goOnCompensating(run, compensates);
}

function takeOutputs(run: Run, element: ElementInstance, node: Activity, mapped: boolean): void {
  if (element.part === 'body') leaveLoop(run, element, node);
  else if (!mapped && !element.part) mapOutputs(run, element, node);
  if (isTurn(element)) endTurn(run, run.element(element.key), node);
}

/** The flows of a loop leave from its body, those of a sub-process left when it first completed. */
function isWithoutFlows(element: ElementInstance): boolean {
  return isTurn(element) || element.part === 'compensation';
}

function sendTokens(run: Run, node: FlowNode, flows: readonly string[], scope: Key): void {
  const tokens = isActivity(node) ? (node.completionQuantity ?? 1) : 1;
  for (let token = 0; token < tokens; token += 1) takeFlows(run, flows, scope);
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
}

/** Ends everything inside a scope, tokens in motion and tokens at joins included; the scope itself lives on. */
export function terminateChildren(run: Run, scope: Key, reason: string, except?: Key): void {
  for (const child of run.childrenOf(scope)) if (child !== except) terminate(run, child, reason);
  run.agenda.dropTokensIn(scope);
  for (const [gatewayId, flows] of Object.entries(run.draft.arrivals[scope] ?? {})) {
    const flowIds = Object.entries(flows).flatMap(([id, count]) => Array<string>(count).fill(id));
    run.emit({ type: 'join-consumed', scope, gatewayId, flowIds });
  }
  for (const gatewayId of Object.keys(run.draft.resets[scope] ?? {}))
    run.emit({ type: 'gateway-reset', scope, gatewayId });
}

function inputsOf(run: Run, element: ElementInstance, node: Activity): Variables {
  // Read from outside, so that a retry does not map what was mapped before.
  const from = isTurn(element) ? element.key : (element.scope ?? element.key);
  return { ...dataIn(run, from, node), ...mappedValues(run, from, node.inputs) };
}

/** Data that are not there yet hide nothing. */
function dataIn(run: Run, from: Key, { dataInputs = [] }: Activity): Variables {
  const values = Object.entries(mappedValues(run, from, dataInputs));
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

function mapOutputs(
  run: Run,
  { key, scope }: ElementInstance,
  { outputs, dataOutputs = [] }: Pick<Activity, 'outputs' | 'dataOutputs'>,
): void {
  if (scope === null) return;
  const mapped = mappedValues(run, key, outputs);
  const data = mappedValues(run, key, dataOutputs);
  propagate(run, scope, { ...mapped, ...data });
}

/** A loop and an ad-hoc sub-process decide what comes next whenever something inside has ended. */
function needsLook(run: Run, scope: Key): boolean {
  const element = run.draft.elements[scope];
  return (
    element !== undefined &&
    (element.part === 'body' || run.process.nodes.get(element.elementId)?.type === 'adHocSubProcess')
  );
}
