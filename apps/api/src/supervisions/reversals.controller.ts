import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  reopeningSchema,
  ReversalService,
  type IdempotentRequest,
  type Reopening,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';

/** Answers that were faked. */
@ApiTags('supervisions')
@Controller()
export class ReversalsController {
  readonly #reversals: ReversalService;

  constructor(reversals: ReversalService) {
    this.#reversals = reversals;
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
