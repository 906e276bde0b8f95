import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Variables } from '@lianban/bpmn';
import { CLOCK, Database, DomainError, LOGGER, newId, type Clock } from '@lianban/platform';
import { CommandService } from '../commands/command.service.js';
import { retryAt } from '../outbox/back-off.js';
import { JobStore, type Job } from './job.store.js';

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
      await this.#command(job, { type: 'complete-element', key, variables: variables ?? {} });
      return true;
    } catch (error) {
      // The element ended while the work was done: its result is no longer wanted.
      if (error instanceof DomainError && error.code === 'already-decided') return false;
      await this.#fail(job, error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  async #fail(job: Job, error: string): Promise<void> {
    this.log.warn(
      { job: `${job.instanceId}.${job.key}`, topic: job.topic, retries: job.retries - 1, error },
      'job failed',
    );
    await this.store.markFailed(this.database, job, { error, retryAt: retryAt(this.clock.now(), 1, firstDelayMs) });
    if (job.retries > 1) return;
    await this.#command(job, { type: 'fail-element', key: job.key, message: error });
  }

  async #command(job: Job, command: Parameters<CommandService['execute']>[1]['command']): Promise<void> {
    await this.database.transaction((tx) =>
      this.commands.execute(tx, { instanceId: job.instanceId, command, actor: 'system' }),
    );
  }
}
