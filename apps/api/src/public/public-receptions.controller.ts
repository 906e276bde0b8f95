import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import {
  PublicBookings,
  residentBookingSchema,
  residentCancelSchema,
  type BookingReceipt,
  type PublicBooking,
  type PublicReception,
  type ResidentBooking,
} from '@lianban/outreach';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import {
  bookingReceiptSchema,
  publicBookingSchema,
  publicReceptionSchema,
  publicReceptionsSchema,
  receivingUnitsSchema,
} from '../receptions/reception.schema.js';
import { statusQuerySchema } from './public.schema.js';

const querySchema = pagingSchema.extend({
  unit: z.string().max(64).optional().describe('Of this station or street; see `GET public/receiving-units`'),
});

/** Appointments of residents at receptions: without an account, limited per address. */
@ApiTags('public')
@Controller('public')
export class PublicReceptionsController {
  readonly #bookings: PublicBookings;

  constructor(bookings: PublicBookings) {
    this.#bookings = bookings;
  }

  @Get('receiving-units')
  @Limited({ group: 'public-receptions', perMinute: 120 })
  @Route({
    summary: 'Units that receive soon, and their streets',
    access: 'public',
    answer: receivingUnitsSchema,
    refuses: [429],
  })
  async listReceivingUnits(): Promise<{ id: string; name: string; street: string | null }[]> {
    return await this.#bookings.units();
  }

  @Get('receptions')
  @Limited({ group: 'public-receptions', perMinute: 120 })
  @Route({ summary: 'Coming receptions', access: 'public', answer: publicReceptionsSchema, refuses: [429] })
  async listPublicReceptions(
    @Query({ schema: querySchema }) query: z.output<typeof querySchema>,
  ): Promise<Page<PublicReception>> {
    return await this.#bookings.list(query);
  }

  @Get('receptions/:id')
  @Limited({ group: 'public-receptions', perMinute: 120 })
  @Route({
    summary: 'A coming reception with its free slots',
    access: 'public',
    answer: publicReceptionSchema,
    refuses: [404, 429],
  })
  async getPublicReception(@Param('id') id: string): Promise<PublicReception> {
    return await this.#bookings.reception(id);
  }

  @Post('receptions/:id/bookings')
  @Limited({ group: 'public-booking', perMinute: 30 })
  @Route({
    summary: 'Books a slot as a resident (预约)',
    access: 'public',
    answer: bookingReceiptSchema,
    status: 201,
    refuses: [404, 409, 422, 429],
    idempotent: true,
  })
  async bookSlot(
    @Param('id') id: string,
    @Body({ schema: residentBookingSchema }) draft: ResidentBooking,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<BookingReceipt> {
    return await this.#bookings.book(id, draft, request);
  }

  @Get('bookings/:code')
  @Limited({ group: 'public-status', perMinute: 60 })
  @Route({ summary: 'How a booking stands', access: 'public', answer: publicBookingSchema, refuses: [404, 429] })
  async getPublicBooking(
    @Param('code') code: string,
    @Query({ schema: statusQuerySchema }) { queryCode }: z.output<typeof statusQuerySchema>,
  ): Promise<PublicBooking> {
    return await this.#bookings.find(code, queryCode);
  }

  @Post('bookings/:code/cancel')
  @Limited({ group: 'public-acts', perMinute: 30 })
  @Route({
    summary: 'Takes a booking back as a resident',
    access: 'public',
    answer: publicBookingSchema,
    refuses: [404, 409, 429],
    idempotent: true,
  })
  async cancelPublicBooking(
    @Param('code') code: string,
    @Body({ schema: residentCancelSchema }) { queryCode }: z.output<typeof residentCancelSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PublicBooking> {
    await this.#bookings.cancel(code, queryCode, request);
    return await this.#bookings.find(code, queryCode);
  }
}
