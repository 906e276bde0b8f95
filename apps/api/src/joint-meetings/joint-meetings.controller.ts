import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  DecisionService,
  decisionSchema,
  MeetingService,
  meetingSchema,
  QueueService,
  type Decision,
  type MeetingItem,
  type MeetingView,
  type NewMeeting,
  type QueueItem,
} from '@lianban/joint-meeting';
import type { Page } from '@lianban/platform';
import { pagingSchema } from '../http/paging.js';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { meetingsSchema, meetingViewSchema, queueSchema } from './joint-meeting.schema.js';

/** The joint meeting (联席会). */
@ApiTags('joint meetings')
@Controller('joint-meetings')
export class JointMeetingsController {
  readonly #queue: QueueService;
  readonly #meetings: MeetingService;
  readonly #decisions: DecisionService;

  constructor(queue: QueueService, meetings: MeetingService, decisions: DecisionService) {
    this.#queue = queue;
    this.#meetings = meetings;
    this.#decisions = decisions;
  }

  @Get('queue')
  @Route({ summary: 'Topics that wait, the longest waiting first', access: 'joint-meeting.read', answer: queueSchema })
  async listJointMeetingQueue(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<QueueItem> & { total: number }> {
    return await this.#queue.list(asker, paging);
  }

  @Get()
  @Route({ summary: 'Meetings, the latest first', access: 'joint-meeting.read', answer: meetingsSchema })
  async listMeetings(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<MeetingItem>> {
    return await this.#meetings.list(asker, paging);
  }

  @Post()
  @Route({
    summary: 'Calls a meeting on topics of the queue',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    status: 201,
    refuses: [409],
    idempotent: true,
  })
  async callMeeting(
    @Asker() asker: Principal,
    @Body({ schema: meetingSchema }) meeting: NewMeeting,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#meetings.call(asker, meeting, request);
  }

  @Get(':id')
  @Route({
    summary: 'A meeting with its agenda',
    access: 'joint-meeting.read',
    answer: meetingViewSchema,
    refuses: [404],
  })
  async getMeeting(@Asker() asker: Principal, @Param('id') id: string): Promise<MeetingView> {
    return await this.#meetings.get(asker, id);
  }

  @Post(':id/topics/:topic/decide')
  @Route({
    summary: 'Writes down a decision and sends it to lead and helpers',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async decideTopic(
    @Asker() asker: Principal,
    @Param('id') meetingId: string,
    @Param('topic') topicId: string,
    @Body({ schema: decisionSchema }) decision: Decision,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#decisions.decide(asker, meetingId, topicId, decision, request);
  }
}
