import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { StartTriggerStore } from '../starts/start-trigger.store.js';
import { AlarmClock } from './alarm-clock.js';
import { TimerStore } from './timer.store.js';
import { horizonMs, timerWakeUp } from './wake-ups.js';

/** Instants that are queued ahead at most. */
const mostAhead = 5_000;

/** Sets the alarm clock for terms that have come within its horizon; done now and then by the worker. */
@Injectable()
export class TimerHorizon {
  constructor(
    private readonly database: Database,
    private readonly store: TimerStore,
    private readonly starts: StartTriggerStore,
    private readonly alarms: AlarmClock,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async queueUpcoming(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + horizonMs);
    const within = { now, until, limit: mostAhead };
    const upcoming = await this.store.upcoming(this.database, within);
    const starts = await this.starts.upcoming(this.database, within);
    this.alarms.set([
      ...upcoming.flatMap(({ at, rootId }) => timerWakeUp(at, now, rootId) ?? []),
      ...starts.flatMap(({ at, definitionId }) => timerWakeUp(at, now, definitionId) ?? []),
    ]);
  }
}
