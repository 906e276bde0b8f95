import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { statisticsQuerySchema, StatisticsService, type Statistics, type StatisticsQuery } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { statisticsWorkbook, workbookType } from './statistics-workbook.js';
import { statisticsSchema } from './statistics.schema.js';

/** Counts and rates over the units that one answers for. */
@ApiTags('statistics')
@Controller('statistics')
export class StatisticsController {
  readonly #statistics: StatisticsService;

  constructor(statistics: StatisticsService) {
    this.#statistics = statistics;
  }

  @Get()
  @Route({
    summary: 'What became of the cases received in a period, as of a day (统计)',
    access: 'statistics.read',
    answer: statisticsSchema,
  })
  async getStatistics(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<Statistics> {
    return await this.#statistics.of(asker, query);
  }

  @Get('workbook')
  @Route({ summary: 'The same as an .xlsx file', access: 'statistics.read', status: 200 })
  async getWorkbook(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<StreamableFile> {
    const workbook = await statisticsWorkbook(await this.#statistics.of(asker, query), query);
    const name = `statistics-${query.from}-${query.to}.xlsx`;
    return new StreamableFile(workbook, { type: workbookType, disposition: `attachment; filename="${name}"` });
  }
}
