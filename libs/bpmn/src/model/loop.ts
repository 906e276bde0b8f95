import type { Expression } from './expression.js';
import type { Trigger } from './trigger.js';

/** An activity that is done again while a condition is true (BPMN 2.0 §13.3.6). */
export interface StandardLoop {
  readonly kind: 'standard';
  /** True: the condition is looked at before the first turn as well. */
  readonly testBefore: boolean;
  readonly condition?: Expression;
  /** No more turns than this. */
  readonly maximum?: Expression;
}

/** An activity of which a number of instances run, at once or one after the other (BPMN 2.0 §13.3.7). */
export interface MultiInstanceLoop {
  readonly kind: 'multi-instance';
  readonly sequential: boolean;
  /** How many instances; absent when a collection says it. */
  readonly cardinality?: Expression;
  /** One instance for each of its items. */
  readonly collection?: Expression;
  /** The instance's variable that holds its item. */
  readonly elementVariable?: string;
  /** The variable that gets the list of the instances' outputs. */
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  /** Looked at whenever an instance completes; once true, the others are cancelled. */
  readonly completionCondition?: Expression;
  /** What instances throw when they complete; nothing unless `behavior` is None, One or Complex (BPMN 2.0 §13.3.7). */
  readonly throws: readonly LoopThrow[];
  /** What the first instance's `loopCounter` is: 0, or 1 in diagrams drawn for Zeebe. */
  readonly firstCounter: 0 | 1;
}

export interface LoopThrow {
  /** `each`: at every completion; `first`: at the first; an expression: at every completion at which it is true. */
  readonly when: 'each' | 'first' | Expression;
  readonly trigger: Trigger;
}

export type LoopCharacteristics = StandardLoop | MultiInstanceLoop;
