import { evaluate } from '../expression/evaluate.js';
import type { CompiledProcess } from '../model/compiled-process.js';
import type { Expression } from '../model/expression.js';
import { triggersOf, type SingleTrigger, type TimerDefinition } from '../model/trigger.js';
import { planTimer, type PlannedTimer, type TimeSource } from './timers.js';

/**
 * What starts instances of a process by itself while it is deployed (BPMN 2.0 §13.5.1): a message or signal by its
 * name, or a timer that runs from the deployment on.
 */
export type StartTrigger = NamedStart | TimedStart;

export interface NamedStart {
  readonly type: 'message' | 'signal';
  /** The start event, receive task or event behind an instantiating gateway, for the command `start`. */
  readonly elementId: string;
  readonly name: string;
}

export interface TimedStart {
  readonly type: 'timer';
  readonly elementId: string;
  readonly definition: TimerDefinition;
  readonly timer: PlannedTimer;
}

/**
 * The start triggers of a process, as if deployed at `env.now`. A name or time that cannot be computed without an
 * instance gives none. Throws `Failure` when a computed time is no time.
 */
export function startTriggers(process: CompiledProcess, env: TimeSource): StartTrigger[] {
  return process.starts.flatMap(({ elementId, trigger }) =>
    triggersOf(trigger).flatMap((single) => startTrigger(env, elementId, single)),
  );
}

function startTrigger(env: TimeSource, elementId: string, trigger: SingleTrigger): StartTrigger[] {
  const text = (expression: Expression): string | undefined => {
    const { value } = { value: undefined, ...evaluate(expression, {}, env.now) };
    return typeof value === 'string' ? value : undefined;
  };
  switch (trigger.type) {
    case 'message':
    case 'signal': {
      const name = text(trigger.type === 'message' ? trigger.message.name : trigger.name);
      return name === undefined ? [] : [{ type: trigger.type, elementId, name }];
    }
    case 'timer': {
      const { kind, calendar: named } = trigger.timer;
      const value = text(trigger.timer.value);
      const calendar = typeof named === 'object' ? text(named) : named;
      if (value === undefined || (named !== undefined && calendar === undefined)) return [];
      const timer = planTimer(env, { kind, calendar }, value);
      return [{ type: 'timer', elementId, definition: trigger.timer, timer }];
    }
    default:
      return [];
  }
}
