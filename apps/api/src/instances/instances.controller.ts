import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import type { InstanceFilter } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  instanceDetailSchema,
  instancePageSchema,
  instanceQuerySchema,
  operationSchema,
  restartSchema,
  startedSchema,
  type OperationInput,
} from './instance.schema.js';
import { InstancesService } from './instances.service.js';

const idSchema = z.uuid();

/** Running process instances, for operators. */
@ApiTags('instances')
@Controller('instances')
export class InstancesController {
  readonly #instances: InstancesService;
  readonly #idempotency: IdempotencyService;

  constructor(instances: InstancesService, idempotency: IdempotencyService) {
    this.#instances = instances;
    this.#idempotency = idempotency;
  }

  @Get()
  @Route({ summary: 'Running instances, the oldest first', access: 'workflow.operate', answer: instancePageSchema })
  async listInstances(
    @Query({ schema: instanceQuerySchema }) query: z.output<typeof instanceQuerySchema>,
  ): Promise<z.output<typeof instancePageSchema>> {
    const { limit, after, ...filter } = query;
    return await this.#instances.list(filter as InstanceFilter, { limit, after });
  }

  @Get(':id')
  @Route({
    summary: 'Where an instance is: tokens, timers, incidents',
    access: 'workflow.operate',
    answer: instanceDetailSchema,
    refuses: [404],
  })
  async getInstance(@Param('id', { schema: idSchema }) id: string): Promise<z.output<typeof instanceDetailSchema>> {
    return await this.#instances.get(id);
  }

  @Post(':id/operations')
  @Route({
    summary:
      'Suspends, resumes, cancels, modifies or migrates an instance, sets its variables or retries its incidents',
    access: 'workflow.operate',
    answer: instanceDetailSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async operateInstance(
    @Asker() asker: Principal,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: operationSchema }) operation: OperationInput,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof instanceDetailSchema>> {
    return await this.#idempotency.transaction(request, (tx) => this.#instances.operate(tx, asker, id, operation));
  }

  @Post(':id/restart')
  @Route({
    summary: 'Starts a new instance with what an ended one was started with',
    access: 'workflow.operate',
    answer: startedSchema,
    status: 201,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async restartInstance(
    @Asker() asker: Principal,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: restartSchema }) restart: z.output<typeof restartSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof startedSchema>> {
    return await this.#idempotency.transaction(request, (tx) => this.#instances.restart(tx, asker, id, restart));
  }
}
