import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock, type Transaction } from '@lianban/platform';
import { EngineCalendars } from '../calendars/engine-calendars.js';
import { lockSeconds } from '../engine-numbers.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { InstanceStore } from '../instances/instance.store.js';
import type { InstanceRow } from '../instances/instance-row.js';
import { CommandRun } from './command-run.js';
import { runningInstance, type RunningInstance } from './running-instance.js';

/** Opens units of work. */
@Injectable()
export class CommandRuns {
  constructor(
    private readonly instances: InstanceStore,
    private readonly definitions: DefinitionService,
    private readonly calendars: EngineCalendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A run whose "now" is the clock's. */
  begin(tx: Transaction): CommandRun {
    const { instances, definitions } = this;
    return new CommandRun(tx, {
      instances,
      definitions,
      calendars: this.calendars.current,
      timeZone: this.calendars.timeZone,
      now: this.clock.now(),
      newId,
    });
  }

  /** Locks the hierarchy of an instance and takes the instance into the run. @throws InstanceUnknownError */
  async lock(tx: Transaction, run: CommandRun, instanceId: string): Promise<RunningInstance> {
    const measured = lockSeconds.startTimer();
    const row = await this.instances.lock(tx, instanceId);
    measured();
    return this.take(tx, run, row);
  }

  /** Takes an instance into the run whose hierarchy is held already. */
  async take(tx: Transaction, run: CommandRun, row: InstanceRow): Promise<RunningInstance> {
    const instance = runningInstance(row, await this.definitions.compiled(tx, row.definition_id));
    run.add(instance);
    return instance;
  }
}
