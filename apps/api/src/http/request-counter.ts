import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@lianban/platform';
import { RateLimitedError } from './http-errors.js';

const window = 60_000;
/** Beyond this the oldest are forgotten, so that the memory is bounded. */
const mostKnown = 20_000;

/** Counts requests of an address or a token within a minute, in this process only: n processes allow n times as much. */
@Injectable()
export class RequestCounter {
  readonly #clock: Clock;
  readonly #counts = new Map<string, { since: number; count: number }>();

  constructor(@Inject(CLOCK) clock: Clock) {
    this.#clock = clock;
  }

  /** @param whose what is counted, and for whom @throws RateLimitedError */
  count(whose: string, perMinute: number): void {
    const now = this.#clock.now().getTime();
    const known = this.#counts.get(whose);
    const current = known && now - known.since < window ? known : { since: now, count: 0 };
    current.count += 1;
    if (current !== known) this.#remember(whose, current);
    if (current.count > perMinute) throw new RateLimitedError(Math.ceil((current.since + window - now) / 1_000));
  }

  #remember(whose: string, entry: { since: number; count: number }): void {
    this.#counts.delete(whose); // a Map keeps the order of insertion: the first key is the oldest
    this.#counts.set(whose, entry);
    if (this.#counts.size <= mostKnown) return;
    const oldest = this.#counts.keys().next().value;
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
