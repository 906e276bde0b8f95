import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ClockActs,
  extensionSchema,
  historicMarkSchema,
  legalHoldSchema,
  LegalHolds,
  HistoricService,
  resumptionSchema,
  suspensionSchema,
  UrgeService,
  urgeSchema,
  WithdrawalService,
  withdrawalSchema,
  type Extension,
  type HistoricMark,
  type IdempotentRequest,
  type LegalHold,
  type Resumption,
  type Suspension,
  type TaskAnswer,
  type Urge,
  type Withdrawal,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';

/** Acts on a case beside those on its tasks. */
@ApiTags('cases')
@Controller('cases')
export class CaseActsController {
  readonly #clocks: ClockActs;
  readonly #urges: UrgeService;
  readonly #withdrawals: WithdrawalService;
  readonly #historic: HistoricService;
  readonly #holds: LegalHolds;

  constructor(
    clocks: ClockActs,
    urges: UrgeService,
    withdrawals: WithdrawalService,
    historic: HistoricService,
    holds: LegalHolds,
  ) {
    this.#holds = holds;
    this.#historic = historic;
    this.#clocks = clocks;
    this.#urges = urges;
    this.#withdrawals = withdrawals;
  }

  @Post(':id/suspend')
  @Route({
    summary: 'Stops the clock of the task that one holds (挂起)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async suspendCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: suspensionSchema }) suspension: Suspension,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#clocks.suspend(asker, id, suspension, request);
  }

  @Post(':id/resume')
  @Route({
    summary: 'Lets the clock run again (恢复)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async resumeCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: resumptionSchema }) resumption: Resumption,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#clocks.resume(asker, id, resumption, request);
  }

  @Post(':id/extend')
  @Route({
    summary: 'Gives the task that one holds more time (延期)',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async extendCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: extensionSchema }) extension: Extension,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#clocks.extend(asker, id, extension, request);
  }

  @Post(':id/urge')
  @Route({
    summary: 'Presses whoever holds the case for an answer (催办)',
    access: 'case.read',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async urgeCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: urgeSchema }) urge: Urge,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#urges.urge(asker, id, urge, request);
  }

  @Post(':id/withdraw')
  @Route({
    summary: 'Takes a case back (撤回): its process ends',
    access: 'case.read',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async withdrawCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: withdrawalSchema }) withdrawal: Withdrawal,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    await this.#withdrawals.withdraw(asker, id, withdrawal, request);
    return { tasks: [] };
  }

  @Post(':id/historic')
  @Route({
    summary: 'Says that the matter is a long-standing one (历史遗留), or that it is not; no term changes',
    access: 'case.read',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async markCaseHistoric(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: historicMarkSchema }) mark: HistoricMark,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    await this.#historic.mark(asker, id, mark, request);
    return { tasks: [] };
  }

  @Post(':id/legal-hold')
  @Route({
    summary: 'Keeps the personal data of a case beyond their term (暂停删除), or no longer',
    access: 'supervision.order',
    refuses: [404, 409],
    idempotent: true,
  })
  async holdCaseData(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: legalHoldSchema }) hold: LegalHold,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#holds.set(asker, id, hold, request);
  }
}
