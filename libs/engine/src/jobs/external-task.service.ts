import { Inject, Injectable } from '@nestjs/common';
import type { Command, Key, Variables } from '@lianban/bpmn';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import { CommandRuns } from '../commands/command-runs.js';
import { UnitOfWork } from '../commands/unit-of-work.js';
import { CommandRejectedError, ExternalTaskUnknownError, TaskHeldByOtherError } from '../engine.errors.js';
import type { ExternalTask, FetchRequest, LockedExternalTask, TaskHold } from './external-task.js';
import { ExternalTaskStore, type ExternalTaskFilter } from './external-task.store.js';
import { JobBell } from './job-bell.js';

/** Between two looks of somebody who waits: for work that another process made, or that comes due. Milliseconds. */
const lookEvery = 1_000;

/** What became of the work on a task. */
export type TaskReport =
  | { readonly type: 'done'; readonly variables?: Variables; readonly localVariables?: Variables }
  /** An outcome that the diagram foresees: caught by the error event with this code. */
  | { readonly type: 'error'; readonly code: string; readonly message?: string; readonly variables?: Variables }
  /** A technical failure: tried again after a pause, or without attempts left an incident. */
  | {
      readonly type: 'failed';
      readonly message: string;
      readonly details?: string | undefined;
      readonly retries?: number | undefined;
      readonly pauseMs?: number | undefined;
    };

/**
 * Service tasks for programs outside: a worker fetches tasks of its topics and has each to itself until its lock ends.
 * In-process handlers take from the same jobs, so a topic should be served by the one or the other.
 */
@Injectable()
export class ExternalTaskService {
  constructor(
    private readonly database: Database,
    private readonly store: ExternalTaskStore,
    private readonly bell: JobBell,
    private readonly runs: CommandRuns,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Fetches tasks; with `waitMs` waits so long for the first, or until `signal` says that nobody wants it any more. */
  async fetch(
    request: FetchRequest,
    { waitMs = 0, signal = new AbortController().signal }: { waitMs?: number; signal?: AbortSignal } = {},
  ): Promise<LockedExternalTask[]> {
    const until = performance.now() + waitMs;
    for (;;) {
      if (signal.aborted) return [];
      const tasks = await this.store.fetch(this.database, request, this.clock.now());
      const left = until - performance.now();
      if (tasks.length > 0 || left <= 0) return tasks;
      await this.bell.wait(Math.min(left, lookEvery), signal);
    }
  }

  /**
   * Says what became of a task.
   *
   * @throws ExternalTaskUnknownError not-found `external-task-unknown`
   * @throws TaskHeldByOtherError conflict `external-task-held`: the lock ended and somebody else has it
   */
  async report(tx: Transaction, hold: TaskHold, report: TaskReport, actor: Actor): Promise<void> {
    const { instanceId, key } = hold;
    const run = this.runs.begin(tx);
    const instance = await this.runs.lock(tx, run, instanceId);
    const retries = await this.#held(tx, hold);
    for (const command of commandsOf(key, report, retries)) {
      const rejection = await run.carryOut(instance, command, { actor });
      if (rejection) throw new CommandRejectedError(rejection, instanceId);
    }
    await this.work.finish(tx, run);
    if (report.type !== 'failed') return;
    const attemptAt = new Date(this.clock.now().getTime() + (report.pauseMs ?? 0));
    const error = report.details === undefined ? report.message : `${report.message}\n${report.details}`;
    await this.store.change(tx, hold, { attemptAt, workerId: null, retries: retriesAfter(report, retries), error });
  }

  /** Prolongs the lock, as from now. */
  async extend(tx: Transaction, hold: TaskHold, lockMs: number): Promise<void> {
    await this.#held(tx, hold);
    await this.store.change(tx, hold, { attemptAt: new Date(this.clock.now().getTime() + lockMs) });
  }

  /** Gives a task back undone. */
  async unlock(tx: Transaction, task: Pick<TaskHold, 'instanceId' | 'key'>): Promise<void> {
    await this.get(tx, task.instanceId, task.key);
    await this.store.change(tx, task, { attemptAt: this.clock.now(), workerId: null });
    tx.afterCommit(() => this.bell.ring());
  }

  /** Gives a task new attempts; one that waits as an incident is tried again. */
  async setRetries(
    tx: Transaction,
    { instanceId, key }: Pick<TaskHold, 'instanceId' | 'key'>,
    retries: number,
    actor: Actor,
  ): Promise<void> {
    const run = this.runs.begin(tx);
    const instance = await this.runs.lock(tx, run, instanceId);
    await this.get(tx, instanceId, key);
    const incident = instance.state?.elements[key]?.incident;
    if (incident !== undefined && retries > 0) {
      const rejection = await run.carryOut(instance, { type: 'resolve-incident', key: incident }, { actor });
      if (rejection) throw new CommandRejectedError(rejection, instanceId);
      await this.work.finish(tx, run);
    }
    await this.store.change(tx, { instanceId, key }, { retries });
  }

  /** @throws ExternalTaskUnknownError */
  async get(tx: Pick<Transaction, 'query'>, instanceId: string, key: Key): Promise<ExternalTask> {
    const task = await this.store.find(tx, instanceId, key, this.clock.now());
    if (!task) throw new ExternalTaskUnknownError(`${instanceId}.${key}`);
    return task;
  }

  /** Tasks that a filter finds, the oldest first, and how many there are. */
  async list(
    tx: Pick<Transaction, 'query'>,
    filter: ExternalTaskFilter,
    paging: { readonly first: number; readonly limit: number },
  ): Promise<{ tasks: ExternalTask[]; total: number }> {
    return this.store.list(tx, filter, paging, this.clock.now());
  }

  /** Attempts that the holder has left. */
  async #held(tx: Transaction, { instanceId, key, workerId }: TaskHold): Promise<number> {
    const holder = await this.store.holderOf(tx, instanceId, key);
    if (!holder) throw new ExternalTaskUnknownError(`${instanceId}.${key}`);
    if (holder.workerId !== workerId) throw new TaskHeldByOtherError(`${instanceId}.${key}`, workerId);
    return holder.retries;
  }
}

function retriesAfter({ retries }: Extract<TaskReport, { type: 'failed' }>, before: number): number {
  return Math.max(retries ?? before - 1, 0);
}

function commandsOf(key: Key, report: TaskReport, retries: number): Command[] {
  switch (report.type) {
    case 'done': {
      const { variables = {}, localVariables } = report;
      const complete: Command = { type: 'complete-element', key, variables };
      if (!localVariables || Object.keys(localVariables).length === 0) return [complete];
      return [{ type: 'set-variables', scope: key, variables: localVariables }, complete];
    }
    case 'error': {
      const { code, message, variables } = report;
      const details = { ...(message === undefined ? {} : { message }), ...(variables && { variables }) };
      return [{ type: 'throw-error', key, code, ...details }];
    }
    case 'failed':
      return retriesAfter(report, retries) > 0 ? [] : [{ type: 'fail-element', key, message: report.message }];
  }
}
