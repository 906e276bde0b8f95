import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  agreementSchema,
  MediationService,
  mediationSchema,
  OpinionService,
  opinionRequestSchema,
  type Agreement,
  type IdempotentRequest,
  type Mediation,
  type OpinionRequest,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';

/** Asks units for their opinion, or to mediate; the task of who asks waits for it. */
@ApiTags('cases')
@Controller('cases')
export class CaseOpinionsController {
  readonly #opinions: OpinionService;
  readonly #mediations: MediationService;

  constructor(opinions: OpinionService, mediations: MediationService) {
    this.#mediations = mediations;
    this.#opinions = opinions;
  }

  @Post(':id/countersign')
  @Route({
    summary: 'Asks units to sign what is to be answered (会签); silence is no objection',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async countersignCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: opinionRequestSchema }) asked: OpinionRequest,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#opinions.ask('countersign', asker, id, asked, request);
  }

  @Post(':id/consult')
  @Route({
    summary: 'Asks units, before a case is dispatched, whether it is theirs (派单会商)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async consultOnCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: opinionRequestSchema }) asked: OpinionRequest,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#opinions.ask('consult', asker, id, asked, request);
  }

  @Post(':id/mediate')
  @Route({
    summary: 'Asks a unit to mediate between the parties of a dispute (调解)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async mediateCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: mediationSchema }) asked: Mediation,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#mediations.ask(asker, id, asked, request);
  }

  @Post(':id/agreement')
  @Route({
    summary: 'Ends the mediation that one holds by an agreement (达成协议)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async agreeInCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: agreementSchema }) agreement: Agreement,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#mediations.agree(asker, id, agreement, request);
  }
}
