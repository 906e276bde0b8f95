import type { CallActivity } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import type { Key } from './state.js';

/**
 * What a step asks of the world around the core. The run-time carries effects out in the transaction of the step
 * (calls between instances) or after it (messages); the core itself never does.
 */
export type Effect =
  | {
      readonly type: 'start-called-process';
      readonly key: Key;
      readonly calledProcess: string;
      readonly binding: CallActivity['binding'];
      readonly calledInstance: string;
      readonly variables: Variables;
    }
  | { readonly type: 'cancel-called-process'; readonly calledInstance: string; readonly reason: string }
  | {
      readonly type: 'publish-message';
      readonly name: string;
      readonly correlation: Variables;
      readonly variables: Variables;
    }
  /** For all other instances; the throwing one has been reached within the step. */
  | { readonly type: 'broadcast-signal'; readonly name: string; readonly variables: Variables }
  /** An escalation that nobody catches in this called instance; the caller may, and the instance goes on. */
  | {
      readonly type: 'escalate-to-caller';
      readonly parent: { readonly instanceId: string; readonly key: Key };
      readonly code?: string;
      /** The called instance's variables at that moment. */
      readonly variables: Variables;
    }
  /** Tells the caller that this called instance ended. */
  | {
      readonly type: 'return-to-caller';
      readonly parent: { readonly instanceId: string; readonly key: Key };
      readonly outcome: CalledOutcome;
    };

/** How a called process instance ended, as its caller sees it. */
export type CalledOutcome =
  | { readonly type: 'completed'; readonly variables: Variables }
  | { readonly type: 'error'; readonly code: string; readonly message?: string; readonly variables?: Variables }
  | { readonly type: 'terminated'; readonly reason: string };
