import { triggersOf, type SingleTrigger, type Trigger } from '../model/trigger.js';
import type { Run } from './run.js';
import type { Key, SubscriptionState, TermRole } from './state.js';
import { plannedTimer } from './timers.js';
import { mappedValues, textAt } from './variables.js';

/** An event that an element instance begins to wait for. */
export interface Listener {
  readonly elementId: string;
  readonly trigger: Trigger;
  readonly role?: TermRole;
}

/**
 * Begins to wait for events on behalf of `owner`; those that are waited for already (a retry) are left alone. All
 * times and names are computed before the first wait begins, so that a wrong one leaves none behind.
 */
export function listen(run: Run, owner: Key, listeners: readonly Listener[]): void {
  const armed = new Set([...run.waits.of(owner)].map(([key, kind]) => run.draft[kind][key]?.elementId));
  const planned = listeners
    .filter(({ elementId }) => !armed.has(elementId))
    .flatMap((listener) =>
      triggersOf(listener.trigger).map((trigger, index) => planWait(run, owner, listener, trigger, index)),
    );
  for (const begin of planned) begin();
}

/** Ends everything that `owner` waits for, or only what one of its events waits for. */
export function withdrawWaits(run: Run, owner: Key, elementId?: string): void {
  for (const [key, kind] of [...run.waits.of(owner)]) {
    const wait = run.draft[kind][key];
    if (!wait || (elementId !== undefined && wait.elementId !== elementId)) continue;
    const event = { key, owner, elementId: wait.elementId };
    switch (kind) {
      case 'timers':
        run.emit({ type: 'timer-cancelled', ...event });
        break;
      case 'subscriptions':
        run.emit({ type: 'subscription-closed', ...event });
        break;
      case 'conditions':
        run.emit({ type: 'condition-withdrawn', ...event });
        break;
    }
  }
}

/** True while `owner` waits for something, or for something at one of its events. */
export function isWaiting(run: Run, owner: Key, elementId?: string): boolean {
  const waits = [...run.waits.of(owner)];
  return elementId === undefined
    ? waits.length > 0
    : waits.some(([key, kind]) => run.draft[kind][key]?.elementId === elementId);
}

function planWait(
  run: Run,
  owner: Key,
  { elementId, role }: Listener,
  trigger: SingleTrigger,
  index: number,
): () => void {
  switch (trigger.type) {
    case 'timer': {
      const plan = plannedTimer(run, owner, trigger.timer);
      const timer = { ...plan, ...(role === undefined ? {} : { role }), owner, elementId };
      return () => run.emit({ type: 'timer-scheduled', timer: { ...timer, key: run.nextKey() } });
    }
    case 'message': {
      const name = textAt(run, owner, trigger.message.name);
      const correlation = mappedValues(run, owner, trigger.message.correlation);
      return () => subscribe(run, { type: 'message', name, correlation, owner, elementId });
    }
    case 'signal': {
      const name = textAt(run, owner, trigger.name);
      return () => subscribe(run, { type: 'signal', name, correlation: {}, owner, elementId });
    }
    case 'conditional':
      return () => {
        const condition = { key: run.nextKey(), owner, elementId, trigger: index, holds: false };
        run.emit({ type: 'condition-armed', condition });
        run.variablesChanged = true;
      };
    // Nothing outside the instance's own flow brings these.
    case 'none':
    case 'error':
    case 'escalation':
    case 'compensation':
    case 'cancel':
    case 'link':
    case 'terminate':
      return () => undefined;
  }
}

function subscribe(run: Run, subscription: Omit<SubscriptionState, 'key'>): void {
  run.emit({ type: 'subscription-opened', subscription: { key: run.nextKey(), ...subscription } });
}
