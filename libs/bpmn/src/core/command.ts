import type { Variables } from '../model/value.js';
import type { CalledOutcome } from './effect.js';
import type { Key } from './state.js';

/** What can be asked of a process instance. Commands are imperative; one command makes one step. */
export type Command =
  | {
      readonly type: 'start';
      readonly instanceId: string;
      /** The event that starts it, e.g. one with a message; all none start events when absent. */
      readonly startEvent?: string;
      /** Elements that begin instead of start events, when an operator starts in the middle. */
      readonly startBefore?: readonly string[];
      readonly variables: Variables;
      readonly parent?: { readonly instanceId: string; readonly key: Key };
    }
  /** Finishes a waiting user, service, send, receive or business rule task (or any activity that waits). */
  | { readonly type: 'complete-element'; readonly key: Key; readonly variables: Variables }
  | { readonly type: 'trigger-timer'; readonly key: Key }
  | { readonly type: 'trigger-subscription'; readonly key: Key; readonly variables: Variables }
  | {
      readonly type: 'throw-error';
      readonly key: Key;
      readonly code: string;
      readonly message?: string;
      readonly variables?: Variables;
    }
  | { readonly type: 'throw-escalation'; readonly key: Key; readonly code?: string; readonly variables?: Variables }
  /** Begins an activity of a waiting ad-hoc sub-process, which `key` names. */
  | { readonly type: 'activate-element'; readonly key: Key; readonly elementId: string }
  /** A technical failure of the work at an element: becomes an incident. */
  | { readonly type: 'fail-element'; readonly key: Key; readonly message: string }
  | { readonly type: 'resolve-incident'; readonly key: Key }
  | { readonly type: 'finish-call'; readonly key: Key; readonly outcome: CalledOutcome }
  | { readonly type: 'fail-call'; readonly key: Key; readonly message: string }
  /** `scope` absent: the variables of the process itself. */
  | { readonly type: 'set-variables'; readonly scope?: Key; readonly variables: Variables }
  | { readonly type: 'cancel-instance'; readonly reason: string }
  | { readonly type: 'suspend-instance' }
  | { readonly type: 'resume-instance' }
  | { readonly type: 'modify-instance'; readonly instructions: readonly ModifyInstruction[]; readonly reason: string }
  | MigrateInstance
  /** Stops the clocks of an element's boundary timers (or of a timer event) until they are resumed. */
  | { readonly type: 'suspend-timers'; readonly owner: Key }
  | { readonly type: 'resume-timers'; readonly owner: Key }
  /** Sets another due time. */
  | ({ readonly type: 'move-timer'; readonly key: Key; readonly dueAt: string; readonly reason: string } & TimerMove);

/** Why a timer is moved, so that its term can be counted anew when a calendar changes. */
export interface TimerMove {
  /** Of an extension: its duration. */
  readonly by?: string;
  /** It was counted anew: whatever counts it later begins from its start. */
  readonly recount?: boolean;
}

/**
 * What an operator does to tokens. `scope`: the key of the open scope in which something is started, where several are
 * open; `variables`: local to what is started, or set in the scope for a flow.
 */
export type ModifyInstruction =
  | { readonly do: 'cancel'; readonly key: Key }
  /** All instances of an element. */
  | { readonly do: 'cancel-all'; readonly elementId: string }
  | { readonly do: 'start-before'; readonly elementId: string; readonly scope?: Key; readonly variables?: Variables }
  /** Over the only flow that leaves the element. */
  | { readonly do: 'start-after'; readonly elementId: string; readonly scope?: Key; readonly variables?: Variables }
  | { readonly do: 'take-flow'; readonly flowId: string; readonly scope?: Key; readonly variables?: Variables };

/** Goes over to another version, whose process the step is given; made from a `MigrationPlan` that was checked. */
export interface MigrateInstance {
  readonly type: 'migrate-instance';
  /** The process that the instance must be of. */
  readonly from: string;
  /** Elements and flows whose id is another in the new version: old → new. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Events of boundaries and event sub-processes that the old version did not have: they begin to listen. */
  readonly added: readonly string[];
  /** Events of the new version whose terms and names are computed anew, as from now. */
  readonly anew: readonly string[];
}

export type CommandType = Command['type'];
