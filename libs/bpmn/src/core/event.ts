import type { Outcome } from '../model/flow-node.js';
import type { Instant, JsonValue, Variables } from '../model/value.js';
import type {
  CompensationRecord,
  ConditionState,
  ElementPart,
  IncidentState,
  Key,
  SubscriptionState,
  TermRole,
  TimerState,
} from './state.js';

/** A user task as it is offered to people; every expression is already evaluated. */
export interface TaskOffer {
  readonly name: string;
  readonly lane?: string;
  readonly unit?: string;
  readonly assignee?: string;
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
  readonly form?: string;
  readonly outcomes: readonly Outcome[];
  /** When the yellow light begins: due time of the boundary timer with term role `warning`. */
  readonly warnAt?: Instant;
  /** When the term ends: due time of the boundary timer with term role `due`. */
  readonly dueAt?: Instant;
  /** Whose boundary timers carry the term: the task's own, or those of a sub-process around it. */
  readonly termOwner?: Key;
  readonly properties: Readonly<Record<string, string>>;
}

/** Work for a handler or an external worker. */
export interface JobOffer {
  readonly topic: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface ElementActivated {
  readonly type: 'element-activated';
  readonly key: Key;
  readonly elementId: string;
  readonly scope: Key;
  readonly part?: ElementPart;
  readonly index?: number;
  readonly compensates?: Key;
  readonly snapshot?: Variables;
  readonly variables?: Variables;
}

/**
 * What a step did, in order. Events are facts in the past tense; they alone change state (`applyEvent`), so the list
 * of all events of an instance is its history and replaying it gives its state.
 */
export type EngineEvent =
  | {
      readonly type: 'instance-started';
      readonly id: string;
      readonly processId: string;
      readonly variables: Variables;
      readonly at: Instant;
      readonly parent?: { readonly instanceId: string; readonly key: Key };
    }
  | ElementActivated
  | { readonly type: 'element-waiting'; readonly key: Key }
  | { readonly type: 'element-leaving'; readonly key: Key; readonly elementId: string }
  | { readonly type: 'element-completed'; readonly key: Key; readonly elementId: string; readonly part?: ElementPart }
  | { readonly type: 'element-terminated'; readonly key: Key; readonly elementId: string; readonly reason: string }
  | {
      readonly type: 'loop-started';
      readonly key: Key;
      readonly elementId: string;
      readonly total: number | null;
      readonly items?: readonly JsonValue[];
    }
  /** The next instance of a loop begins; its own activation follows. */
  | { readonly type: 'loop-turned'; readonly key: Key }
  | { readonly type: 'loop-output'; readonly key: Key; readonly index: number; readonly value: JsonValue }
  /** An interrupting event sub-process has ended everything else in the scope. */
  | { readonly type: 'scope-interrupted'; readonly key: Key; readonly elementId: string }
  | { readonly type: 'flow-taken'; readonly flowId: string; readonly scope: Key }
  | { readonly type: 'join-arrived'; readonly scope: Key; readonly gatewayId: string; readonly flowId: string }
  | {
      readonly type: 'join-consumed';
      readonly scope: Key;
      readonly gatewayId: string;
      readonly flowIds: readonly string[];
    }
  | { readonly type: 'variables-set'; readonly scope: Key; readonly variables: Variables }
  | { readonly type: 'user-task-created'; readonly key: Key; readonly elementId: string; readonly task: TaskOffer }
  | { readonly type: 'job-created'; readonly key: Key; readonly elementId: string; readonly job: JobOffer }
  | { readonly type: 'timer-scheduled'; readonly timer: TimerState }
  | {
      readonly type: 'timer-fired';
      readonly key: Key;
      readonly owner: Key;
      readonly elementId: string;
      readonly dueAt: Instant;
      readonly ticks: number;
      readonly role?: TermRole;
    }
  /** The next round of a cycle; the firing before it removed the timer. */
  | { readonly type: 'timer-rearmed'; readonly timer: TimerState }
  | {
      readonly type: 'timer-moved';
      readonly key: Key;
      readonly owner: Key;
      readonly elementId: string;
      readonly dueAtBefore: Instant;
      readonly dueAt: Instant;
      readonly reason: string;
      /** Of an extension: its duration. */
      readonly by?: string;
      /** It was counted anew by a changed calendar. */
      readonly recount?: boolean;
    }
  | {
      readonly type: 'timer-suspended';
      readonly key: Key;
      readonly owner: Key;
      readonly elementId: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'timer-resumed';
      readonly key: Key;
      readonly owner: Key;
      readonly elementId: string;
      readonly dueAtBefore: Instant;
      readonly dueAt: Instant;
    }
  | { readonly type: 'timer-cancelled'; readonly key: Key; readonly owner: Key; readonly elementId: string }
  | { readonly type: 'condition-armed'; readonly condition: ConditionState }
  | { readonly type: 'condition-changed'; readonly key: Key; readonly holds: boolean }
  | { readonly type: 'condition-triggered'; readonly key: Key; readonly owner: Key; readonly elementId: string }
  | { readonly type: 'condition-withdrawn'; readonly key: Key; readonly owner: Key; readonly elementId: string }
  | { readonly type: 'compensation-recorded'; readonly scope: Key; readonly record: CompensationRecord }
  /** A record is taken up: its handler begins. */
  | { readonly type: 'compensation-begun'; readonly scope: Key; readonly key: Key; readonly elementId: string }
  /** A complex gateway fired or, with no flows, is ready again. */
  | {
      readonly type: 'gateway-reset';
      readonly scope: Key;
      readonly gatewayId: string;
      readonly flowIds?: readonly string[];
    }
  | { readonly type: 'subscription-opened'; readonly subscription: SubscriptionState }
  | { readonly type: 'subscription-triggered'; readonly key: Key; readonly owner: Key; readonly elementId: string }
  | { readonly type: 'subscription-closed'; readonly key: Key; readonly owner: Key; readonly elementId: string }
  | {
      readonly type: 'call-started';
      readonly key: Key;
      readonly elementId: string;
      readonly calledProcess: string;
      readonly calledInstance: string;
    }
  | { readonly type: 'error-thrown'; readonly elementId: string; readonly code: string; readonly caughtBy?: string }
  | {
      readonly type: 'escalation-thrown';
      readonly elementId: string;
      readonly code?: string;
      readonly caughtBy?: string;
    }
  | { readonly type: 'incident-raised'; readonly incident: IncidentState }
  | { readonly type: 'incident-resolved'; readonly key: Key; readonly owner?: Key; readonly elementId: string }
  | { readonly type: 'instance-suspended'; readonly at: Instant }
  | { readonly type: 'instance-resumed'; readonly at: Instant }
  /** It runs by another version from here on; what had an id of `renamed` has the new one. */
  | {
      readonly type: 'instance-migrated';
      readonly processId: string;
      readonly renamed: Readonly<Record<string, string>>;
    }
  | { readonly type: 'instance-completed'; readonly variables: Variables }
  | { readonly type: 'instance-terminated'; readonly reason: string };

export type EngineEventType = EngineEvent['type'];
