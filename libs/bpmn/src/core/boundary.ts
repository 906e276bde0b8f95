import type { Activity, BoundaryEvent } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import { activate, terminate } from './life-cycle.js';
import type { Run } from './run.js';
import type { ElementInstance, Key, TermRole } from './state.js';
import { openSubscription } from './subscriptions.js';
import { plannedTimer } from './timers.js';
import { propagate } from './variables.js';

/** Begins to listen for an activity's boundary events; those that already listen (a retry) are left alone. */
export function armBoundaryEvents(run: Run, host: ElementInstance, activity: Activity): void {
  const armed = new Set<string>();
  for (const timer of Object.values(run.draft.timers)) if (timer.owner === host.key) armed.add(timer.elementId);
  for (const open of Object.values(run.draft.subscriptions)) if (open.owner === host.key) armed.add(open.elementId);
  const events = activity.boundary.filter((id) => !armed.has(id)).map((id) => run.node(id) as BoundaryEvent);
  // All due times are computed before the first timer is set, so that a wrong one leaves none behind.
  const planned = events.map((event) =>
    event.trigger.type === 'timer' ? plannedTimer(run, host.key, event.trigger.timer) : undefined,
  );
  events.forEach((event, index) => {
    const plan = planned[index];
    if (plan) {
      run.emit({
        type: 'timer-scheduled',
        timer: { ...plan, ...roleOf(event), key: run.nextKey(), owner: host.key, elementId: event.id },
      });
    } else {
      openSubscription(run, host.key, event.id, event.trigger);
    }
  });
}

/** A boundary event has happened: ends its host when it interrupts, and sends a token out of the event. */
export function triggerBoundaryEvent(run: Run, event: BoundaryEvent, host: Key, variables: Variables = {}): void {
  const scope = run.element(host).scope ?? run.draft.root;
  if (event.interrupting) terminate(run, host, `interrupted by "${event.id}"`);
  if (Object.keys(variables).length > 0) propagate(run, scope, variables);
  activate(run, event.id, scope);
}

function roleOf({ termRole }: BoundaryEvent): { readonly role?: TermRole } {
  return termRole === undefined ? {} : { role: termRole };
}
