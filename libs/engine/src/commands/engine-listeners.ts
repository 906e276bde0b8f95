import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import type { EngineListener } from './engine-listener.js';
import type { StepRecord } from './step-record.js';

/** The listeners of this process, in order of registration; a domain module registers its own in `onModuleInit`. */
@Injectable()
export class EngineListeners {
  readonly #listeners: EngineListener[] = [];

  register(listener: EngineListener): void {
    this.#listeners.push(listener);
  }

  /** Tells every listener of every step. The first error ends it and is thrown on. */
  async tell(tx: Transaction, steps: readonly StepRecord[]): Promise<void> {
    for (const step of steps) {
      for (const listener of this.#listeners) await listener.onStep(tx, step);
    }
  }
}
