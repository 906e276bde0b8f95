import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LeavingPreviews, LeavingService, type IdempotentRequest } from '@lianban/casework';
import { departureSchema, DepartureService, type NewDeparture, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { instantSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

const previewSchema = z
  .object({
    departure: z
      .object({ day: z.iso.date(), receiverId: z.string().nullable(), reason: z.string(), closed: z.boolean() })
      .nullable()
      .describe('What is set already'),
    tasks: z
      .array(
        z
          .object({
            code: z.string().describe('Number of the case'),
            step: z.string(),
            unit: z.string().nullable(),
            dueAt: instantSchema.nullable(),
            held: z.boolean().describe('Held by the person; else offered to nobody else'),
          })
          .meta({ id: 'LeavingTask' }),
      )
      .describe('The first of them'),
    total: z.int().describe('How many tasks would move'),
    leftEmpty: z.array(z.string()).describe('Units in which nobody else handles tasks'),
  })
  .meta({ id: 'LeavingPreview' });

/** People who leave (离岗). */
@ApiTags('organisation')
@Controller('people/:id/departure')
export class DeparturesController {
  readonly #database: Database;
  readonly #leaving: LeavingService;
  readonly #previews: LeavingPreviews;
  readonly #departures: DepartureService;

  constructor(database: Database, leaving: LeavingService, previews: LeavingPreviews, departures: DepartureService) {
    this.#database = database;
    this.#leaving = leaving;
    this.#previews = previews;
    this.#departures = departures;
  }

  @Get()
  @Route({
    summary: 'What would become of the tasks of somebody who leaves, without what the cases are about',
    access: 'system.manage',
    answer: previewSchema,
    refuses: [404],
  })
  async previewDeparture(@Param('id') id: string): Promise<z.output<typeof previewSchema>> {
    const { departure, tasks, total, leftEmpty } = await this.#previews.of(id);
    return {
      departure: departure
        ? {
            day: departure.day,
            receiverId: departure.receiverId,
            reason: departure.reason,
            closed: departure.closed,
          }
        : null,
      tasks: tasks.map(({ code, step, unit, dueAt, held }) => ({
        code,
        step,
        unit,
        dueAt: dueAt?.toISOString() ?? null,
        held,
      })),
      total,
      leftEmpty: [...leftEmpty],
    };
  }

  @Post()
  @Route({
    summary:
      'Lets somebody leave from a day on: account, sessions, roles and substitutions end, tasks go on with others',
    access: 'system.manage',
    refuses: [404, 422],
    idempotent: true,
  })
  async setDeparture(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: departureSchema }) draft: NewDeparture,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#leaving.leave(asker, id, draft, request);
  }

  @Delete()
  @Route({ summary: 'Takes back a departure whose day has not begun', access: 'system.manage', refuses: [404] })
  async cancelDeparture(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#database.transaction((tx) => this.#departures.cancel(tx, asker, id));
  }
}
