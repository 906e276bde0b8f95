import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  exclusionDecisionSchema,
  exclusionSchema,
  ExclusionService,
  type Exclusion,
  type ExclusionDecision,
  type ExclusionItem,
  type IdempotentRequest,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { instantSchema, namedSchema, pageSchema, pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

const stateSchema = z.enum(['asked', 'granted', 'refused']);
const querySchema = pagingSchema.extend({ state: stateSchema.optional() });
const pageOfItems = pageSchema(
  z
    .object({
      id: z.string(),
      caseId: z.string(),
      code: z.string(),
      title: z.string(),
      unit: z.string().describe('The unit that was asked first'),
      reason: z.string(),
      opinion: z.string(),
      askedBy: z.string(),
      askedAt: instantSchema,
      state: stateSchema,
      decidedBy: z.string().nullable(),
      decision: z.string().nullable(),
      canDecide: z.boolean(),
    })
    .meta({ id: 'ExclusionRequest' }),
).meta({ id: 'ExclusionPage' });

/** Cases that are left out of adjusted rates (剔除). */
@ApiTags('statistics')
@Controller()
export class ExclusionsController {
  readonly #exclusions: ExclusionService;

  constructor(exclusions: ExclusionService) {
    this.#exclusions = exclusions;
  }

  @Get('exclusion-reasons')
  @Route({ summary: 'Reasons to leave a case out', access: 'task.read', answer: z.array(namedSchema) })
  async listReasons(): Promise<{ code: string; name: string }[]> {
    return await this.#exclusions.reasons();
  }

  @Post('cases/:id/exclude')
  @Route({
    summary: 'Asks that a case be left out of adjusted rates',
    access: 'task.handle',
    status: 204,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async askExclusion(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: exclusionSchema }) exclusion: Exclusion,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#exclusions.ask(asker, id, exclusion, request);
  }

  @Get('exclusions')
  @Route({ summary: 'Requests to leave cases out', access: 'supervision.read', answer: pageOfItems })
  async listExclusions(
    @Asker() asker: Principal,
    @Query({ schema: querySchema }) query: z.output<typeof querySchema>,
  ): Promise<Page<ExclusionItem>> {
    return await this.#exclusions.list(asker, query);
  }

  @Post('exclusions/:id/decide')
  @Route({
    summary: 'Grants or refuses a request',
    access: 'supervision.order',
    status: 204,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async decideExclusion(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: exclusionDecisionSchema }) decision: ExclusionDecision,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#exclusions.decide(asker, id, decision, request);
  }
}
