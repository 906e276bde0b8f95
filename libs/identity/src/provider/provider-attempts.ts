import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CLOCK, type Clock } from '@lianban/platform';
import { SecretBox } from '../second-factor/secret-box.js';

const life = 10 * 60_000;
const context = 'provider attempt';

const attemptSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('provider'), state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() }),
  z.object({ at: z.literal('code'), accountId: z.string(), next: z.string() }),
]);
const keptSchema = z.object({ until: z.number(), attempt: attemptSchema });

/** Where somebody is who signs in by a provider: over there, or back and asked for a code. */
type ProviderAttempt = z.output<typeof attemptSchema>;

/** Keeps attempts in the browser that makes them, sealed: beginning one writes nothing, and no other browser ends it. */
@Injectable()
export class ProviderAttempts {
  readonly #box: SecretBox;
  readonly #clock: Clock;

  constructor(box: SecretBox, @Inject(CLOCK) clock: Clock) {
    this.#box = box;
    this.#clock = clock;
  }

  /** For a cookie. */
  async seal(attempt: ProviderAttempt): Promise<string> {
    return await this.#box.seal(JSON.stringify({ until: this.#clock.now().getTime() + life, attempt }), context);
  }

  /** Undefined where it is none, or older than ten minutes. */
  async open(sealed: string): Promise<ProviderAttempt | undefined> {
    const text = await this.#box.open(sealed, context);
    if (text === undefined) return undefined;
    const { until, attempt } = keptSchema.parse(JSON.parse(text));
    return until > this.#clock.now().getTime() ? attempt : undefined;
  }
}
