import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  reopeningSchema,
  ReversalService,
  rungChangeSchema,
  RungSettings,
  type IdempotentRequest,
  type ReferenceChange,
  type Reopening,
  type Rung,
  type RungChange,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { changesSchema } from '../reference/reference.schema.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';
import { rungSchema } from './ladder.schema.js';

/** When the rungs of the supervision ladder are climbed, and answers that were faked. */
@ApiTags('supervisions')
@Controller()
export class LadderController {
  readonly #rungs: RungSettings;
  readonly #reversals: ReversalService;

  constructor(rungs: RungSettings, reversals: ReversalService) {
    this.#rungs = rungs;
    this.#reversals = reversals;
  }

  @Get('ladder-rungs')
  @Route({
    summary: 'The rungs of the supervision ladder, from the bottom up',
    access: 'system.manage',
    answer: z.array(rungSchema),
  })
  async listRungs(@Asker() asker: Principal): Promise<Rung[]> {
    return await this.#rungs.list(asker);
  }

  @Put('ladder-rungs/:code')
  @Route({
    summary: 'Changes when a rung is climbed and what it says',
    access: 'system.manage',
    answer: rungSchema,
    refuses: [404, 409, 422],
  })
  async changeRung(
    @Asker() asker: Principal,
    @Param('code') code: string,
    @Body({ schema: rungChangeSchema }) change: RungChange,
  ): Promise<Rung> {
    return await this.#rungs.change(asker, code, change);
  }

  @Get('ladder-rungs/:code/changes')
  @Route({
    summary: 'Changes of a rung, the newest first',
    access: 'system.manage',
    answer: changesSchema,
    refuses: [404],
  })
  async listRungChanges(@Asker() asker: Principal, @Param('code') code: string): Promise<ReferenceChange[]> {
    return await this.#rungs.changes(asker, code);
  }

  @Post('cases/:id/reverse')
  @Route({
    summary: 'Takes back an answer that was faked: the case is taken up again, and a talk is planned',
    access: 'supervision.order',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async reverseClosing(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: reopeningSchema }) reversal: Reopening,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#reversals.reverse(asker, id, reversal, request);
  }
}
