import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Variables } from '@lianban/bpmn';
import { CLOCK, Database, LOGGER, newId, type Clock } from '@lianban/platform';
import {
  CommandRejectedError,
  ExternalTaskUnknownError,
  InstanceUnknownError,
  TaskHeldByOtherError,
} from '../engine.errors.js';
import { taskIdOf } from '../instances/task-id.js';
import { retryAt } from '../outbox/back-off.js';
import { BusinessError } from './business-error.js';
import { ExternalTaskService, type TaskReport } from './external-task.service.js';
import type { LockedExternalTask } from './external-task.js';
import { pauseOf, retriesOf } from './retries.js';

/**
 * Does the work of a service task and answers with its result. It may get the same job again (a crash after the work,
 * before its record), so it must know what it did by `idempotencyKey`.
 */
export type JobWorker = (
  job: LockedExternalTask & { readonly idempotencyKey: string },
) => Promise<Variables | undefined>;

const firstDelayMs = 5_000;
/** How long a worker has before another may try, in milliseconds. */
const leaseMs = 60_000;

/** A worker of this process for service tasks: retries with growing pauses, then an incident. */
@Injectable()
export class JobService {
  readonly #workers = new Map<string, JobWorker>();
  readonly #name = newId();

  constructor(
    private readonly database: Database,
    private readonly tasks: ExternalTaskService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Names who works on a topic in this process. Jobs of other topics are left to other processes. */
  register(topic: string, worker: JobWorker): void {
    if (this.#workers.has(topic)) throw new Error(`job topic "${topic}" has a worker already: register one only`);
    this.#workers.set(topic, worker);
  }

  /** Works on due jobs one after another. */
  async workDue({ limit = 20 } = {}): Promise<{ readonly done: number; readonly more: boolean }> {
    const topics = [...this.#workers.keys()].map((topic) => ({ topic, lockMs: leaseMs }));
    if (topics.length === 0) return { done: 0, more: false };
    const jobs = await this.tasks.fetch({ workerId: this.#name, topics, limit });
    let done = 0;
    for (const job of jobs) if (await this.#work(job)) done += 1;
    return { done, more: jobs.length >= limit };
  }

  /** False when the work failed, or is no longer wanted. */
  async #work(job: LockedExternalTask): Promise<boolean> {
    const idempotencyKey = taskIdOf(job.instanceId, job.key);
    try {
      const variables = await this.#workers.get(job.topic)?.({ ...job, idempotencyKey });
      return await this.#report(job, { type: 'done', variables: variables ?? {} });
    } catch (error) {
      this.log.warn({ err: error, job: idempotencyKey, topic: job.topic, attemptsLeft: job.retries - 1 }, 'job failed');
      await this.#report(job, this.#failure(job, error));
      return false;
    }
  }

  #failure(job: LockedExternalTask, error: unknown): TaskReport {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof BusinessError) return { type: 'error', code: error.code, message, variables: error.variables };
    const now = this.clock.now();
    const failures = Math.max(retriesOf(job.properties) - job.retries + 1, 1);
    const growing = retryAt(now, failures, firstDelayMs).getTime() - now.getTime();
    return { type: 'failed', message, pauseMs: pauseOf(job.properties) ?? growing };
  }

  async #report({ instanceId, key }: LockedExternalTask, report: TaskReport): Promise<boolean> {
    const hold = { instanceId, key, workerId: this.#name };
    try {
      await this.database.transaction((tx) => this.tasks.report(tx, hold, report, 'system'));
      return true;
    } catch (error) {
      if (isTooLate(error)) return false;
      throw error;
    }
  }
}

/** The element ended, or somebody else got the job, while the work was done: its result is no longer wanted. */
function isTooLate(error: unknown): boolean {
  const tooLate = [CommandRejectedError, ExternalTaskUnknownError, InstanceUnknownError, TaskHeldByOtherError];
  return tooLate.some((kind) => error instanceof kind);
}
