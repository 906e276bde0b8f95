import { addDuration, evenly, isDuration, type LoadOptions, type WorkingCalendars } from '@lianban/bpmn';
import { Refused } from '../installation/refused.js';

/** Who does the work of a simulated load, and how fast, as options of the command. */
export interface HandlingOptions {
  readonly handle?: readonly string[];
  readonly outcome?: readonly string[];
  readonly calendar?: string;
}

/** Shortest and longest time that work at an element takes. */
type Span = readonly [shortest: string, longest: string];

/**
 * The options as the simulation takes them. Between the shortest and the longest time the visits of an element are
 * spread evenly, in the same way in every run.
 *
 * @throws Refused for an option that cannot be read, or a calendar that does not exist
 */
export function handlingOf(
  { handle = [], outcome = [], calendar }: HandlingOptions,
  calendars: WorkingCalendars,
): Pick<LoadOptions, 'doneAt' | 'outcome'> {
  if (calendar !== undefined && !calendars.has(calendar))
    throw new Refused(`Calendar "${calendar}" does not exist: name one of this installation, e.g. working-days.`);
  const spans = new Map(handle.map(pairOf).map(([element, text]) => [element, spanOf(text)]));
  const outcomes = new Map(outcome.map(pairOf));
  const after = (from: string, duration: string) =>
    calendar === undefined ? addDuration(from, duration) : calendars.addDuration(calendar, from, duration);
  return {
    outcome: (element) => outcomes.get(element),
    doneAt: (element, from, nth) => {
      const span = spans.get(element);
      if (!span) return undefined;
      const [shortest, longest] = span.map((duration) => Date.parse(after(from, duration))) as [number, number];
      return new Date(shortest + (longest - shortest) * evenly(nth)).toISOString();
    },
  };
}

/** `name=value` in its two parts. @throws Refused */
export function pairOf(text: string): [string, string] {
  const split = text.indexOf('=');
  if (split < 1) throw new Refused(`"${text}" is no pair: expected name=value.`);
  return [text.slice(0, split), text.slice(split + 1)];
}

function spanOf(text: string): Span {
  const [shortest = '', longest = shortest, ...more] = text.split('..');
  if (more.length === 0 && isDuration(shortest) && isDuration(longest)) return [shortest, longest];
  throw new Refused(`"${text}" is no time to work: expected P2D, or P1D..P5D for all between.`);
}
