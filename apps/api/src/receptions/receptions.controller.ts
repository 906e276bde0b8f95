import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  callingOffSchema,
  publishingSchema,
  receptionEditSchema,
  receptionPlanSchema,
  ReceptionPlans,
  ReceptionQuery,
  receptionQuerySchema,
  ReceptionStages,
  type CallingOff,
  type OverdueUnit,
  type PlannedReceptions,
  type Publishing,
  type ReceptionEdit,
  type ReceptionItem,
  type ReceptionPlan,
  type ReceptionView,
} from '@lianban/outreach';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  overdueUnitsSchema,
  plannedSchema,
  receptionKindsSchema,
  receptionSchema,
  receptionsSchema,
} from './reception.schema.js';

const refuses = [403, 404, 409, 422];
const querySchema = pagingSchema.extend(receptionQuerySchema.shape);

/** Receptions (接待日): planned, published, held or called off. */
@ApiTags('receptions')
@Controller()
export class ReceptionsController {
  readonly #query: ReceptionQuery;
  readonly #plans: ReceptionPlans;
  readonly #stages: ReceptionStages;

  constructor(query: ReceptionQuery, plans: ReceptionPlans, stages: ReceptionStages) {
    this.#query = query;
    this.#plans = plans;
    this.#stages = stages;
  }

  @Get('reception-kinds')
  @Route({ summary: 'Kinds of receptions', access: 'outreach.read', answer: receptionKindsSchema })
  async listReceptionKinds(@Asker() asker: Principal): Promise<{ code: string; name: string }[]> {
    return await this.#query.kinds(asker);
  }

  @Get('reception-duties')
  @Route({
    summary: 'Units that have held no reception for longer than their kind should',
    access: 'outreach.read',
    answer: overdueUnitsSchema,
  })
  async listReceptionDuties(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<OverdueUnit>> {
    return await this.#query.overdue(asker, paging);
  }

  @Get('receptions')
  @Route({ summary: 'Receptions in the order of their days', access: 'outreach.read', answer: receptionsSchema })
  async listReceptions(
    @Asker() asker: Principal,
    @Query({ schema: querySchema }) query: z.output<typeof querySchema>,
  ): Promise<Page<ReceptionItem>> {
    return await this.#query.list(asker, query);
  }

  @Get('receptions/:id')
  @Route({
    summary: 'A reception with its bookings',
    access: 'outreach.read',
    answer: receptionSchema,
    refuses: [404],
  })
  async getReception(@Asker() asker: Principal, @Param('id') id: string): Promise<ReceptionView> {
    return await this.#query.get(asker, id);
  }

  @Post('receptions')
  @Route({
    summary: 'Plans a reception, or a series that keeps clear of days off',
    access: 'outreach.manage',
    answer: plannedSchema,
    status: 201,
    refuses: [422],
    idempotent: true,
  })
  async planReceptions(
    @Asker() asker: Principal,
    @Body({ schema: receptionPlanSchema }) plan: ReceptionPlan,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PlannedReceptions> {
    return await this.#plans.plan(asker, plan, request);
  }

  @Put('receptions/:id')
  @Route({
    summary: 'Changes place, who receives, and the note',
    access: 'outreach.manage',
    answer: receptionSchema,
    refuses,
  })
  async editReception(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: receptionEditSchema }) edit: ReceptionEdit,
  ): Promise<ReceptionView> {
    await this.#plans.edit(asker, id, edit);
    return await this.#query.get(asker, id);
  }

  @Post('receptions/:id/publish')
  @Route({
    summary: 'Lets residents book',
    access: 'outreach.manage',
    answer: receptionSchema,
    refuses,
    idempotent: true,
  })
  async publishReception(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: publishingSchema }) publishing: Publishing,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReceptionView> {
    await this.#stages.publish(asker, id, publishing, request);
    return await this.#query.get(asker, id);
  }

  @Post('receptions/:id/cancel')
  @Route({
    summary: 'Calls it off; who booked and agreed is told by SMS',
    access: 'outreach.manage',
    answer: receptionSchema,
    refuses,
    idempotent: true,
  })
  async cancelReception(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: callingOffSchema }) cancelling: CallingOff,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReceptionView> {
    await this.#stages.cancel(asker, id, cancelling, request);
    return await this.#query.get(asker, id);
  }

  @Post('receptions/:id/hold')
  @Route({
    summary: 'Says that it was held; who booked and was not seen did not come',
    access: 'outreach.read',
    answer: receptionSchema,
    refuses,
    idempotent: true,
  })
  async holdReception(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReceptionView> {
    await this.#stages.hold(asker, id, request);
    return await this.#query.get(asker, id);
  }
}
