import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseTaskId } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, DomainError, isUuid, type DomainErrorInit } from '@lianban/platform';
import { UrgeService } from '../acts/urge.service.js';
import { taskUnknown } from '../casework.errors.js';
import { TransferService } from '../hand-overs/transfer.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { findStep } from './step.sql.js';
import type { TaskBatch, TaskFate } from './task-batch.js';
import { codesOfLines } from './task-batch.sql.js';
import { TaskService } from './task.service.js';

/** What is kept of a task of a batch: the answer of its act, or why it was refused. */
interface Kept {
  readonly refusal?: DomainErrorInit;
}

/**
 * Does one act on many tasks, each as if it were asked for alone: with the rules of that act, in a transaction of its
 * own, so that a refusal does not stop the others. A repeated batch goes on where it broke off and gives the same
 * answer, as each task's fate, refusals too, is kept under a key that is derived from the batch's own.
 */
@Injectable()
export class TaskBatches {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #idempotency: IdempotencyService;
  readonly #tasks: TaskService;
  readonly #transfers: TransferService;
  readonly #urges: UrgeService;

  constructor(
    database: Database,
    access: AccessService,
    idempotency: IdempotencyService,
    tasks: TaskService,
    transfers: TransferService,
    urges: UrgeService,
  ) {
    this.#database = database;
    this.#access = access;
    this.#idempotency = idempotency;
    this.#tasks = tasks;
    this.#transfers = transfers;
    this.#urges = urges;
  }

  /** The fate of every task, in the order in which they were named. @throws permission-missing, idempotency-key-reused */
  async run(principal: Principal, batch: TaskBatch, request?: IdempotentRequest): Promise<readonly TaskFate[]> {
    this.#access.require(principal, 'task.read');
    const earlier = request && (await this.#idempotency.earlier<readonly TaskFate[]>(request));
    if (earlier) return earlier;
    const refusals = new Map<string, DomainErrorInit | null>();
    for (const id of new Set(batch.tasks)) {
      refusals.set(id, await this.#fate(principal, batch, id, request && requestOfTask(request, id)));
    }
    const known = [...refusals].filter(([, refusal]) => !isHidden(refusal)).map(([id]) => id);
    const codes = await codesOfLines(this.#database, known);
    const fates = [...refusals].map(([id, refusal]) => ({ id, code: codes.get(id) ?? null, refusal }));
    return request ? await this.#idempotency.keep(request, fates) : fates;
  }

  /** Why one task is refused; null: it is done. */
  async #fate(
    principal: Principal,
    batch: TaskBatch,
    id: string,
    request: IdempotentRequest | undefined,
  ): Promise<DomainErrorInit | null> {
    try {
      const kept: Kept = await this.#do(principal, batch, id, request);
      return kept.refusal ?? null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Another case than the one that was named would tell that the task is there.
      const told = error.code === 'case-unknown' && !isUuid(id) ? taskUnknown(id) : error;
      const { code, kind, message, details, fields } = told;
      const kept: Kept = { refusal: { code, kind, message, ...(details && { details }), ...(fields && { fields }) } };
      return (request ? await this.#idempotency.keep(request, kept) : kept).refusal ?? null;
    }
  }

  async #do(
    principal: Principal,
    batch: TaskBatch,
    id: string,
    request: IdempotentRequest | undefined,
  ): Promise<object> {
    switch (batch.act) {
      case 'claim':
        return await this.#tasks.claim(principal, id, request);
      case 'release':
        return await this.#tasks.release(principal, id, request);
      case 'assign': {
        const transfer = { ...batch.to, opinion: batch.reason, task: id };
        return await this.#transfers.transfer(principal, await this.#caseOf(id), transfer, request);
      }
      case 'urge':
        return await this.#urges.urge(principal, await this.#caseOf(id), { opinion: batch.reason }, request);
    }
  }

  /**
   * The case of a task; a line of 我登记的 without an open task has the id of its case. What is unknown is given back, so
   * that it is refused as a case is that one may not know of, and no sooner.
   *
   * @throws task-unknown
   */
  async #caseOf(id: string): Promise<string> {
    if (isUuid(id)) return id;
    return (await findStep(this.#database, parseTaskId(id)))?.caseId ?? id;
  }
}

/** The same task in the same batch has the same key, and no key that a client would choose. */
function requestOfTask({ account, hash, key }: IdempotentRequest, id: string): IdempotentRequest {
  return { account, hash, key: createHash('sha256').update(`${key}\n${id}`).digest('hex') };
}

/** What somebody may not know of is not named to them. */
function isHidden(refusal: DomainErrorInit | null): boolean {
  return refusal?.kind === 'not-found' || refusal?.kind === 'forbidden';
}
