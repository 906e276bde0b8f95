import type { Spread } from '../statistics/step-times.js';

/** How long cases stayed at an element, in working hours, and how many of the stays ended by a lapse. */
export interface ElementTime extends Spread {
  readonly elementId: string;
  readonly count: number;
  readonly lapsed: number;
}

/** The times of a version of a workflow. */
export interface ElementTimes {
  /** The calendar in which hours are counted. */
  readonly calendar: string;
  readonly items: readonly ElementTime[];
  /** Whether there were more ended steps than are looked at; the newest are. */
  readonly cut: boolean;
}
