import type { Instant } from '../../model/value.js';
import { evenly } from './evenly.js';
import type { LoadOptions } from './simulate-case.js';

/** How a past case stayed at a step: in the order of its stays. */
export interface PastStay {
  readonly element: string;
  /** Milliseconds of working time that it took, or that are known to have been too few. */
  readonly worked: number;
  /** By which calendar that is counted; absent: the ordinary one. */
  readonly calendar?: string;
  /** Whether somebody finished it; otherwise a lapse, or something else, took it away first. */
  readonly finished: boolean;
  readonly outcome?: string;
}

/** How work of unknown length is taken, and how a length is added to an instant. */
export interface HandlingRules {
  /** When so much working time has passed by a calendar. */
  readonly after: (from: Instant, worked: number, calendar: string | undefined) => Instant;
  /** Milliseconds that a step takes which no past case ever finished; undefined: nobody does it. */
  readonly unknown: number | undefined;
}

/**
 * How past cases would be handled in another diagram. A case that finished a step takes as long there as it did, with the
 * same outcome. A stay that was cut short would have taken longer: it takes as long as one of the finished stays that
 * took longer than where it was cut; where there is none, nobody finishes it. A step where the case never was takes as
 * long, and ends, as in one of the cases that finished it. Which one is spread evenly, and the same in every run.
 * Programs take no time, and messages never come.
 */
export class PastHandling {
  readonly #finished = new Map<string, readonly PastStay[]>();

  constructor(
    private readonly cases: readonly (readonly PastStay[])[],
    private readonly rules: HandlingRules,
  ) {
    const finished = new Map<string, PastStay[]>();
    for (const stay of cases.flat()) {
      if (!stay.finished) continue;
      const here = finished.get(stay.element);
      if (here) here.push(stay);
      else finished.set(stay.element, [stay]);
    }
    for (const [element, stays] of finished)
      this.#finished.set(
        element,
        stays.sort((a, b) => a.worked - b.worked),
      );
  }

  /** Elements that some past case finished; of all others nothing is known. */
  get known(): ReadonlySet<string> {
    return new Set(this.#finished.keys());
  }

  /** How one of the cases is handled, by its number. */
  of(number: number): Required<Pick<LoadOptions, 'doneAt' | 'outcome'>> {
    const stays = this.cases[number] ?? [];
    const stayAt = (element: string, nth: number): PastStay | undefined => {
      const own = stays.filter((stay) => stay.element === element)[nth];
      return own?.finished ? own : this.#likely(element, own?.worked, number + nth + 1);
    };
    return {
      doneAt: (element, from, nth, type) => {
        if (type === 'receiveTask') return undefined;
        if (type !== 'userTask') return from;
        const stay = stayAt(element, nth);
        if (stay) return this.rules.after(from, stay.worked, stay.calendar);
        const { unknown } = this.rules;
        if (this.#finished.has(element) || unknown === undefined) return undefined;
        return this.rules.after(from, unknown, undefined);
      },
      outcome: (element, nth) => stayAt(element, nth)?.outcome,
    };
  }

  /** One of the stays that were finished there, longer than a time that is known to have been too short. */
  #likely(element: string, longerThan: number | undefined, turn: number): PastStay | undefined {
    const all = this.#finished.get(element) ?? [];
    const from = longerThan === undefined ? 0 : firstLonger(all, longerThan);
    return all[from + Math.floor((all.length - from) * evenly(turn))];
  }
}

/** Where in a list by length the stays begin that took longer. */
function firstLonger(stays: readonly PastStay[], than: number): number {
  let [low, high] = [0, stays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stays[middle]?.worked ?? 0) > than) high = middle;
    else low = middle + 1;
  }
  return low;
}
