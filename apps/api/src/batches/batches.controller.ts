import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { batchDetailSchema, batchListSchema, batchSchema, newBatchSchema } from './batch.schema.js';
import { BatchesService } from './batches.service.js';

const idSchema = z.uuid();

/** Operations on many instances, carried out by the worker. */
@ApiTags('instances')
@Controller('batches')
export class BatchesController {
  readonly #batches: BatchesService;

  constructor(batches: BatchesService) {
    this.#batches = batches;
  }

  @Get()
  @Route({ summary: 'The newest 100 batches', access: 'workflow.operate', answer: batchListSchema })
  async listBatches(): Promise<z.output<typeof batchListSchema>> {
    return await this.#batches.list();
  }

  @Post()
  @Route({
    summary: 'Begins an operation on all running instances that a filter finds',
    access: 'workflow.operate',
    answer: batchSchema,
    status: 202,
    refuses: [404, 422],
    idempotent: true,
  })
  async createBatch(
    @Asker() asker: Principal,
    @Body({ schema: newBatchSchema }) batch: z.output<typeof newBatchSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof batchSchema>> {
    return await this.#batches.create(asker, batch, request);
  }

  @Get(':id')
  @Route({ summary: 'How far a batch is', access: 'workflow.operate', answer: batchDetailSchema, refuses: [404] })
  async getBatch(@Param('id', { schema: idSchema }) id: string): Promise<z.output<typeof batchDetailSchema>> {
    return await this.#batches.get(id);
  }

  @Post(':id/cancel')
  @Route({
    summary: 'Leaves what is not done yet undone',
    access: 'workflow.operate',
    answer: batchSchema,
    refuses: [404],
    idempotent: true,
  })
  async cancelBatch(
    @Asker() asker: Principal,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<z.output<typeof batchSchema>> {
    return await this.#batches.cancel(asker, id);
  }
}
