import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { writeSeconds } from '../engine-numbers.js';
import { JobBell } from '../jobs/job-bell.js';
import { MessageStore } from '../messages/message.store.js';
import { mergeRows } from '../rows/merge-rows.js';
import { rowsOf } from '../rows/rows-of.js';
import { StepWriter, type BufferedMatch } from '../rows/step-writer.js';
import type { Step } from '../rows/step.js';
import { AlarmClock } from '../timers/alarm-clock.js';
import type { CommandRun } from './command-run.js';
import { CrashPoints } from './crash-points.js';
import { EngineListeners } from './engine-listeners.js';
import type { StepRecord } from './step-record.js';

/** Ends a unit of work: one write for all its steps, the listeners, and after the commit the wake-ups. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly writer: StepWriter,
    private readonly messages: MessageStore,
    private readonly listeners: EngineListeners,
    private readonly alarms: AlarmClock,
    private readonly crashPoints: CrashPoints,
    private readonly bell: JobBell,
  ) {}

  /** Writes what the run did and tells the listeners; answers with all steps, those of buffered messages included. */
  async finish(tx: Transaction, run: CommandRun): Promise<readonly Step[]> {
    await this.crashPoints.reach('after-step', tx);
    const all: Step[] = [];
    for (let { steps, outbox } = run.takeSteps(); steps.length > 0; { steps, outbox } = run.takeSteps()) {
      const document = mergeRows(steps, steps.map(rowsOf), outbox);
      const measured = writeSeconds.startTimer();
      const matches = await this.writer.write(tx, document);
      measured();
      this.alarms.setAfterCommit(tx, document);
      if (document.jobs) tx.afterCommit(() => this.bell.ring());
      all.push(...steps);
      await this.#deliverBuffered(tx, run, matches);
    }
    await this.listeners.tell(tx, all.map(recordOf));
    tx.afterCommit(() => this.crashPoints.reach('after-commit', tx));
    await this.crashPoints.reach('before-commit', tx);
    return all;
  }

  /** A message is consumed once, a subscription takes one message: the first of both in order of publication. */
  async #deliverBuffered(tx: Transaction, run: CommandRun, matches: readonly BufferedMatch[]): Promise<void> {
    for (const { messageId, instanceId, key } of matches) {
      const receiver = run.find(instanceId);
      if (!receiver?.state?.subscriptions[key]) continue;
      const message = await this.messages.consume(tx, messageId, { by: instanceId, at: run.now });
      if (!message) continue;
      await run.carryOut(
        receiver,
        { type: 'trigger-subscription', key, variables: message.variables },
        { actor: 'system' },
      );
    }
  }
}

function recordOf(step: Step): StepRecord {
  return {
    instanceId: step.instanceId,
    businessKey: step.businessKey,
    rootId: step.rootId,
    ...(step.parent && { parent: step.parent }),
    definition: step.definition,
    command: step.command,
    events: step.events,
    state: step.state,
    actor: step.actor,
    at: new Date(step.at),
    revision: step.revision,
  };
}
