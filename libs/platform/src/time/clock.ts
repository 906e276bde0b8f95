/** Where "now" comes from. Rules take instants as arguments; only the outermost layer asks a clock. */
export interface Clock {
  now(): Date;
}

/** Nest token of the {@link Clock}. */
export const CLOCK = Symbol('CLOCK');

/** The machine's own time. */
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved by hand; for tests, replays and simulations. */
export class ManualClock implements Clock {
  #now: number;

  constructor(start: Date | string) {
    this.#now = instant(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Moves to an instant. Time never runs backwards: an earlier instant is a RangeError. */
  advanceTo(moment: Date | string): void {
    const next = instant(moment);
    if (next < this.#now) {
      const given = new Date(next).toISOString();
      throw new RangeError(
        `ManualClock stands at ${this.now().toISOString()}; expected a later instant than ${given}.`,
      );
    }
    this.#now = next;
  }

  /** Moves on by so many milliseconds. */
  advanceBy(milliseconds: number): void {
    this.advanceTo(new Date(this.#now + milliseconds));
  }
}

function instant(moment: Date | string): number {
  const time = new Date(moment).getTime();
  if (Number.isNaN(time))
    throw new RangeError(`"${String(moment)}" is not an instant; expected ISO 8601 with an offset.`);
  return time;
}
