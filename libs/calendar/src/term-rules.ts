import type { Counted } from './counting.rules.js';
import type { TermLength } from './term-length.js';

/** How one kind of calendar counts, in milliseconds since 1970. */
export interface TermRules {
  /** Where a term that starts at `from` ends. */
  add(from: number, length: TermLength): Counted<number>;
  /** The due time after a pause: moved by the units of the term that really passed in the pause. */
  pause(dueAt: number, length: TermLength, pause: Pause): Counted<number>;
}

/** A stretch of time in which a clock stood still. */
interface Pause {
  readonly from: number;
  readonly to: number;
}
