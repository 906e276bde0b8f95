import { EventEmitter, once } from 'node:events';
import { Injectable } from '@nestjs/common';

const rung = 'job';

/** Rings in this process when a committed step has made work, for those who wait for some. */
@Injectable()
export class JobBell {
  readonly #bell = new EventEmitter().setMaxListeners(0);

  ring(): void {
    this.#bell.emit(rung);
  }

  /** Ends with the next ring, after `ms` milliseconds, or when `signal` is aborted. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    const within = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(ms))]);
    await once(this.#bell, rung, { signal: within }).catch((error: unknown) => {
      if (!within.aborted) throw error;
    });
  }
}
