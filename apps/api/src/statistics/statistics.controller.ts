import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DispositionsService,
  hotMattersQuerySchema,
  HotMattersService,
  RankingService,
  statisticsQuerySchema,
  StatisticsService,
  StepTimesService,
  type Dispositions,
  type HotMatters,
  type HotMattersQuery,
  type LaneTable,
  type Ranking,
  type Statistics,
  type StatisticsQuery,
  type StepTimes,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { statisticsSchema } from './statistics.schema.js';
import { dispositionsSchema, hotMattersSchema, lanesSchema, rankingSchema, stepTimesSchema } from './tables.schema.js';

/** Counts and rates over the units that one answers for. */
@ApiTags('statistics')
@Controller('statistics')
export class StatisticsController {
  readonly #statistics: StatisticsService;
  readonly #ranking: RankingService;
  readonly #dispositions: DispositionsService;
  readonly #stepTimes: StepTimesService;
  readonly #hotMatters: HotMattersService;

  constructor(
    statistics: StatisticsService,
    ranking: RankingService,
    dispositions: DispositionsService,
    stepTimes: StepTimesService,
    hotMatters: HotMattersService,
  ) {
    this.#statistics = statistics;
    this.#ranking = ranking;
    this.#dispositions = dispositions;
    this.#stepTimes = stepTimes;
    this.#hotMatters = hotMatters;
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

  @Get('ranking')
  @Route({
    summary: 'Units beside others of their kind, ranked where that is not switched off (分组排名)',
    access: 'statistics.read',
    answer: rankingSchema,
  })
  async getRanking(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<Ranking> {
    return await this.#ranking.of(asker, query);
  }

  @Get('dispositions')
  @Route({
    summary: 'In which ways closed cases were settled, by topic and by unit (处置方式)',
    access: 'statistics.read',
    answer: dispositionsSchema,
  })
  async getDispositions(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<Dispositions> {
    return await this.#dispositions.of(asker, query);
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
    return await this.#dispositions.lanes(asker, query);
  }

  @Get('step-times')
  @Route({
    summary: 'How long each step takes, in all units and in each (环节用时)',
    access: 'statistics.read',
    answer: stepTimesSchema,
  })
  async getStepTimes(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<StepTimes> {
    return await this.#stepTimes.of(asker, query);
  }

  @Get('hot-matters')
  @Route({
    summary: 'Similar cases about one topic in one place within a few weeks (热点问题)',
    access: 'statistics.read',
    answer: hotMattersSchema,
  })
  async getHotMatters(
    @Asker() asker: Principal,
    @Query({ schema: hotMattersQuerySchema }) query: HotMattersQuery,
  ): Promise<HotMatters> {
    return await this.#hotMatters.of(asker, query);
  }
}
