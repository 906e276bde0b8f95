import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  discussionSchema,
  droppingSchema,
  pledgeChangeSchema,
  pledgeEndSchema,
  pledgeQuerySchema,
  PledgeQueryService,
  pledgeSchema,
  PledgeService,
  progressSchema,
  type Discussion,
  type Dropping,
  type NewPledge,
  type PledgeChange,
  type PledgeEnd,
  type PledgeItem,
  type PledgeView,
  type Progress,
} from '@lianban/outreach';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { pledgesSchema, pledgeViewSchema } from './pledge.schema.js';

const refuses = [403, 404, 409, 422];
const listSchema = pagingSchema.extend(pledgeQuerySchema.shape);

/** What units pledge (服务承诺), up to its yearly review. */
@ApiTags('pledges')
@Controller('pledges')
export class PledgesController {
  readonly #query: PledgeQueryService;
  readonly #pledges: PledgeService;

  constructor(query: PledgeQueryService, pledges: PledgeService) {
    this.#query = query;
    this.#pledges = pledges;
  }

  @Get()
  @Route({ summary: 'Pledges, the latest first', access: 'outreach.read', answer: pledgesSchema })
  async listPledges(
    @Asker() asker: Principal,
    @Query({ schema: listSchema }) query: z.output<typeof listSchema>,
  ): Promise<Page<PledgeItem>> {
    return await this.#query.list(asker, query);
  }

  @Get(':id')
  @Route({ summary: 'A pledge with its course', access: 'outreach.read', answer: pledgeViewSchema, refuses: [404] })
  async getPledge(@Asker() asker: Principal, @Param('id') id: string): Promise<PledgeView> {
    return await this.#query.get(asker, id);
  }

  @Post()
  @Route({
    summary: 'Drafts a pledge (承诺)',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    status: 201,
    refuses,
    idempotent: true,
  })
  async draftPledge(
    @Asker() asker: Principal,
    @Body({ schema: pledgeSchema }) draft: NewPledge,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    const { id } = await this.#pledges.draft(asker, draft, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/change')
  @Route({
    summary: 'Changes a draft; or, with a reason, a pledge that is being done',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses,
    idempotent: true,
  })
  async changePledge(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: pledgeChangeSchema }) change: PledgeChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#pledges.change(asker, id, change, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/discuss')
  @Route({
    summary: 'Takes down a discussion: the draft is agreed or sent back (议诺)',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses,
    idempotent: true,
  })
  async discussPledge(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: discussionSchema }) discussion: Discussion,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#pledges.discuss(asker, id, discussion, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/drop')
  @Route({
    summary: 'Drops a draft',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses,
    idempotent: true,
  })
  async dropPledge(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: droppingSchema }) dropping: Dropping,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#pledges.drop(asker, id, dropping, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/publish')
  @Route({
    summary: 'Makes a pledge public: residents read it, and it is being done (公示)',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses,
    idempotent: true,
  })
  async publishPledge(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#pledges.publish(asker, id, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/progress')
  @Route({
    summary: 'Tells what was done for a pledge, and what proves it (践诺)',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses,
    idempotent: true,
  })
  async progressPledge(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: progressSchema }) entry: Progress,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#pledges.progress(asker, id, entry, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/finish')
  @Route({
    summary: 'Finishes a pledge with what was done',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses,
    idempotent: true,
  })
  async finishPledge(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: pledgeEndSchema }) end: PledgeEnd,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#pledges.finish(asker, id, end, request);
    return await this.#query.get(asker, id);
  }
}
