import type { Editing } from './editing.js';
import { childOf, definitionOf, isTimer, textOf, type StudioElement } from './element.js';

const kinds = ['timeDuration', 'timeDate', 'timeCycle'] as const;

/** What a timer waits for: a duration, a date, or a repetition. */
export type TimerKind = (typeof kinds)[number];

/** A timer event as the file says it. */
export interface Timer {
  readonly kind: TimerKind;
  readonly value: string;
  /** Id of a calendar or an expression; empty: time runs day and night. */
  readonly calendar: string;
}

/** The timer of an event; undefined for events without one. */
export function timerOf(event: StudioElement): Timer | undefined {
  const definition = definitionOf(event);
  if (!definition || !isTimer(event)) return undefined;
  const kind = kinds.find((each) => childOf(definition, each)) ?? 'timeDuration';
  const value = textOf(childOf(definition, kind), 'body');
  return { kind, value, calendar: textOf(definition, 'lianban:calendar') };
}

/** Changes a timer; of the three ways to say when, only the new one stays. */
export function setTimer(edit: Editing, event: StudioElement, change: Partial<Timer>): void {
  const definition = definitionOf(event);
  const timer = timerOf(event);
  if (!definition || !timer) return;
  const { kind, value, calendar } = { ...timer, ...change };
  edit.atOnce(() => {
    for (const each of kinds) edit.setExpression(event, definition, each, each === kind ? value : '');
    if (calendar !== timer.calendar)
      edit.setInner(event, definition, { 'lianban:calendar': calendar === '' ? undefined : calendar });
  });
}
