import { Injectable } from '@nestjs/common';
import type { Variables } from '@lianban/bpmn';
import { Database, newId, type Transaction } from '@lianban/platform';
import { CommandRuns } from '../commands/command-runs.js';
import { engineTopics } from '../commands/outbox-row-of.js';
import { UnitOfWork } from '../commands/unit-of-work.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { StartService } from '../starts/start.service.js';
import { MessageStore, type Receiver } from './message.store.js';

const pageSize = 200;

/** Signals: told to every instance that waits for the name or starts by it, and not kept for those that come later. */
@Injectable()
export class SignalService {
  constructor(
    private readonly database: Database,
    private readonly store: MessageStore,
    private readonly runs: CommandRuns,
    private readonly work: UnitOfWork,
    private readonly outbox: OutboxService,
    private readonly starts: StartService,
  ) {}

  /** Sends a signal with the caller's transaction; the receivers get it soon after the commit. */
  async broadcast(tx: Transaction, signal: { readonly name: string; readonly variables?: Variables }): Promise<void> {
    const payload = { name: signal.name, variables: signal.variables ?? {} };
    await this.outbox.add(tx, { topic: engineTopics.signal, payload, idempotencyKey: newId() });
  }

  /**
   * Triggers everybody who waits since before the signal was sent and starts the processes that start by it, each in
   * its own transaction. May be repeated: who got the signal no longer waits for it, and `id` tells who was started.
   */
  async deliver(signal: {
    readonly id: string;
    readonly name: string;
    readonly variables: Variables;
    readonly sentAt: Date;
  }): Promise<number> {
    let delivered = await this.starts.bySignal(signal);
    let after: Receiver | undefined;
    for (;;) {
      const { name, sentAt } = signal;
      const page = await this.store.signalReceivers(this.database, { name, sentAt, after, limit: pageSize });
      for (const receiver of page) if (await this.#trigger(receiver, signal.variables)) delivered += 1;
      after = page.at(-1);
      if (page.length < pageSize) return delivered;
    }
  }

  async #trigger({ instanceId, key }: Receiver, variables: Variables): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const run = this.runs.begin(tx);
      const instance = await this.runs.lock(tx, run, instanceId);
      const refused = await run.carryOut(
        instance,
        { type: 'trigger-subscription', key, variables },
        { actor: 'system' },
      );
      if (refused) return false; // it went on in the meantime
      await this.work.finish(tx, run);
      return true;
    });
  }
}
