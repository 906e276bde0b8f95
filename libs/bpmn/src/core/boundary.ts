import type { Activity, BoundaryEvent } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import { goOnCompensating } from './compensation.js';
import { activate, received, terminate } from './life-cycle.js';
import { hostOf } from './loop-parts.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { listen } from './waits.js';

/** Begins to listen for an activity's boundary events; those that already listen (a retry) are left alone. */
export function armBoundaryEvents(run: Run, host: Key, activity: Activity): void {
  if (activity.boundary.length === 0) return;
  const listeners = activity.boundary.map((elementId) => {
    const { trigger, termRole } = run.node(elementId) as BoundaryEvent;
    return { elementId, trigger, ...(termRole === undefined ? {} : { role: termRole }) };
  });
  listen(run, host, listeners);
}

/** A boundary event has happened: ends its host when it interrupts, and sends a token out of the event. */
export function triggerBoundaryEvent(run: Run, event: BoundaryEvent, at: Key, variables: Variables = {}): void {
  const host = run.element(hostOf(run, at));
  const scope = host.scope ?? run.draft.root;
  if (event.interrupting) terminate(run, host.key, `interrupted by "${event.id}"`);
  activate(run, event.id, scope, received(run, event, scope, variables));
  if (!event.interrupting) listenAgain(run, event, host.key);
  else if (host.compensates !== undefined) goOnCompensating(run, host.compensates);
}

/** All triggers of a parallel multiple event have been used up; those of other events listen on by themselves. */
function listenAgain(run: Run, { id, trigger }: BoundaryEvent, host: Key): void {
  if (trigger.type === 'multiple' && trigger.parallel) listen(run, host, [{ elementId: id, trigger }]);
}
