import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  IntakeService,
  PublicStatusService,
  residentActSchema,
  ResidentActs,
  residentDraftSchema,
  residentRatingSchema,
  type IdempotentRequest,
  type PublicStatus,
  type ResidentAct,
  type ResidentCaseDraft,
  type ResidentRating,
} from '@lianban/casework';
import { Idempotency } from '../http/idempotency.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { publicCaseSchema, receiptSchema, statusQuerySchema, type Receipt } from './public.schema.js';

/** The resident's side: without an account, limited per address. */
@ApiTags('public')
@Controller('public/cases')
export class PublicCasesController {
  readonly #intake: IntakeService;
  readonly #status: PublicStatusService;
  readonly #acts: ResidentActs;

  constructor(intake: IntakeService, status: PublicStatusService, acts: ResidentActs) {
    this.#intake = intake;
    this.#status = status;
    this.#acts = acts;
  }

  @Post()
  @Limited({ group: 'public-filing', perMinute: 120 })
  @Route({
    summary: 'Files a request as a resident',
    access: 'public',
    answer: receiptSchema,
    status: 201,
    refuses: [422, 429],
    idempotent: true,
  })
  async fileCase(
    @Body({ schema: residentDraftSchema }) draft: ResidentCaseDraft,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Receipt> {
    const { code, queryCode, state } = await this.#intake.registerByResident(draft, request);
    return { code, queryCode, state };
  }

  @Get(':code')
  @Limited({ group: 'public-status', perMinute: 60 })
  @Route({ summary: 'How a request stands', access: 'public', answer: publicCaseSchema, refuses: [404, 429] })
  async getPublicCase(
    @Param('code') code: string,
    @Query({ schema: statusQuerySchema }) { queryCode }: z.output<typeof statusQuerySchema>,
  ): Promise<PublicStatus> {
    return await this.#status.get(code, queryCode);
  }

  @Post(':code/urge')
  @Limited({ group: 'public-acts', perMinute: 30 })
  @Route({
    summary: 'Presses for an answer as a resident (催办)',
    access: 'public',
    answer: publicCaseSchema,
    refuses: [404, 409, 429],
    idempotent: true,
  })
  async urgePublicCase(
    @Param('code') code: string,
    @Body({ schema: residentActSchema }) act: ResidentAct,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PublicStatus> {
    await this.#acts.urge(code, act, request);
    return await this.#status.get(code, act.queryCode);
  }

  @Post(':code/withdraw')
  @Limited({ group: 'public-acts', perMinute: 30 })
  @Route({
    summary: 'Takes a request back as a resident (撤回)',
    access: 'public',
    answer: publicCaseSchema,
    refuses: [404, 409, 429],
    idempotent: true,
  })
  async withdrawPublicCase(
    @Param('code') code: string,
    @Body({ schema: residentActSchema }) act: ResidentAct,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PublicStatus> {
    await this.#acts.withdraw(code, act, request);
    return await this.#status.get(code, act.queryCode);
  }

  @Post(':code/rate')
  @Limited({ group: 'public-acts', perMinute: 30 })
  @Route({
    summary: 'Says how the request was handled; who is not satisfied gets a second handling',
    access: 'public',
    answer: publicCaseSchema,
    refuses: [404, 409, 429],
    idempotent: true,
  })
  async ratePublicCase(
    @Param('code') code: string,
    @Body({ schema: residentRatingSchema }) rating: ResidentRating,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PublicStatus> {
    await this.#acts.rate(code, rating, request);
    return await this.#status.get(code, rating.queryCode);
  }

  @Post(':code/supplement')
  @Limited({ group: 'public-acts', perMinute: 30 })
  @Route({
    summary: 'Adds facts to an open request as a resident',
    access: 'public',
    answer: publicCaseSchema,
    refuses: [404, 409, 429],
    idempotent: true,
  })
  async supplementPublicCase(
    @Param('code') code: string,
    @Body({ schema: residentActSchema }) act: ResidentAct,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PublicStatus> {
    await this.#acts.supplement(code, act, request);
    return await this.#status.get(code, act.queryCode);
  }
}
