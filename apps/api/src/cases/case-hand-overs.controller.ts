import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AssistService,
  assistSchema,
  CopyService,
  copySchema,
  RecusalService,
  recusalSchema,
  ReturnService,
  returnSchema,
  SupervisionService,
  supervisionSchema,
  TransferService,
  transferSchema,
  type Assist,
  type Copying,
  type IdempotentRequest,
  type RecusalRequest,
  type Return,
  type Supervision,
  type TaskAnswer,
  type Transfer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';

/** Acts by which other units come in: a case goes back, goes over, is helped with, or is asked about. */
@ApiTags('cases')
@Controller('cases')
export class CaseHandOversController {
  readonly #returns: ReturnService;
  readonly #transfers: TransferService;
  readonly #assists: AssistService;
  readonly #supervisions: SupervisionService;
  readonly #copies: CopyService;
  readonly #recusals: RecusalService;

  constructor(
    returns: ReturnService,
    transfers: TransferService,
    assists: AssistService,
    supervisions: SupervisionService,
    copies: CopyService,
    recusals: RecusalService,
  ) {
    this.#returns = returns;
    this.#transfers = transfers;
    this.#assists = assists;
    this.#supervisions = supervisions;
    this.#copies = copies;
    this.#recusals = recusals;
  }

  @Post(':id/return')
  @Route({
    summary: 'Asks to be rid of a case that belongs to another unit (退单)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async returnCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: returnSchema }) given: Return,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#returns.return(asker, id, given, request);
  }

  @Post(':id/transfer')
  @Route({
    summary: 'Hands a task over to a person or a unit (转办); the clock goes on',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async transferCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: transferSchema }) given: Transfer,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#transfers.transfer(asker, id, given, request);
  }

  @Post(':id/assist')
  @Route({
    summary: 'Asks another unit for help (协办)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async assistCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: assistSchema }) asked: Assist,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#assists.assist(asker, id, asked, request);
  }

  @Post(':id/supervise')
  @Route({
    summary: 'Orders a unit to answer for a case (督办)',
    access: 'supervision.order',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async superviseCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: supervisionSchema }) order: Supervision,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#supervisions.supervise(asker, id, order, request);
  }

  @Post(':id/copy')
  @Route({
    summary: 'Lets the people of a unit know of a case (抄送)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 422],
    idempotent: true,
  })
  async copyCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: copySchema }) copying: Copying,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#copies.copy(asker, id, copying, request);
  }

  @Post(':id/recuse')
  @Route({
    summary: 'Steps aside from a case for a conflict of interest (申请回避); it is unknown to the asker from then on',
    access: 'task.handle',
    refuses: [404, 409],
    idempotent: true,
  })
  async recuseFromCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: recusalSchema }) given: RecusalRequest,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#recusals.declare(asker, id, given, request);
  }
}
