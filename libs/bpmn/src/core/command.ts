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
  /** Stops the clocks of an element's boundary timers (or of a timer event) until they are resumed. */
  | { readonly type: 'suspend-timers'; readonly owner: Key }
  | { readonly type: 'resume-timers'; readonly owner: Key }
  /** Sets another due time, e.g. for an extension granted or a calendar changed. */
  | { readonly type: 'move-timer'; readonly key: Key; readonly dueAt: string; readonly reason: string };

export type CommandType = Command['type'];
