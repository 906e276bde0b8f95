import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { BatchService, type Batch, type InstanceFilter } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { actorOf, IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { InstancesService, noteOf } from '../instances/instances.service.js';
import type { batchDetailSchema, batchListSchema, batchSchema, newBatchSchema } from './batch.schema.js';

/** Puts batches into a transaction with an audit entry, and into the words of the API. */
@Injectable()
export class BatchesService {
  readonly #database: Database;
  readonly #idempotency: IdempotencyService;
  readonly #batches: BatchService;
  readonly #instances: InstancesService;
  readonly #audit: AuditTrail;

  constructor(
    database: Database,
    idempotency: IdempotencyService,
    batches: BatchService,
    instances: InstancesService,
    audit: AuditTrail,
  ) {
    this.#database = database;
    this.#idempotency = idempotency;
    this.#batches = batches;
    this.#instances = instances;
    this.#audit = audit;
  }

  async list(): Promise<z.output<typeof batchListSchema>> {
    return { items: (await this.#batches.list(this.#database)).map(batchOf) };
  }

  async get(id: string): Promise<z.output<typeof batchDetailSchema>> {
    const batch = await this.#batches.get(this.#database, id);
    return { ...batchOf(batch), refusals: [...(await this.#batches.refusals(this.#database, id))] };
  }

  async create(
    asker: Principal,
    input: z.output<typeof newBatchSchema>,
    request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof batchSchema>> {
    return await this.#idempotency.transaction(request, async (tx) => {
      const operation = await this.#instances.operationOf(tx, input.operation);
      const filter = input.filter as InstanceFilter;
      const batch = await this.#batches.create(tx, { operation, filter, actor: actorOf(asker) });
      await this.#audit.append(tx, {
        actor: auditActor(asker),
        action: 'batch-created',
        subject: { type: 'batch', id: batch.id },
        result: 'done',
        detail: { operation: noteOf(input.operation), filter: input.filter, total: batch.total },
      });
      return batchOf(batch);
    });
  }

  async cancel(asker: Principal, id: string): Promise<z.output<typeof batchSchema>> {
    return await this.#database.transaction(async (tx) => {
      const batch = await this.#batches.cancel(tx, id);
      const subject = { type: 'batch', id };
      await this.#audit.append(tx, { actor: auditActor(asker), action: 'batch-cancelled', subject, result: 'done' });
      return batchOf(batch);
    });
  }
}

function batchOf({ operation, createdAt, finishedAt, cancelledAt, ...counts }: Batch): z.output<typeof batchSchema> {
  return {
    ...counts,
    operation: operation.type,
    state: cancelledAt ? 'cancelled' : finishedAt ? 'finished' : 'running',
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
