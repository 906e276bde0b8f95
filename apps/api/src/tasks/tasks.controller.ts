import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Colleagues,
  completionSchema,
  InboxService,
  TaskService,
  type Colleague,
  type Completion,
  type IdempotentRequest,
  type InboxChoices,
  type InboxCounts,
  type InboxItem,
  type HandOverUnit,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  colleaguesSchema,
  boxQuerySchema,
  inboxChoicesSchema,
  inboxQuerySchema,
  inboxSchema,
  handOverUnitsSchema,
  taskAnswerSchema,
  type BoxQuery,
  type InboxQueryInput,
} from './task.schema.js';

/** Inboxes, and what one does with a task. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  readonly #inbox: InboxService;
  readonly #tasks: TaskService;
  readonly #colleagues: Colleagues;

  constructor(inbox: InboxService, tasks: TaskService, colleagues: Colleagues) {
    this.#inbox = inbox;
    this.#tasks = tasks;
    this.#colleagues = colleagues;
  }

  @Get()
  @Route({ summary: 'One page of an inbox, with the counts of all', access: 'task.read', answer: inboxSchema })
  async listTasks(
    @Asker() asker: Principal,
    @Query({ schema: inboxQuerySchema }) query: InboxQueryInput,
  ): Promise<Page<InboxItem> & { counts: InboxCounts }> {
    const { box, sort, limit, after, q, ...conditions } = query;
    return await this.#inbox.list(asker, { box, sort, limit, after, q, conditions });
  }

  @Get('choices')
  @Route({
    summary: 'What the lines of a box offer to be chosen from',
    access: 'task.read',
    answer: inboxChoicesSchema,
  })
  async listInboxChoices(
    @Asker() asker: Principal,
    @Query({ schema: boxQuerySchema }) { box }: BoxQuery,
  ): Promise<InboxChoices> {
    return await this.#inbox.choices(asker, box);
  }

  @Get(':id/colleagues')
  @Route({
    summary: 'To whom in its unit a task can be handed (转办)',
    access: 'task.handle',
    answer: colleaguesSchema,
    refuses: [404],
  })
  async listColleagues(@Asker() asker: Principal, @Param('id') id: string): Promise<Colleague[]> {
    return await this.#colleagues.of(asker, id);
  }

  @Get(':id/hand-over-units')
  @Route({
    summary: 'To which other units a task can be handed (转办)',
    access: 'task.handle',
    answer: handOverUnitsSchema,
    refuses: [404],
  })
  async listHandOverUnits(@Asker() asker: Principal, @Param('id') id: string): Promise<HandOverUnit[]> {
    return await this.#colleagues.units(asker, id);
  }

  @Post(':id/claim')
  @Route({
    summary: 'Takes a task (签收)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async claimTask(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#tasks.claim(asker, id, request);
  }

  @Post(':id/release')
  @Route({
    summary: 'Gives a task back (释放)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async releaseTask(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#tasks.release(asker, id, request);
  }

  @Post(':id/complete')
  @Route({
    summary: 'Finishes a task with an outcome and an opinion (办结, 上报, 退单 …)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async completeTask(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: completionSchema }) completion: Completion,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#tasks.complete(asker, id, completion, request);
  }
}
