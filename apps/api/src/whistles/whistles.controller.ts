import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  arrivalSchema,
  whistleEndSchema,
  WhistleQuery,
  whistleSchema,
  whistleScoreSchema,
  WhistleService,
  type Arrival,
  type NewWhistle,
  type Scoring,
  type WhistleEnd,
  type WhistleItem,
  type WhistleKind,
  type WhistleView,
} from '@lianban/joint-meeting';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { whistleKindsSchema, whistlesSchema, whistleViewSchema } from './whistle.schema.js';

const refuses = [403, 404, 409, 422];

/** Whistles (吹哨报到): a street or station calls units to a case. */
@ApiTags('whistles')
@Controller()
export class WhistlesController {
  readonly #query: WhistleQuery;
  readonly #whistles: WhistleService;

  constructor(query: WhistleQuery, whistles: WhistleService) {
    this.#query = query;
    this.#whistles = whistles;
  }

  @Get('whistle-kinds')
  @Route({ summary: 'What a whistle may be blown for', access: 'case.read', answer: whistleKindsSchema })
  async listWhistleKinds(@Asker() asker: Principal): Promise<WhistleKind[]> {
    return await this.#query.kinds(asker);
  }

  @Get('whistles')
  @Route({ summary: 'Whistles, the latest first', access: 'case.read', answer: whistlesSchema })
  async listWhistles(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<WhistleItem>> {
    return await this.#query.list(asker, paging);
  }

  @Get('whistles/:id')
  @Route({
    summary: 'A whistle with the units that it called',
    access: 'case.read',
    answer: whistleViewSchema,
    refuses: [404],
  })
  async getWhistle(@Asker() asker: Principal, @Param('id') id: string): Promise<WhistleView> {
    return await this.#query.get(asker, id);
  }

  @Post('whistles')
  @Route({
    summary: 'Blows the whistle on a case: units must come',
    access: 'task.assign',
    answer: whistleViewSchema,
    status: 201,
    refuses,
    idempotent: true,
  })
  async blowWhistle(
    @Asker() asker: Principal,
    @Body({ schema: whistleSchema }) draft: NewWhistle,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<WhistleView> {
    return await this.#whistles.blow(asker, draft, request);
  }

  @Post('whistles/:id/arrive')
  @Route({
    summary: 'Takes down who came for a unit',
    access: 'task.assign',
    answer: whistleViewSchema,
    refuses,
    idempotent: true,
  })
  async recordArrival(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: arrivalSchema }) arrival: Arrival,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<WhistleView> {
    return await this.#whistles.arrive(asker, id, arrival, request);
  }

  @Post('whistles/:id/end')
  @Route({
    summary: 'Ends a whistle with what came of it, and gives units their tasks',
    access: 'task.assign',
    answer: whistleViewSchema,
    refuses,
    idempotent: true,
  })
  async endWhistle(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: whistleEndSchema }) end: WhistleEnd,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<WhistleView> {
    return await this.#whistles.end(asker, id, end, request);
  }

  @Post('whistles/:id/score')
  @Route({
    summary: 'Scores the other side, once (互评)',
    access: 'task.handle',
    answer: whistleViewSchema,
    refuses,
    idempotent: true,
  })
  async scoreWhistle(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: whistleScoreSchema }) scoring: Scoring,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<WhistleView> {
    return await this.#whistles.score(asker, id, scoring, request);
  }
}
