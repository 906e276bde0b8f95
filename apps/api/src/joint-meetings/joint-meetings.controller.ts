import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Principal } from '@lianban/identity';
import { QueueService, type QueueItem } from '@lianban/joint-meeting';
import type { Page } from '@lianban/platform';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { queueSchema } from './joint-meeting.schema.js';

/** The joint meeting (联席会). */
@ApiTags('joint meetings')
@Controller('joint-meetings')
export class JointMeetingsController {
  readonly #queue: QueueService;

  constructor(queue: QueueService) {
    this.#queue = queue;
  }

  @Get('queue')
  @Route({ summary: 'Topics that wait, the longest waiting first', access: 'joint-meeting.read', answer: queueSchema })
  async listJointMeetingQueue(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<QueueItem> & { total: number }> {
    return await this.#queue.list(asker, paging);
  }
}
