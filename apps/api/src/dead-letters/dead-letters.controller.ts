import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { deadLettersSchema, doneSchema, dropSchema, retrySchema } from './dead-letter.schema.js';
import { DeadLetters } from './dead-letters.service.js';

/** What failed for good; what a process cannot get past is an incident and stands under `incidents`. */
@ApiTags('operations')
@Controller('dead-letters')
export class DeadLettersController {
  readonly #letters: DeadLetters;

  constructor(letters: DeadLetters) {
    this.#letters = letters;
  }

  @Get()
  @Route({
    summary: 'What is tried no more by itself, the latest first; failed jobs stand before the first page',
    access: 'system.manage',
    answer: deadLettersSchema,
  })
  async listDeadLetters(
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<z.output<typeof deadLettersSchema>> {
    return await this.#letters.list(paging);
  }

  @Post('retry')
  @Route({ summary: 'Tries them again', access: 'system.manage', answer: doneSchema, idempotent: true })
  async retryDeadLetters(
    @Asker() asker: Principal,
    @Body({ schema: retrySchema }) { ids }: z.output<typeof retrySchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof doneSchema>> {
    return await this.#letters.retry(asker, ids, request);
  }

  @Post('drop')
  @Route({
    summary: 'Removes them for good, for a reason',
    access: 'system.manage',
    answer: doneSchema,
    idempotent: true,
  })
  async dropDeadLetters(
    @Asker() asker: Principal,
    @Body({ schema: dropSchema }) body: z.output<typeof dropSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof doneSchema>> {
    return await this.#letters.drop(asker, body, request);
  }
}
