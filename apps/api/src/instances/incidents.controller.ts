import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Route } from '../http/route.js';
import { incidentPageSchema, incidentQuerySchema } from './incident.schema.js';
import { IncidentsService } from './incidents.service.js';

/** What cannot go on by itself; operations on instances and batches try it again. */
@ApiTags('instances')
@Controller('incidents')
export class IncidentsController {
  readonly #incidents: IncidentsService;

  constructor(incidents: IncidentsService) {
    this.#incidents = incidents;
  }

  @Get()
  @Route({
    summary: 'Open incidents of all workflows, the oldest first',
    access: 'workflow.operate',
    answer: incidentPageSchema,
  })
  async listIncidents(
    @Query({ schema: incidentQuerySchema }) query: z.output<typeof incidentQuerySchema>,
  ): Promise<z.output<typeof incidentPageSchema>> {
    const { limit, after, ...filter } = query;
    return await this.#incidents.list(filter, { limit, after });
  }
}
