import type { Expression, FeelExpression, Mapping } from './expression.js';

/**
 * What a timer event waits for (BPMN 2.0 §10.5.5): an ISO-8601 date, duration or repeating interval, or an expression
 * that yields one. With `calendar`, the duration is counted in that calendar's working time; an expression yields its id
 * when the timer is set.
 */
export interface TimerDefinition {
  readonly kind: 'date' | 'duration' | 'cycle';
  readonly value: Expression;
  readonly calendar?: string | FeelExpression;
}

/** What starts, continues or ends at an event (BPMN 2.0 §10.5.5 "Event Definitions"). */
export type Trigger = SingleTrigger | MultipleTrigger;

export type SingleTrigger =
  | { readonly type: 'none' }
  | { readonly type: 'timer'; readonly timer: TimerDefinition }
  | { readonly type: 'message'; readonly message: MessageDefinition }
  | { readonly type: 'signal'; readonly name: Expression }
  | { readonly type: 'conditional'; readonly condition: Expression }
  | ErrorTrigger
  | { readonly type: 'escalation'; readonly code?: string; readonly codeVariable?: string }
  | CompensationTrigger
  | { readonly type: 'cancel' }
  /** Read as a sequence flow from the throwing to the catching event; the event itself does nothing. */
  | { readonly type: 'link'; readonly name: string }
  | { readonly type: 'terminate' };

/** Several triggers: any one of them when caught, all of them when thrown; with `parallel` all must be caught. */
export interface MultipleTrigger {
  readonly type: 'multiple';
  readonly parallel: boolean;
  readonly triggers: readonly SingleTrigger[];
}

export interface ErrorTrigger {
  readonly type: 'error';
  readonly code?: string;
  /** Variables that get the caught error's code and message. */
  readonly codeVariable?: string;
  readonly messageVariable?: string;
}

export interface CompensationTrigger {
  readonly type: 'compensation';
  /** The activity to compensate; absent: everything in the scope. */
  readonly activity?: string;
  /** False: the event goes on while the handlers still run. */
  readonly waits: boolean;
}

/** A message by name, with the values that pick out the one receiver among several (BPMN 2.0 §8.4.2). */
export interface MessageDefinition {
  readonly name: Expression;
  readonly correlation: readonly Mapping[];
}

/** The triggers of an event one by one. */
export function triggersOf(trigger: Trigger): readonly SingleTrigger[] {
  return trigger.type === 'multiple' ? trigger.triggers : [trigger];
}
