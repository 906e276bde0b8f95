import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  reviewEndSchema,
  reviewMeetingSchema,
  reviewQuerySchema,
  ReviewQueryService,
  reviewSchema,
  ReviewService,
  votesSchema,
  type NewReview,
  type ReviewEnd,
  type ReviewMeeting,
  type ReviewQuery,
  type ReviewView,
  type Votes,
  type YearResult,
} from '@lianban/outreach';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { ExportMarks } from '../documents/export-marks.js';
import { workbookOf, workbookType } from '../statistics/statistics-workbook.js';
import { reviewViewSchema, yearsSchema } from './pledge-review.schema.js';
import { pledgeSheet } from './pledge-sheet.rules.js';

const refuses = [403, 404, 409, 422];
const listSchema = pagingSchema.extend(reviewQuerySchema.shape);
/** As many as there can be units. */
const everyUnit = 5_000;

/** Yearly reviews of pledges by residents' delegates (年评诺). */
@ApiTags('pledges')
@Controller('pledge-reviews')
export class PledgeReviewsController {
  readonly #query: ReviewQueryService;
  readonly #reviews: ReviewService;
  readonly #marks: ExportMarks;

  constructor(query: ReviewQueryService, reviews: ReviewService, marks: ExportMarks) {
    this.#marks = marks;
    this.#query = query;
    this.#reviews = reviews;
  }

  @Get()
  @Route({
    summary: 'What the pledges of each unit came to in a year, and whose review is missing',
    access: 'outreach.read',
    answer: yearsSchema,
  })
  async listPledgeYears(
    @Asker() asker: Principal,
    @Query({ schema: listSchema }) query: z.output<typeof listSchema>,
  ): Promise<Page<YearResult>> {
    return await this.#query.list(asker, query);
  }

  @Get('workbook')
  @Route({ summary: 'The same as an .xlsx file', access: 'outreach.read', status: 200 })
  async getPledgeWorkbook(
    @Asker() asker: Principal,
    @Query({ schema: reviewQuerySchema }) query: ReviewQuery,
  ): Promise<StreamableFile> {
    const { items } = await this.#query.list(asker, { ...query, limit: everyUnit });
    return new StreamableFile(await workbookOf([pledgeSheet(items, query.year)], await this.#marks.of(asker)), {
      type: workbookType,
      disposition: `attachment; filename="pledges-${query.year}.xlsx"`,
    });
  }

  @Get(':id')
  @Route({
    summary: 'A review with its pledges and votes',
    access: 'outreach.read',
    answer: reviewViewSchema,
    refuses: [404],
  })
  async getPledgeReview(@Asker() asker: Principal, @Param('id') id: string): Promise<ReviewView> {
    return await this.#query.get(asker, id);
  }

  @Post()
  @Route({
    summary: 'Takes down the meeting that reviews the pledges of a unit and year',
    access: 'outreach.manage',
    answer: reviewViewSchema,
    status: 201,
    refuses,
    idempotent: true,
  })
  async openPledgeReview(
    @Asker() asker: Principal,
    @Body({ schema: reviewSchema }) draft: NewReview,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReviewView> {
    const { id } = await this.#reviews.open(asker, draft, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/meeting')
  @Route({
    summary: 'Corrects what was taken down of the meeting',
    access: 'outreach.manage',
    answer: reviewViewSchema,
    refuses,
    idempotent: true,
  })
  async correctPledgeReview(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: reviewMeetingSchema }) meeting: ReviewMeeting,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReviewView> {
    await this.#reviews.correct(asker, id, meeting, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/votes')
  @Route({
    summary: 'Enters how the delegates voted on pledges, or corrects it',
    access: 'outreach.manage',
    answer: reviewViewSchema,
    refuses,
    idempotent: true,
  })
  async votePledgeReview(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: votesSchema }) votes: Votes,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReviewView> {
    await this.#reviews.vote(asker, id, votes, request);
    return await this.#query.get(asker, id);
  }

  @Post(':id/close')
  @Route({
    summary: 'Closes a review: the outcome of each pledge is fixed and public',
    access: 'outreach.manage',
    answer: reviewViewSchema,
    refuses,
    idempotent: true,
  })
  async closePledgeReview(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: reviewEndSchema }) end: ReviewEnd,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReviewView> {
    await this.#reviews.close(asker, id, end, request);
    return await this.#query.get(asker, id);
  }
}
