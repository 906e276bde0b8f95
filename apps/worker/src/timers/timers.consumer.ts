import { Injectable } from '@nestjs/common';
import { engineQueues, TimerWatch } from '@lianban/engine';
import { Queues } from '@lianban/platform';
import type { Consumer } from '../consumer.js';

/** Fires what is due when the alarm clock rings. */
@Injectable()
export class TimersConsumer implements Consumer {
  constructor(
    private readonly queues: Queues,
    private readonly timers: TimerWatch,
  ) {}

  start(): void {
    // May run twice, or for nothing: a timer's row changes in the transaction of its firing.
    this.queues.worker(engineQueues.timers, () => this.look());
  }

  async look(): Promise<void> {
    await this.timers.look();
  }
}
