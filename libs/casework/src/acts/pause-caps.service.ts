import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CommandService } from '@lianban/engine';
import { CLOCK, Database, LOGGER, throughPages, type Clock } from '@lianban/platform';
import { findStepOfTerm } from '../tasks/step.sql.js';
import { endPause, overduePauses, type Pause } from './act.sql.js';

const atOnce = 100;

/** Lets clocks run again that have stood for as long as their reason allows. */
@Injectable()
export class PauseCaps {
  readonly #database: Database;
  readonly #commands: CommandService;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(database: Database, commands: CommandService, @Inject(CLOCK) clock: Clock, @Inject(LOGGER) log: Logger) {
    this.#log = log;
    this.#database = database;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** Safe at any moment and in any number of processes. Gives how many clocks run again. */
  async resumeOverdue(): Promise<number> {
    const now = this.#clock.now();
    return await throughPages<Pause>({
      find: (after) => overduePauses(this.#database, now, { after, limit: atOnce }),
      act: (pause) => this.#resume(pause, now),
      failed: async (err, pause) => {
        const step = await findStepOfTerm(this.#database, pause);
        // Somebody else may have been quicker.
        if (step?.suspended) this.#log.warn({ err, ...pause }, 'a pause has lasted too long and cannot be ended');
      },
    });
  }

  async #resume(pause: Pause, now: Date): Promise<number> {
    return await this.#database.transaction(async (tx) => {
      const step = await findStepOfTerm(tx, pause);
      const stands = step?.state === 'open' && step.suspended;
      const command = { type: 'resume-timers', owner: pause.key } as const;
      if (stands) await this.#commands.execute(tx, { instanceId: pause.instanceId, command, actor: 'system' });
      await endPause(tx, pause, now);
      return stands ? 1 : 0;
    });
  }
}
