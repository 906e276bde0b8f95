import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  receiptSchema,
  unitRecordSchema,
  UnitRecordService,
  unitRecordsQuerySchema,
  type IdempotentRequest,
  type NewUnitRecord,
  type ReportReceipt,
  type UnitRecords,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { unitRecordsSchema } from './habit.schema.js';

const refuses = [404, 409, 422];

/** What units write down by habit: 日记实, 月例会, 情况报告. */
@ApiTags('unit records')
@Controller('unit-records')
export class HabitsController {
  readonly #records: UnitRecordService;

  constructor(records: UnitRecordService) {
    this.#records = records;
  }

  @Get()
  @Route({
    summary: 'The records of a unit in a month',
    access: 'case.read',
    answer: unitRecordsSchema,
    refuses: [404],
  })
  async getUnitRecords(
    @Asker() asker: Principal,
    @Query({ schema: unitRecordsQuerySchema }) query: z.output<typeof unitRecordsQuerySchema>,
  ): Promise<UnitRecords> {
    return await this.#records.month(asker, query);
  }

  @Post()
  @Route({
    summary: 'Signs a day, the monthly meeting or the situation report',
    access: 'task.handle',
    answer: unitRecordsSchema,
    refuses,
    idempotent: true,
  })
  async signUnitRecord(
    @Asker() asker: Principal,
    @Body({ schema: unitRecordSchema }) record: NewUnitRecord,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<UnitRecords> {
    return await this.#records.sign(asker, record, request);
  }

  @Post('receive')
  @Route({
    summary: 'Says that a situation report of a unit below was read',
    access: 'task.assign',
    answer: unitRecordsSchema,
    refuses,
    idempotent: true,
  })
  async receiveReport(
    @Asker() asker: Principal,
    @Body({ schema: receiptSchema }) receipt: ReportReceipt,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<UnitRecords> {
    return await this.#records.receive(asker, receipt, request);
  }
}
