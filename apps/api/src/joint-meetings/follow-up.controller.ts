import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  closingSchema,
  decisionOrderSchema,
  FollowUpActs,
  FollowUpBoard,
  type Closing,
  type DecisionOrder,
  type FollowUpItem,
} from '@lianban/joint-meeting';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { followUpSchema } from './follow-up.schema.js';

/** What became of the decisions of a joint meeting. */
@ApiTags('joint meetings')
@Controller('joint-meetings/:id')
export class FollowUpController {
  readonly #board: FollowUpBoard;
  readonly #acts: FollowUpActs;

  constructor(board: FollowUpBoard, acts: FollowUpActs) {
    this.#board = board;
    this.#acts = acts;
  }

  @Get('follow-up')
  @Route({
    summary: 'The decisions of a meeting with their tasks',
    access: 'joint-meeting.read',
    answer: followUpSchema,
    refuses: [404],
  })
  async getFollowUp(@Asker() asker: Principal, @Param('id') id: string): Promise<FollowUpItem[]> {
    return await this.#board.of(asker, id);
  }

  @Post('topics/:topic/close')
  @Route({
    summary: 'Closes a decision whose tasks are done (销号)',
    access: 'joint-meeting.manage',
    answer: followUpSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async closeDecision(
    @Asker() asker: Principal,
    @Param('id') meetingId: string,
    @Param('topic') topicId: string,
    @Body({ schema: closingSchema }) closing: Closing,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<FollowUpItem[]> {
    return await this.#acts.close(asker, { meetingId, topicId }, closing, request);
  }

  @Post('topics/:topic/supervise')
  @Route({
    summary: 'Orders a unit to answer for its overdue task of a decision (督办)',
    access: 'joint-meeting.read',
    answer: followUpSchema,
    refuses: [403, 404, 409, 422],
    idempotent: true,
  })
  async superviseDecision(
    @Asker() asker: Principal,
    @Param('id') meetingId: string,
    @Param('topic') topicId: string,
    @Body({ schema: decisionOrderSchema }) order: DecisionOrder,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<FollowUpItem[]> {
    return await this.#acts.supervise(asker, { meetingId, topicId }, order, request);
  }
}
