import { setTimeout as sleep } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import { Queue, Worker, type Job, type JobsOptions } from 'bullmq';
import type { Logger } from 'pino';
import { createLogger } from '../log/logger.js';
import { counter } from '../metrics/process-metrics.js';
import { carryOn } from '../trace/carried.js';
import { longestReconnect, openBackend, type Backend, type QueueStore } from './backend.js';
import { endsWithin } from './ends-within.js';
import { reportErrors } from './error-reporter.js';

/** Does one job. It may run twice for one job, so it says in a comment why that is safe. */
export type JobHandler<T> = (job: Job<T>) => Promise<void>;

/** How a worker takes its jobs. */
export interface WorkerSettings {
  /** Jobs at once in this process; 4 unless given. */
  readonly concurrency?: number;
  /** Milliseconds between two looks for jobs whose worker died; 30,000 unless given. */
  readonly stalledInterval?: number;
}

/** What {@link createQueues} takes. */
export interface QueuesOptions extends QueueStore {
  readonly log?: Logger;
}

/**
 * A done job is removed at once, so that its `jobId` may be used again; a failed one is kept for a week to be looked
 * at, and its id is taken as long. Jobs are wake-ups: what must not be lost is a row in the database. Attempts are not
 * made at the same instant by all that failed together.
 */
const jobDefaults: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { age: 7 * 24 * 60 * 60, count: 1_000 },
};

const failures = counter({
  name: 'lianban_queue_job_failures_total',
  help: 'Attempts of jobs that failed in this process, by queue',
  labels: ['queue'],
});

/** How long `close` waits for running jobs, in milliseconds; one that is cut off is taken up by another worker. */
const drainTimeout = 5_000;
const cutTimeout = 1_000;
/** How long a worker waits after the store failed before it looks again, in milliseconds. */
const retryDelay = 1_000;

/** The queues of one process, wherever they are kept. */
export class Queues implements BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #backend: Backend;
  readonly #log: Logger;
  readonly #queues = new Map<string, Queue>();
  readonly #workers = new Set<Worker>();

  constructor(backend: Backend, log: Logger) {
    this.#backend = backend;
    this.#log = log;
  }

  /** Where the queues are kept. */
  get kind(): 'postgresql' | 'redis' {
    return this.#backend.kind;
  }

  /**
   * The queue of this name; the same object each time. Add jobs after commit only. An id given as `jobId` is taken
   * while its job waits or runs: adding it again then does nothing.
   */
  queue<T = unknown>(name: string): Queue<T> {
    const known = this.#queues.get(name) ?? this.#openQueue(name);
    return known as Queue<T>;
  }

  /** Starts to take jobs of this name. */
  worker<T = unknown>(name: string, handler: JobHandler<T>, settings: WorkerSettings = {}): Worker<T> {
    const worker = new Worker<T>(
      name,
      (job) => carryOn(name, job.data, () => handler(job)),
      {
        ...this.#backend.consumer,
        concurrency: settings.concurrency ?? 4,
        stalledInterval: settings.stalledInterval ?? 30_000,
        runRetryDelay: retryDelay,
      },
      this.#backend.factory,
    );
    worker.on('error', reportErrors(this.#log, `worker ${name}`));
    worker.on('failed', (job, error) => {
      failures.inc({ queue: name });
      this.#log.warn({ err: error, queue: name, job: job?.id, attempt: job?.attemptsMade }, `job of ${name} failed`);
    });
    this.#workers.add(worker as Worker);
    return worker;
  }

  /** Whether the store answers; for the readiness check. */
  async isReady(): Promise<boolean> {
    const [name = 'readiness'] = this.#queues.keys();
    return await this.queue(name)
      .count()
      .then(
        () => true,
        () => false,
      );
  }

  /** Takes no more jobs and lets the running ones end. */
  async closeWorkers(): Promise<void> {
    this.#backend.stopReconnecting();
    // BullMQ cannot close a worker whose connection is between two attempts: wait until the last one has failed.
    if (this.#workers.size > 0 && !(await this.isReady())) await sleep(longestReconnect);
    await Promise.all([...this.#workers].map((worker) => this.#drain(worker)));
    this.#workers.clear();
  }

  /** Closes workers, then queues. Call it before the database is closed. */
  async close(): Promise<void> {
    await this.closeWorkers();
    await Promise.all([...this.#queues.values()].map((queue) => endsWithin(cutTimeout, queue.close())));
    this.#queues.clear();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.closeWorkers();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  #openQueue(name: string): Queue {
    const queue = new Queue(name, { ...this.#backend.producer, defaultJobOptions: jobDefaults }, this.#backend.factory);
    queue.on('error', reportErrors(this.#log, `queue ${name}`));
    this.#queues.set(name, queue);
    return queue;
  }

  /** A second, forced `close` of BullMQ waits like the first, so a late worker is cut off from its store instead. */
  async #drain(worker: Worker): Promise<void> {
    if (await endsWithin(drainTimeout, worker.close())) return;
    this.#log.warn(`worker ${worker.name} has running jobs or no store; leaving its jobs to be taken up again`);
    await endsWithin(cutTimeout, worker.disconnect());
  }
}

/** Opens the store of the queues. BullMQ's tables are made or brought up to date first. */
export async function createQueues(options: QueuesOptions): Promise<Queues> {
  return new Queues(await openBackend(options), options.log ?? createLogger({ name: 'queues', level: 'warn' }));
}
