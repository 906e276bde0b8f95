import { Injectable } from '@nestjs/common';
import type { Command } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import type { RunningInstance } from '../commands/running-instance.js';
import { EngineCalendars } from './engine-calendars.js';
import { recountCommands, recountTimers, type TimerHistory } from './recount.rules.js';
import { TimerHistoryStore } from './timer-history.store.js';

/** What was done to timers, by instance. */
export type TimerHistories = ReadonlyMap<string, readonly TimerHistory[]>;

/** Counts the terms of instances anew; the caller holds them locked. */
@Injectable()
export class TermRecount {
  constructor(
    private readonly calendars: EngineCalendars,
    private readonly store: TimerHistoryStore,
  ) {}

  async historiesOf(tx: Transaction, instanceIds: readonly string[]): Promise<TimerHistories> {
    return await this.store.of(tx, instanceIds);
  }

  /** How an instance follows its calendar; nothing where no term of it ends at another instant. */
  commandsOf(
    { id, state }: RunningInstance,
    histories: TimerHistories | undefined,
    { calendar, reason }: { readonly calendar: string; readonly reason: string },
    now: Date,
  ): Command[] {
    if (!state) return [];
    const history = histories?.get(id) ?? [];
    return recountCommands(recountTimers(this.calendars.current, calendar, { state, history, now }), reason);
  }
}
