import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CommandService } from '@lianban/engine';
import { CLOCK, Database, LOGGER, type Clock } from '@lianban/platform';
import { findStepOfTerm } from '../tasks/step.sql.js';
import { endPause, overduePauses } from './act.sql.js';

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
    let resumed = 0;
    for (let after = '0', page; ; after = page.at(-1)?.id ?? after) {
      page = await overduePauses(this.#database, now, { after, limit: atOnce });
      for (const pause of page) if (await this.#resume(pause, now)) resumed += 1;
      if (page.length < atOnce) return resumed;
    }
  }

  /** One clock that cannot run again must not keep the others standing. */
  async #resume(pause: { readonly instanceId: string; readonly key: number }, now: Date): Promise<boolean> {
    try {
      return await this.#database.transaction(async (tx) => {
        const step = await findStepOfTerm(tx, pause);
        const stands = step?.state === 'open' && step.suspended;
        const command = { type: 'resume-timers', owner: pause.key } as const;
        if (stands) await this.#commands.execute(tx, { instanceId: pause.instanceId, command, actor: 'system' });
        await endPause(tx, pause, now);
        return stands;
      });
    } catch (error) {
      const step = await findStepOfTerm(this.#database, pause);
      // Somebody else may have been quicker.
      if (step?.suspended) this.#log.warn({ err: error, ...pause }, 'a pause has lasted too long and cannot be ended');
      return false;
    }
  }
}
