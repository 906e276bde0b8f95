import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Command, Variables } from '@lianban/bpmn';
import { CLOCK, Database, LOGGER, newId, type Clock, type Transaction } from '@lianban/platform';
import { CommandService } from '../commands/command.service.js';
import { CommandRejectedError, InstanceUnknownError } from '../engine.errors.js';
import { retryAt } from '../outbox/back-off.js';
import { BusinessError } from './business-error.js';
import { JobStore, type Job } from './job.store.js';
import { pauseOf, retriesOf } from './retries.js';

/**
 * Does the work of a service task and answers with its result. It may get the same job again (a crash after the work,
 * before its record), so it must know what it did by `idempotencyKey`.
 */
export type JobWorker = (job: Job & { readonly idempotencyKey: string }) => Promise<Variables | undefined>;

const firstDelayMs = 5_000;
/** How long a worker has before another may try, in milliseconds. */
const leaseMs = 60_000;

/** Runs service tasks in this process: retries with growing pauses, then an incident. */
@Injectable()
export class JobService {
  readonly #workers = new Map<string, JobWorker>();
  readonly #name = newId();

  constructor(
    private readonly database: Database,
    private readonly store: JobStore,
    private readonly commands: CommandService,
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
    const topics = [...this.#workers.keys()];
    if (topics.length === 0) return { done: 0, more: false };
    const now = this.clock.now();
    const lease = new Date(now.getTime() + leaseMs);
    const jobs = await this.store.claim(this.database, { topics, worker: this.#name, now, lease, limit });
    let done = 0;
    for (const job of jobs) if (await this.#work(job)) done += 1;
    return { done, more: jobs.length >= limit };
  }

  async #work(job: Job): Promise<boolean> {
    const { instanceId, key } = job;
    try {
      const variables = await this.#workers.get(job.topic)?.({ ...job, idempotencyKey: `${instanceId}.${key}` });
      await this.database.transaction((tx) =>
        this.#command(tx, job, { type: 'complete-element', key, variables: variables ?? {} }),
      );
      return true;
    } catch (error) {
      if (isTooLate(error)) return false;
      await this.#fail(job, error);
      return false;
    }
  }

  /** One transaction, so that the last attempt and its incident cannot come apart. */
  async #fail(job: Job, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const { instanceId, key, topic } = job;
    this.log.warn({ err: error, job: `${instanceId}.${key}`, topic, attemptsLeft: job.retries - 1 }, 'job failed');
    const attempt = retriesOf(job.properties) - job.retries + 1;
    try {
      await this.database.transaction(async (tx) => {
        if (error instanceof BusinessError) {
          const { code, variables } = error;
          return this.#command(tx, job, { type: 'throw-error', key, code, message, variables });
        }
        const now = this.clock.now();
        const pause = pauseOf(job.properties);
        const next =
          pause === undefined ? retryAt(now, Math.max(attempt, 1), firstDelayMs) : new Date(now.getTime() + pause);
        if (job.retries <= 1) await this.#command(tx, job, { type: 'fail-element', key, message });
        await this.store.markFailed(tx, job, { error: message, retryAt: next });
      });
    } catch (failure) {
      if (!isTooLate(failure)) throw failure;
    }
  }

  async #command(tx: Transaction, { instanceId }: Job, command: Command): Promise<void> {
    await this.commands.execute(tx, { instanceId, command, actor: 'system' });
  }
}

/** The element ended while the work was done: its result is no longer wanted. */
function isTooLate(error: unknown): boolean {
  return error instanceof CommandRejectedError || error instanceof InstanceUnknownError;
}
