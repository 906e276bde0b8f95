import type { AdHocSubProcess } from '../model/flow-node.js';
import type { Command } from './command.js';
import { Rejection } from './failure.js';
import { waitingElement } from './guard.js';
import { activate, complete, terminateChildren, wait } from './life-cycle.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';
import { valueAt } from './variables.js';

/*
 * Ad-hoc sub-process (BPMN 2.0 §13.3.5). With a completion condition its performers choose what is done, any number
 * of times, until the condition is true. Without one, everything inside that no flow leads to is done once, by itself.
 */

export function openAdHoc(run: Run, { key }: ElementInstance, node: AdHocSubProcess): void {
  wait(run, key);
  const { startEvents } = run.scopeModel(node.id);
  run.emit({ type: 'loop-started', key, elementId: node.id, total: null });
  if (node.completionCondition) return;
  if (node.sequential) return startNext(run, key, startEvents);
  for (const id of startEvents) activate(run, id, key);
  if (startEvents.length === 0) complete(run, key);
}

/** Something inside has ended. */
export function advanceAdHoc(run: Run, { key, elementId, loop }: ElementInstance): void {
  const node = run.node(elementId) as AdHocSubProcess;
  const rests = !run.hasChildren(key) && !run.agenda.hasTokenIn(key) && !run.draft.arrivals[key];
  const { completionCondition } = node;
  if (completionCondition) {
    if (valueAt(run, key, completionCondition, 'loop-invalid') !== true) return;
    if (node.cancelRemaining) terminateChildren(run, key, `the completion condition of "${elementId}" is true`);
    if (node.cancelRemaining || rests) complete(run, key);
    return;
  }
  if (!rests) return;
  const { startEvents } = run.scopeModel(elementId);
  if (node.sequential && (loop?.started ?? 0) < startEvents.length) return startNext(run, key, startEvents);
  complete(run, key);
}

/** A performer chooses an activity of a waiting ad-hoc sub-process. */
export function activateInAdHoc(
  run: Run,
  { key, elementId }: Extract<Command, { readonly type: 'activate-element' }>,
): void {
  const element = waitingElement(run, key);
  const node = run.node(element.elementId);
  if (node.type !== 'adHocSubProcess')
    throw new Rejection('not-allowed', `expected "${node.id}" to be an ad-hoc sub-process, but it is a ${node.type}`);
  const { startEvents } = run.scopeModel(node.id);
  if (!startEvents.includes(elementId)) {
    const choice = startEvents.join(', ') || 'nothing';
    throw new Rejection(
      'not-allowed',
      `expected one of the activities of "${node.id}" (${choice}), but got "${elementId}"`,
    );
  }
  if (node.sequential && run.hasChildren(key))
    throw new Rejection('not-allowed', `"${node.id}" is sequential; finish what is being done inside it first`);
  activate(run, elementId, key);
}

function startNext(run: Run, key: Key, startEvents: readonly string[]): void {
  const next = startEvents[run.element(key).loop?.started ?? 0];
  if (next === undefined) return complete(run, key);
  run.emit({ type: 'loop-turned', key });
  activate(run, next, key);
}
