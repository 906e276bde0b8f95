import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  RatingService,
  ratingSchema,
  ReopeningService,
  reopeningSchema,
  type IdempotentRequest,
  type Rating,
  type Reopening,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';

/** What comes after the answer: the resident's word, and a second handling. */
@ApiTags('cases')
@Controller('cases')
export class CaseClosingController {
  readonly #ratings: RatingService;
  readonly #reopenings: ReopeningService;

  constructor(ratings: RatingService, reopenings: ReopeningService) {
    this.#ratings = ratings;
    this.#reopenings = reopenings;
  }

  @Post(':id/rate')
  @Route({
    summary: 'Takes down what the resident said at the callback',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async rateCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: ratingSchema }) rating: Rating,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#ratings.rate(asker, id, rating, request);
  }

  @Post(':id/reopen')
  @Route({
    summary: 'Takes up a closed case again, within fourteen days and once',
    access: 'case.read',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async reopenCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: reopeningSchema }) reopening: Reopening,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#reopenings.reopen(asker, id, reopening, request);
  }
}
