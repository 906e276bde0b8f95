import type { Expression, Mapping } from './expression.js';

/**
 * What a timer event waits for (BPMN 2.0 §10.5.5): an ISO-8601 date, duration or repeating interval, or an expression
 * that yields one. With `calendar`, the duration is counted in that calendar's working time.
 */
export interface TimerDefinition {
  readonly kind: 'date' | 'duration' | 'cycle';
  readonly value: Expression;
  readonly calendar?: string;
}

/** What starts, continues or ends at an event (BPMN 2.0 §10.5.5 "Event Definitions"). */
export type Trigger =
  | { readonly type: 'none' }
  | { readonly type: 'timer'; readonly timer: TimerDefinition }
  | { readonly type: 'message'; readonly message: MessageDefinition }
  | { readonly type: 'signal'; readonly name: Expression }
  | { readonly type: 'error'; readonly code?: string }
  | { readonly type: 'escalation'; readonly code?: string }
  | { readonly type: 'terminate' };

/** A message by name, with the values that pick out the one receiver among several (BPMN 2.0 §8.4.2). */
export interface MessageDefinition {
  readonly name: Expression;
  readonly correlation: readonly Mapping[];
}
