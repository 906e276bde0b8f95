import { Injectable } from '@nestjs/common';
import { BatchService, engineQueues } from '@lianban/engine';
import { Queues } from '@lianban/platform';
import type { Consumer } from '../consumer.js';

/** Carries operations on many instances out. */
@Injectable()
export class BatchesConsumer implements Consumer {
  constructor(
    private readonly queues: Queues,
    private readonly batches: BatchService,
  ) {}

  start(): void {
    // May run twice: an instance is done in the transaction that locks its item.
    this.queues.worker(engineQueues.batches, async () => void (await this.batches.workOff()));
  }

  /** A little at a time: the sweep has timers to look after. */
  async look(): Promise<void> {
    await this.batches.workOff({ chunks: 3 });
  }
}
