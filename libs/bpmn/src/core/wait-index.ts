import type { Draft } from './draft.js';
import type { EngineEvent } from './event.js';
import type { Key } from './state.js';

export type WaitKind = 'timers' | 'subscriptions' | 'conditions';

/** What one element instance waits for, by key. */
export type WaitsOfOwner = ReadonlyMap<Key, WaitKind>;

const NONE: WaitsOfOwner = new Map();

/** Finds the timers, subscriptions and conditions of an owner without looking at all of them; kept up to date by events. */
export class WaitIndex {
  private readonly byOwner = new Map<Key, Map<Key, WaitKind>>();

  constructor(draft: Draft) {
    for (const { key, owner } of Object.values(draft.timers)) this.add(owner, key, 'timers');
    for (const { key, owner } of Object.values(draft.subscriptions)) this.add(owner, key, 'subscriptions');
    for (const { key, owner } of Object.values(draft.conditions)) this.add(owner, key, 'conditions');
  }

  of(owner: Key): WaitsOfOwner {
    return this.byOwner.get(owner) ?? NONE;
  }

  follow(event: EngineEvent): void {
    switch (event.type) {
      case 'timer-scheduled':
      case 'timer-rearmed':
        return this.add(event.timer.owner, event.timer.key, 'timers');
      case 'subscription-opened':
        return this.add(event.subscription.owner, event.subscription.key, 'subscriptions');
      case 'condition-armed':
        return this.add(event.condition.owner, event.condition.key, 'conditions');
      case 'timer-fired':
      case 'timer-cancelled':
      case 'subscription-closed':
      case 'condition-withdrawn': {
        const waits = this.byOwner.get(event.owner);
        waits?.delete(event.key);
        if (waits?.size === 0) this.byOwner.delete(event.owner);
        return;
      }
      default:
        return;
    }
  }

  private add(owner: Key, key: Key, kind: WaitKind): void {
    const waits = this.byOwner.get(owner);
    if (waits) waits.set(key, kind);
    else this.byOwner.set(owner, new Map([[key, kind]]));
  }
}
