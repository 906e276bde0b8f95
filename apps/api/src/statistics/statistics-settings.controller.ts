import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  statisticsSettingsChangeSchema,
  StatisticsSettingsService,
  type IdempotentRequest,
  type SettledStatistics,
  type StatisticsSettingsChange,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { settledStatisticsListSchema, settledStatisticsSchema } from './settings.schema.js';

/** By what statistics are counted: weights, thresholds and windows. */
@ApiTags('statistics')
@Controller('statistics-settings')
export class StatisticsSettingsController {
  readonly #settings: StatisticsSettingsService;

  constructor(settings: StatisticsSettingsService) {
    this.#settings = settings;
  }

  @Get()
  @Route({
    summary: 'What statistics are counted by (统计口径), the newest decision first',
    access: 'system.manage',
    answer: settledStatisticsListSchema,
  })
  async listSettings(@Asker() asker: Principal): Promise<SettledStatistics[]> {
    return await this.#settings.decisions(asker);
  }

  @Post()
  @Route({
    summary: 'Decides it anew; statistics as of an earlier day stay what they were',
    access: 'system.manage',
    answer: settledStatisticsSchema,
    status: 201,
    refuses: [409, 422],
    idempotent: true,
  })
  async decideSettings(
    @Asker() asker: Principal,
    @Body({ schema: statisticsSettingsChangeSchema }) change: StatisticsSettingsChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<SettledStatistics> {
    return await this.#settings.decide(asker, change, request);
  }
}
