import { Injectable } from '@nestjs/common';
import { engineQueues } from '@lianban/engine';
import { Queues } from '@lianban/platform';
import type { DeadLetterAnswer } from './dead-letter.schema.js';
import { reasonWithoutPeople } from './without-people.rules.js';

/** Most that is shown of one queue; what failed is the same for most. */
const most = 50;
const names: readonly string[] = Object.values(engineQueues);

/** Jobs whose attempts all failed. They are wake-ups without facts of their own: the rows that they are for stand. */
@Injectable()
export class FailedJobs {
  constructor(private readonly queues: Queues) {}

  /** The latest of each queue. */
  async list(): Promise<DeadLetterAnswer[]> {
    const lists = await Promise.all(names.map(async (name) => await this.queues.queue(name).getFailed(0, most - 1)));
    return lists
      .flat()
      .filter((job) => job !== undefined)
      .map((job) => ({
        id: `job:${job.queueName}:${job.id ?? ''}`,
        kind: 'job',
        name: job.queueName,
        payload: null,
        reason: job.failedReason ? reasonWithoutPeople(job.failedReason) : null,
        attempts: job.attemptsMade,
        createdAt: new Date(job.timestamp).toISOString(),
        failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
      }));
  }

  /** Those of the ids that are jobs are done again; without ids all. Answers with how many were there. */
  async retry(ids: readonly string[] | undefined): Promise<number> {
    return await this.#each(ids ?? (await this.list()).map(({ id }) => id), (job) => job.retry('failed'));
  }

  async drop(ids: readonly string[]): Promise<number> {
    return await this.#each(ids, (job) => job.remove());
  }

  async #each(ids: readonly string[], act: (job: FailedJob) => Promise<unknown>): Promise<number> {
    let done = 0;
    for (const id of ids) {
      const [, queue = '', jobId = ''] = /^job:([\w-]+):(.+)$/u.exec(id) ?? [];
      if (!names.includes(queue)) continue;
      const job = await this.queues.queue(queue).getJob(jobId);
      if (!job || !(await job.isFailed())) continue;
      await act(job);
      done += 1;
    }
    return done;
  }
}

interface FailedJob {
  retry(state: 'failed'): Promise<unknown>;
  remove(): Promise<unknown>;
}
