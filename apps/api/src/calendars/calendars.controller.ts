import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  calendarChangeInputSchema,
  calendarChangeSchema,
  calendarChangesSchema,
  calendarPreviewSchema,
  calendarsSchema,
  daysSchema,
  decisionsSchema,
  yearQuerySchema,
} from './calendar.schema.js';
import { CalendarsService } from './calendars.service.js';

/** Working calendars: their days, and what administrators decide about them. */
@ApiTags('calendars')
@Controller()
export class CalendarsController {
  readonly #calendars: CalendarsService;

  constructor(calendars: CalendarsService) {
    this.#calendars = calendars;
  }

  @Get('calendars')
  @Route({ summary: 'The calendars of the installation', access: 'signed-in', programs: true, answer: calendarsSchema })
  listCalendars(): z.output<typeof calendarsSchema> {
    return this.#calendars.list();
  }

  @Get('calendars/:id/days')
  @Route({ summary: 'The days of a year', access: 'signed-in', programs: true, answer: daysSchema, refuses: [404] })
  listDays(
    @Param('id') id: string,
    @Query({ schema: yearQuerySchema }) { year }: z.output<typeof yearQuerySchema>,
  ): z.output<typeof daysSchema> {
    return this.#calendars.days(id, year);
  }

  @Post('calendars/:id/preview')
  @Route({
    summary: 'How many running terms a change would move',
    access: 'system.manage',
    answer: calendarPreviewSchema,
    refuses: [404, 422],
  })
  async previewChange(
    @Param('id') id: string,
    @Body({ schema: decisionsSchema }) { days }: z.output<typeof decisionsSchema>,
  ): Promise<z.output<typeof calendarPreviewSchema>> {
    return await this.#calendars.preview(id, days);
  }

  @Post('calendars/:id/changes')
  @Route({
    summary: 'Decides days; running terms are counted anew',
    access: 'system.manage',
    answer: calendarChangeSchema,
    status: 201,
    refuses: [404, 422],
    idempotent: true,
  })
  async change(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: calendarChangeInputSchema }) change: z.output<typeof calendarChangeInputSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof calendarChangeSchema>> {
    return await this.#calendars.change(asker, id, change, request);
  }

  @Get('calendar-changes')
  @Route({
    summary: 'Changes of calendars, with how far running terms follow them',
    access: 'system.manage',
    answer: calendarChangesSchema,
  })
  async listChanges(): Promise<z.output<typeof calendarChangesSchema>> {
    return await this.#calendars.changes();
  }
}
