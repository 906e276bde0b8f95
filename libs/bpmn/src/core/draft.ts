import {
  STATE_SCHEMA,
  type CompensationRecord,
  type ConditionState,
  type ElementInstance,
  type IncidentState,
  type InstanceState,
  type Key,
  type SubscriptionState,
  type TimerState,
} from './state.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A state under construction: its maps may be changed, the records in them are replaced, never changed. */
export interface Draft extends Mutable<Omit<InstanceState, MapField>> {
  elements: Record<Key, ElementInstance>;
  timers: Record<Key, TimerState>;
  subscriptions: Record<Key, SubscriptionState>;
  incidents: Record<Key, IncidentState>;
  arrivals: Record<Key, Record<string, Record<string, number>>>;
  conditions: Record<Key, ConditionState>;
  compensations: Record<Key, readonly CompensationRecord[]>;
  resets: Record<Key, Readonly<Record<string, readonly string[]>>>;
}

type MapField =
  'elements' | 'timers' | 'subscriptions' | 'incidents' | 'arrivals' | 'conditions' | 'compensations' | 'resets';

/** What an older state may lack: schema 1 knew no conditions, compensations and resets. */
type Stored = Omit<InstanceState, 'conditions' | 'compensations' | 'resets'> & Partial<InstanceState>;

/** A draft that starts as `state`, of whichever schema; changing it leaves `state` as it is. */
export function draftOf(state: Stored): Draft {
  const arrivals: Draft['arrivals'] = {};
  for (const [scope, gateways] of Object.entries(state.arrivals)) {
    arrivals[Number(scope)] = Object.fromEntries(Object.entries(gateways).map(([id, flows]) => [id, { ...flows }]));
  }
  return {
    ...state,
    schema: STATE_SCHEMA,
    conditions: { ...state.conditions },
    compensations: { ...state.compensations },
    resets: { ...state.resets },
    elements: { ...state.elements },
    timers: { ...state.timers },
    subscriptions: { ...state.subscriptions },
    incidents: { ...state.incidents },
    arrivals,
  };
}

/** The state before the first event: no instance yet. */
export function emptyDraft(): Draft {
  return {
    schema: STATE_SCHEMA,
    id: '',
    processId: '',
    status: 'active',
    nextKey: 1,
    root: 0,
    elements: {},
    timers: {},
    subscriptions: {},
    incidents: {},
    arrivals: {},
    conditions: {},
    compensations: {},
    resets: {},
  };
}

/** The draft as a finished state; the draft must not be used afterwards. */
export function finishDraft(draft: Draft): InstanceState {
  return draft;
}

/** Replaces the element instance `key` by a copy with some fields changed; `undefined` removes a field. */
export function changeElement(
  draft: Draft,
  key: Key,
  change: { [K in keyof ElementInstance]?: ElementInstance[K] | undefined },
): void {
  const before = draft.elements[key];
  if (!before) return;
  const after: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(change)) {
    if (value === undefined) delete after[field];
    else after[field] = value;
  }
  draft.elements[key] = after as unknown as Mutable<ElementInstance>;
}
