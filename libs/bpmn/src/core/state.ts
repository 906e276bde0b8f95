import type { Instant, JsonValue, Variables } from '../model/value.js';
import type { Command } from './command.js';

/** Version of the shape below; stored with every state so that old ones can be brought up to date when they load. */
export const STATE_SCHEMA = 2;

/** Number that names one element instance, timer, subscription or incident within its process instance. */
export type Key = number;

/**
 * Everything that one process instance is, as a compact JSON document: tokens, scopes, waits, join arrivals and
 * variables. It holds ids of the model, never the model itself.
 */
export interface InstanceState {
  readonly schema: typeof STATE_SCHEMA;
  readonly id: string;
  readonly processId: string;
  readonly status: InstanceStatus;
  /** Since when an operator holds the whole instance. */
  readonly suspendedAt?: Instant;
  /** The next free key. */
  readonly nextKey: Key;
  /** Key of the element instance that stands for the process itself, the outermost scope. */
  readonly root: Key;
  /** Who called this instance, when a call activity did. */
  readonly parent?: { readonly instanceId: string; readonly key: Key };
  readonly elements: Readonly<Record<Key, ElementInstance>>;
  readonly timers: Readonly<Record<Key, TimerState>>;
  readonly subscriptions: Readonly<Record<Key, SubscriptionState>>;
  readonly incidents: Readonly<Record<Key, IncidentState>>;
  /** Tokens that wait at joins: scope key → gateway id → flow id → how many. */
  readonly arrivals: Readonly<Record<Key, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  /** Conditions that are waited for. */
  readonly conditions: Readonly<Record<Key, ConditionState>>;
  /** What could be compensated, in order of completion, by the scope that would do it. */
  readonly compensations: Readonly<Record<Key, readonly CompensationRecord[]>>;
  /** Complex gateways that have fired and wait for the rest: scope key → gateway id → flows already served. */
  readonly resets: Readonly<Record<Key, Readonly<Record<string, readonly string[]>>>>;
}

/** `failed` is reserved for an instance that was given up by an operator. */
export type InstanceStatus = 'active' | 'completed' | 'terminated' | 'failed';

/** A token that rests at a flow node, or a scope that holds tokens. */
export interface ElementInstance {
  readonly key: Key;
  /** Id of the flow node, or of the process for the root. */
  readonly elementId: string;
  /** Key of the enclosing scope; null for the root. */
  readonly scope: Key | null;
  /** `entering` and `leaving` last beyond a step only while an incident holds the element there. */
  readonly phase: 'entering' | 'waiting' | 'leaving';
  /** Variables local to the element. */
  readonly variables?: Variables;
  /** Id of the process instance that a call activity waits for. */
  readonly calledInstance?: string;
  /** Incident that holds the element. */
  readonly incident?: Key;
  /** `body` holds the instances of a loop; `compensation` is a sub-process that was opened again to be compensated. */
  readonly part?: ElementPart;
  /** Of an instance within a loop: which one it is, counted from 0. */
  readonly index?: number;
  /** Of a loop's body or an ad-hoc sub-process: how far it is. */
  readonly loop?: LoopState;
  /** Of a compensation handler: the element that waits for it. */
  readonly compensates?: Key;
  /** Of a compensation handler: the variables as they were when the activity completed, for reading only. */
  readonly snapshot?: Variables;
  /** An interrupting event sub-process of this scope has begun. */
  readonly interrupted?: true;
}

export type ElementPart = 'body' | 'compensation';

export interface LoopState {
  /** How many instances there will be; null when a condition decides. */
  readonly total: number | null;
  readonly started: number;
  readonly completed: number;
  readonly terminated: number;
  /** Items still to come, of a sequential multi-instance over a collection. */
  readonly items?: readonly JsonValue[];
  /** Outputs so far, by instance. */
  readonly outputs?: readonly JsonValue[];
}

export interface ConditionState {
  readonly key: Key;
  readonly owner: Key;
  readonly elementId: string;
  /** Which of the event's triggers. */
  readonly trigger: number;
  /** What it was when last looked at; the event happens when it becomes true. */
  readonly holds: boolean;
}

/** A completed activity that can be compensated. */
export interface CompensationRecord {
  readonly key: Key;
  readonly elementId: string;
  /** All that a handler saw, or the locals of a sub-process. */
  readonly variables: Variables;
  /** What was completed inside a sub-process. */
  readonly inner?: readonly CompensationRecord[];
}

/** `warning`: the yellow light begins; `due`: the term ends. */
export type TermRole = 'warning' | 'due';

export interface TimerState {
  readonly key: Key;
  /** The element instance whose end withdraws the timer: the catch event itself, or a boundary event's host. */
  readonly owner: Key;
  /** Id of the timer event. */
  readonly elementId: string;
  readonly dueAt: Instant;
  /** Start of the running term, from which `dueAt` was counted. */
  readonly startedAt: Instant;
  /** The duration (or the cycle's period) in ISO-8601, when the timer is not a fixed date. */
  readonly duration?: string;
  readonly calendar?: string;
  /** Firings still to come for a cycle; null means without end. */
  readonly repeat?: number | null;
  /** What the timer means for the term of the activity it sits on. */
  readonly role?: TermRole;
  /** Set while the clock is suspended; `dueAt` is then no longer waited for. */
  readonly suspendedAt?: Instant;
}

export interface SubscriptionState {
  readonly key: Key;
  readonly owner: Key;
  readonly elementId: string;
  readonly type: 'message' | 'signal';
  readonly name: string;
  /** Values that a message must carry to be meant for this subscription. */
  readonly correlation: Variables;
}

export interface IncidentState {
  readonly key: Key;
  /** The element instance that is held; absent when a whole step was given up. */
  readonly owner?: Key;
  readonly elementId: string;
  readonly code: IncidentCode;
  readonly message: string;
  readonly at: Instant;
  /** The command of a step that was given up as a whole; retrying the incident runs it again. */
  readonly retry?: Command;
}

/** Why an element cannot go on by itself. */
export type IncidentCode =
  | 'expression-failed'
  | 'no-flow-chosen'
  | 'timer-invalid'
  | 'decision-failed'
  | 'error-not-caught'
  | 'job-failed'
  | 'called-process-unknown'
  | 'called-process-failed'
  | 'mapping-failed'
  | 'loop-invalid'
  | 'condition-failed'
  | 'cancel-not-caught'
  | 'work-budget-exceeded';
