import { Injectable } from '@nestjs/common';
import { engineQueues, OutboxService } from '@lianban/engine';
import { Queues } from '@lianban/platform';
import type { Consumer } from '../consumer.js';

/** Delivers what steps left in the outbox. */
@Injectable()
export class OutboxConsumer implements Consumer {
  constructor(
    private readonly queues: Queues,
    private readonly outbox: OutboxService,
  ) {}

  start(): void {
    // May run twice: an entry is taken by moving its row, and handlers know it by its idempotency key.
    this.queues.worker(engineQueues.outbox, () => this.look());
  }

  async look(): Promise<void> {
    while ((await this.outbox.deliverDue()).more);
  }
}
