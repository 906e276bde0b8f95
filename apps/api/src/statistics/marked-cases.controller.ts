import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  MarkedCases,
  statisticsQuerySchema,
  type CampaignCounts,
  type HistoricCounts,
  type StatisticsQuery,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { campaignCountsSchema, historicCountsSchema } from './tables.schema.js';

/** Counts of the cases that carry a mark. */
@ApiTags('statistics')
@Controller('statistics')
export class MarkedCasesController {
  readonly #marked: MarkedCases;

  constructor(marked: MarkedCases) {
    this.#marked = marked;
  }

  @Get('campaigns')
  @Route({
    summary: 'What became of the cases of campaigns (专项行动)',
    access: 'statistics.read',
    answer: campaignCountsSchema,
  })
  async getCampaignCounts(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<CampaignCounts> {
    return await this.#marked.campaigns(asker, query);
  }

  @Get('historic')
  @Route({
    summary: 'Open cases about long-standing matters by unit and by how long they have stood (历史遗留)',
    access: 'statistics.read',
    answer: historicCountsSchema,
  })
  async getHistoricCounts(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<HistoricCounts> {
    return await this.#marked.historic(asker, query);
  }
}
