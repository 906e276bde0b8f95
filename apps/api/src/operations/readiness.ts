import { Injectable } from '@nestjs/common';

/** Why this process does not want requests at the moment, beyond what it finds out by asking the database. */
@Injectable()
export class Readiness {
  #reason: string | undefined;

  /** Undefined: it wants them. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** From now on the process is not ready, so that a proxy sends requests elsewhere. */
  refuse(reason: string): void {
    this.#reason = reason;
  }
}
