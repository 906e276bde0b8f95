import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdempotentRequest, RegisteredCase } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  bookingCancelSchema,
  BookingDesk,
  bookingSchema,
  markSchema,
  ReceptionQuery,
  spotCaseSchema,
  SpotCases,
  type BookingCancel,
  type BookingDraft,
  type BookingMark,
  type BookingReceipt,
  type ReceptionView,
  type SpotCase,
} from '@lianban/outreach';
import { registeredCaseSchema } from '../cases/case.schema.js';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { bookingReceiptSchema, receptionSchema } from './reception.schema.js';

const refuses = [403, 404, 409, 422];

/** The desk of a reception: who is expected, who came, and what they came for. */
@ApiTags('receptions')
@Controller()
export class BookingsController {
  readonly #desk: BookingDesk;
  readonly #cases: SpotCases;
  readonly #query: ReceptionQuery;

  constructor(desk: BookingDesk, cases: SpotCases, query: ReceptionQuery) {
    this.#desk = desk;
    this.#cases = cases;
    this.#query = query;
  }

  @Post('receptions/:id/bookings')
  @Route({
    summary: 'Books for a resident, or enters who has come without an appointment',
    access: 'outreach.read',
    answer: bookingReceiptSchema,
    status: 201,
    refuses,
    idempotent: true,
  })
  async enterBooking(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: bookingSchema }) draft: BookingDraft,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<BookingReceipt> {
    return await this.#desk.enter(asker, id, draft, request);
  }

  @Post('bookings/:id/mark')
  @Route({
    summary: 'Says whether somebody came (到访、未到)',
    access: 'outreach.read',
    answer: receptionSchema,
    refuses,
    idempotent: true,
  })
  async markBooking(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: markSchema }) mark: BookingMark,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReceptionView> {
    return await this.#query.get(asker, await this.#desk.mark(asker, id, mark, request));
  }

  @Post('bookings/:id/cancel')
  @Route({
    summary: 'Takes an appointment back for a resident',
    access: 'outreach.read',
    answer: receptionSchema,
    refuses,
    idempotent: true,
  })
  async cancelBooking(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: bookingCancelSchema }) cancel: BookingCancel,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ReceptionView> {
    return await this.#query.get(asker, await this.#desk.cancel(asker, id, cancel, request));
  }

  @Post('bookings/:id/cases')
  @Route({
    summary: 'Opens a case on the spot for who is received',
    access: 'case.register',
    answer: registeredCaseSchema,
    status: 201,
    refuses,
    idempotent: true,
  })
  async openSpotCase(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: spotCaseSchema }) draft: SpotCase,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<RegisteredCase> {
    return await this.#cases.open(asker, id, draft, request);
  }
}
