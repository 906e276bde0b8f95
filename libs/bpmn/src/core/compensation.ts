import { isActivity, type Activity, type BoundaryEvent, type FlowNode } from '../model/flow-node.js';
import { triggersOf, type CompensationTrigger } from '../model/trigger.js';
import { cancelTransaction } from './cancel.js';
import { activate, complete, wait } from './life-cycle.js';
import type { Run } from './run.js';
import type { CompensationRecord, ElementInstance, Key } from './state.js';
import { visibleVariables } from './variables.js';

/*
 * Compensation (BPMN 2.0 §13.5.5): what was completed is undone in reverse order of completion, each with the
 * variables as they were then. Records of what can be undone are kept by scope; a completed sub-process takes those
 * of its inside along, and is opened again when its turn comes.
 */

/** Notes that a completed activity can be compensated, when it has a handler or holds something that has. */
export function recordCompensation(run: Run, element: ElementInstance, node: Activity): void {
  const { key, scope, part } = element;
  if (scope === null || part === 'compensation') return;
  const inner = run.draft.compensations[key];
  if (part === 'body') {
    for (const record of inner ?? []) run.emit({ type: 'compensation-recorded', scope, record });
    return;
  }
  const handler = handlerOf(run, node);
  if (handler === undefined && !inner) return;
  const keepsInner = handler === undefined || run.node(handler).type === 'eventSubProcess';
  const record: CompensationRecord = {
    key: run.nextKey(),
    elementId: node.id,
    variables: keepsInner ? (run.element(key).variables ?? {}) : visibleVariables(run, key),
    ...(keepsInner && inner ? { inner } : {}),
  };
  run.emit({ type: 'compensation-recorded', scope, record });
}

/** A throwing event begins: undoes everything it reaches, or only one activity. */
export function compensate(run: Run, thrower: Key, trigger: CompensationTrigger): void {
  if (trigger.waits) {
    wait(run, thrower);
    return compensateNext(run, thrower);
  }
  for (let next = nextRecord(run, thrower); next; next = nextRecord(run, thrower)) beginHandler(run, next, undefined);
  complete(run, thrower);
}

/** Undoes the latest activity that is left, or, when none is, lets the thrower go on. */
export function compensateNext(run: Run, thrower: Key): void {
  const next = nextRecord(run, thrower);
  if (next) return beginHandler(run, next, thrower);
  if (isCancelEnd(run.node(run.element(thrower).elementId))) return cancelTransaction(run, thrower);
  complete(run, thrower);
}

/** A handler has ended; `thrower` waited for it. */
export function goOnCompensating(run: Run, thrower: Key): void {
  const element = run.draft.elements[thrower];
  if (!element || element.phase === 'leaving') return;
  // An event sub-process has done all there is to do in a sub-process that was opened again.
  if (element.part === 'compensation' && eventHandlerIn(run, element.elementId)) return complete(run, thrower);
  compensateNext(run, thrower);
}

/** A completed sub-process is opened again: its own event sub-process undoes it, or else its records do one by one. */
export function reopenScope(run: Run, { key, elementId }: ElementInstance): void {
  wait(run, key);
  const handler = eventHandlerIn(run, elementId);
  if (handler === undefined) return compensateNext(run, key);
  activate(run, handler, key, { compensates: key });
}

function beginHandler(run: Run, { scope, record }: Reached, thrower: Key | undefined): void {
  const { key, elementId, variables, inner = [] } = record;
  run.emit({ type: 'compensation-begun', scope, key, elementId });
  const node = run.node(elementId) as Activity;
  const handler = handlerOf(run, node);
  const compensates = thrower === undefined ? {} : { compensates: thrower };
  if (handler !== undefined && run.node(handler).type !== 'eventSubProcess') {
    activate(run, handler, scope, { ...compensates, snapshot: variables });
    return;
  }
  const reopened = activate(run, elementId, scope, { part: 'compensation', variables, ...compensates });
  for (const child of inner) run.emit({ type: 'compensation-recorded', scope: reopened, record: child });
}

/** A record that a thrower reaches, and the scope that keeps it. */
interface Reached {
  readonly scope: Key;
  readonly record: CompensationRecord;
}

/** The latest record that the thrower reaches; what completed after the throw is not meant. */
function nextRecord(run: Run, thrower: Key): Reached | undefined {
  const only = activityOf(run.node(run.element(thrower).elementId));
  const reached = scopesOf(run, thrower).flatMap((scope) =>
    (run.draft.compensations[scope] ?? [])
      .filter(({ key, elementId }) => key < thrower && (only === undefined || elementId === only))
      .map((record) => ({ scope, record })),
  );
  return reached.sort((a, b) => a.record.key - b.record.key).at(-1);
}

/** The scopes whose activities are meant: the thrower's own, and from an event sub-process the one around it. */
function scopesOf(run: Run, thrower: Key): readonly Key[] {
  const element = run.element(thrower);
  if (element.part === 'compensation') return [thrower];
  const scopes = [element.scope ?? thrower];
  for (let scope = element.scope; scope !== null && isEventSubProcess(run, scope);) {
    scope = run.element(scope).scope;
    if (scope !== null) scopes.push(scope);
  }
  return scopes;
}

function isEventSubProcess(run: Run, key: Key): boolean {
  return run.process.nodes.get(run.element(key).elementId)?.type === 'eventSubProcess';
}

function activityOf(node: FlowNode): string | undefined {
  if (!('trigger' in node)) return undefined;
  return triggersOf(node.trigger).find((trigger) => trigger.type === 'compensation')?.activity;
}

function isCancelEnd(node: FlowNode): boolean {
  return node.type === 'endEvent' && node.trigger.type === 'cancel';
}

/** The activity or event sub-process that compensates an activity. */
function handlerOf(run: Run, node: Activity): string | undefined {
  const boundary = node.boundary.map((id) => run.node(id) as BoundaryEvent);
  return boundary.find(({ handler }) => handler !== undefined)?.handler ?? eventHandlerIn(run, node.id);
}

/** The event sub-process inside that starts with compensation. */
function eventHandlerIn(run: Run, elementId: string): string | undefined {
  const starts = run.process.scopes.get(elementId)?.eventStarts ?? [];
  return starts.map((id) => run.node(id)).find((start) => isCompensationStart(start))?.scope;
}

function isCompensationStart(node: FlowNode): boolean {
  return !isActivity(node) && 'trigger' in node && node.trigger.type === 'compensation';
}
