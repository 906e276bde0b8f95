import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  volunteerReportSchema,
  VolunteerTasks,
  type IdempotentRequest,
  type VolunteerContact,
  type VolunteerReport,
  type VolunteerTask,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  takenSchema,
  volunteerContactSchema,
  volunteerTasksQuerySchema,
  volunteerTasksSchema,
} from './mutual-aid.schema.js';

/** What volunteers see and do: nothing but what is offered to them and what they took. */
@ApiTags('mutual-aid')
@Controller('mutual-aid/tasks')
export class VolunteerTasksController {
  readonly #tasks: VolunteerTasks;

  constructor(tasks: VolunteerTasks) {
    this.#tasks = tasks;
  }

  @Get()
  @Route({
    summary: 'Matters that are offered to the volunteer who asks, that they have, or had',
    access: 'mutual-aid.help',
    answer: volunteerTasksSchema,
  })
  async listVolunteerTasks(
    @Asker() asker: Principal,
    @Query({ schema: volunteerTasksQuerySchema }) query: z.output<typeof volunteerTasksQuerySchema>,
  ): Promise<Page<VolunteerTask>> {
    return await this.#tasks.list(asker, query);
  }

  @Post(':id/take')
  @Route({
    summary: 'Takes a matter (认领); who is first has it',
    access: 'mutual-aid.help',
    answer: takenSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async takeMatter(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof takenSchema>> {
    return await this.#tasks.take(asker, id, request);
  }

  @Post(':id/report')
  @Route({
    summary: 'Says what was done, or why it cannot be',
    access: 'mutual-aid.help',
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async reportMatter(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: volunteerReportSchema }) report: VolunteerReport,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#tasks.report(asker, id, report, request);
  }

  @Get(':id/contact')
  @Route({
    summary: 'Whom to help, of a matter that the volunteer has now; each look is in the history of the case',
    access: 'mutual-aid.help',
    answer: volunteerContactSchema,
    refuses: [404, 409],
  })
  async getVolunteerContact(@Asker() asker: Principal, @Param('id') id: string): Promise<VolunteerContact> {
    return await this.#tasks.contact(asker, id);
  }
}
