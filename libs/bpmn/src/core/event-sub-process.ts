import type { StartEvent } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import { activate, received, terminateChildren } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { listen, withdrawWaits } from './waits.js';

/** Begins to listen for what starts the event sub-processes of a scope that has just been opened. */
export function armEventSubProcesses(run: Run, scope: Key, elementId: string): void {
  const { eventStarts } = run.scopeModel(elementId);
  if (eventStarts.length === 0) return;
  listen(
    run,
    scope,
    eventStarts.map((id) => ({ elementId: id, trigger: (run.node(id) as StartEvent).trigger })),
  );
}

/**
 * The event of an event sub-process has happened (BPMN 2.0 §10.3.5): an interrupting one ends everything else in the
 * scope and comes only once; the scope lives on until the event sub-process has ended.
 */
export function triggerEventSubProcess(run: Run, start: StartEvent, scope: Key, variables: Variables = {}): Key {
  const { elementId } = run.element(scope);
  if (start.interrupting) {
    for (const id of run.scopeModel(elementId).eventStarts) withdrawWaits(run, scope, id);
    terminateChildren(run, scope, `interrupted by "${start.id}"`);
    run.emit({ type: 'scope-interrupted', key: scope, elementId });
  }
  const key = activate(run, start.scope, scope, received(run, start, scope, variables));
  const { trigger } = start;
  if (!start.interrupting && trigger.type === 'multiple' && trigger.parallel)
    listen(run, scope, [{ elementId: start.id, trigger }]);
  return key;
}
