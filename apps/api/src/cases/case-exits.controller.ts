import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DeclineService,
  declineSchema,
  MergeService,
  mergeSchema,
  separationSchema,
  type Decline,
  type IdempotentRequest,
  type Merge,
  type Separation,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';

/** Ways out of intake: what is handled elsewhere, and what is handled with another case. */
@ApiTags('cases')
@Controller('cases')
export class CaseExitsController {
  readonly #declines: DeclineService;
  readonly #merges: MergeService;

  constructor(declines: DeclineService, merges: MergeService) {
    this.#declines = declines;
    this.#merges = merges;
  }

  @Post(':id/decline')
  @Route({
    summary: 'Turns a request away that is not handled here (不予受理)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async declineCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: declineSchema }) decline: Decline,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    await this.#declines.decline(asker, id, decline, request);
    return { tasks: [] };
  }

  @Post(':id/merge')
  @Route({
    summary: 'Handles the case together with another one about the same matter (并案)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async mergeCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: mergeSchema }) merge: Merge,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    await this.#merges.merge(asker, id, merge, request);
    return { tasks: [] };
  }

  @Post(':id/separate')
  @Route({
    summary: 'Handles a merged case by itself again (取消并案)',
    access: 'case.read',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async separateCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: separationSchema }) separation: Separation,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#merges.separate(asker, id, separation, request);
  }
}
