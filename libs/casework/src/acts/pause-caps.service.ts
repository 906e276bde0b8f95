import { Inject, Injectable } from '@nestjs/common';
import { CommandService } from '@lianban/engine';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { findStep } from '../tasks/step.sql.js';
import { endPause, overduePauses } from './act.sql.js';

const atOnce = 100;

/** Lets clocks run again that have stood for as long as their reason allows. */
@Injectable()
export class PauseCaps {
  readonly #database: Database;
  readonly #commands: CommandService;
  readonly #clock: Clock;

  constructor(database: Database, commands: CommandService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#commands = commands;
    this.#clock = clock;
  }

  /** Safe at any moment and in any number of processes. Gives how many clocks run again. */
  async resumeOverdue(): Promise<number> {
    const now = this.#clock.now();
    let resumed = 0;
    for (const id of await overduePauses(this.#database, now, atOnce)) {
      await this.#database.transaction(async (tx) => {
        const step = await findStep(tx, id);
        if (step?.state === 'open' && step.suspended) {
          const command = { type: 'resume-timers', owner: id.key } as const;
          await this.#commands.execute(tx, { instanceId: id.instanceId, command, actor: 'system' });
          resumed += 1;
        }
        await endPause(tx, id, now);
      });
    }
    return resumed;
  }
}
