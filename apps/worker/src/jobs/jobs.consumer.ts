import { Injectable } from '@nestjs/common';
import { engineQueues, JobService } from '@lianban/engine';
import { Queues } from '@lianban/platform';
import type { Consumer } from '../consumer.js';

/** Works on service tasks whose handlers live in this process. */
@Injectable()
export class JobsConsumer implements Consumer {
  constructor(
    private readonly queues: Queues,
    private readonly jobs: JobService,
  ) {}

  start(): void {
    // May run twice: a job is taken by moving its row, and handlers know their work by its idempotency key.
    this.queues.worker(engineQueues.jobs, () => this.look());
  }

  async look(): Promise<void> {
    while ((await this.jobs.workDue()).more);
  }
}
