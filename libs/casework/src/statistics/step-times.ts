/** Median and ninth decile of some times, in hours; null: nothing was counted. */
export interface Spread {
  readonly median: number | null;
  readonly p90: number | null;
}

/** How long a step took in a unit, of the tasks that were finished or lapsed. */
export interface StepTime {
  readonly definitionKey: string;
  readonly elementId: string;
  /** As the diagram calls it. */
  readonly step: string;
  /** Null: all units of the scope together. */
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly count: number;
  /** From receipt to the end. */
  readonly whole: Spread;
  /** Until somebody claimed the task, or it ended without that. */
  readonly waiting: Spread;
  /** From being claimed to the end, without pauses; of the tasks that were claimed. */
  readonly handling: Spread;
  /** Tasks whose clock stood. */
  readonly paused: number;
  /** How long clocks stood, all together. */
  readonly pausedHours: number;
}

/** Times of all steps. */
export interface StepTimes {
  /** The calendar in which hours are counted. */
  readonly calendar: string;
  readonly items: readonly StepTime[];
}
