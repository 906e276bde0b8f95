import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LanesService, statisticsQuerySchema, type LaneTable, type StatisticsQuery } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { lanesSchema } from './tables.schema.js';

/** How many cases went which of the three ways. */
@ApiTags('statistics')
@Controller('statistics')
export class LanesController {
  readonly #lanes: LanesService;

  constructor(lanes: LanesService) {
    this.#lanes = lanes;
  }

  @Get('lanes')
  @Route({
    summary: 'Cases by the way in which they were handled: window, mutual aid, coordination (三个机制)',
    access: 'statistics.read',
    answer: lanesSchema,
  })
  async getLanes(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<LaneTable> {
    return await this.#lanes.of(asker, query);
  }
}
