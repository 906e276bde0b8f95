import { Injectable } from '@nestjs/common';
import { traced, traceParent, type Transaction } from '@lianban/platform';
import type { CommandRun } from '../commands/command-run.js';
import { CommandRuns } from '../commands/command-runs.js';
import { UnitOfWork } from '../commands/unit-of-work.js';
import { timerLateness } from '../engine-numbers.js';
import { InstanceStore } from '../instances/instance.store.js';
import { TimerStore, type DueTimer } from './timer.store.js';

/** Fires timers whose hierarchies the transaction holds. */
@Injectable()
export class TimerFiring {
  constructor(
    private readonly store: TimerStore,
    private readonly instances: InstanceStore,
    private readonly runs: CommandRuns,
    private readonly work: UnitOfWork,
  ) {}

  async fireHierarchy(tx: Transaction, rootId: string, now: Date): Promise<{ fired: number; moreDue: boolean }> {
    await this.instances.lock(tx, rootId);
    return this.fire(tx, await this.store.dueOf(tx, rootId, now), now);
  }

  /** Fires timers in the order in which they were due and writes all steps at once. */
  async fire(tx: Transaction, due: readonly DueTimer[], now: Date): Promise<{ fired: number; moreDue: boolean }> {
    const run = this.runs.begin(tx);
    const ids = [...new Set(due.map(({ instanceId }) => instanceId))];
    for (const row of await this.instances.readHeld(tx, ids)) await this.runs.take(tx, run, row);
    const stale: DueTimer[] = [];
    const traces = traceParent() === undefined ? undefined : await this.store.tracesOf(tx, due);
    for (const timer of due) {
      const { instanceId, key, dueAt } = timer;
      const parent = traces?.get(`${instanceId}.${key}`);
      const fired = await traced('timer', { parent, attributes: { 'process.instance': instanceId } }, () =>
        this.#trigger(run, timer),
      );
      if (fired) timerLateness.observe(Math.max(now.getTime() - dueAt.getTime(), 0) / 1_000);
      else stale.push(timer);
    }
    const steps = await this.work.finish(tx, run);
    if (stale.length > 0) await this.store.remove(tx, stale);
    const moment = now.toISOString();
    const moreDue = steps.some(({ state }) =>
      Object.values(state.timers).some(({ dueAt, suspendedAt }) => dueAt <= moment && suspendedAt === undefined),
    );
    return { fired: due.length - stale.length, moreDue };
  }

  /** False when the instance no longer has the timer: its row is a leftover. */
  async #trigger(run: CommandRun, { instanceId, key }: DueTimer): Promise<boolean> {
    const instance = run.find(instanceId);
    const timer = instance?.state?.timers[key];
    if (!instance || !timer) return false;
    const at = timer.repeat === undefined ? { at: timer.dueAt } : {};
    const rejection = await run.carryOut(instance, { type: 'trigger-timer', key }, { actor: 'system', ...at });
    // Whatever the core refuses while the timer still stands is a fault of this lib: the caller pushes it back.
    if (rejection && instance.state?.timers[key])
      throw new Error(`timer ${instanceId}.${key} was refused: ${rejection.message}`);
    return rejection === undefined;
  }
}
