import { Injectable } from '@nestjs/common';
import {
  DispositionsService,
  HotMattersService,
  MarkedCases,
  RankingService,
  StatisticsService,
  StepTimesService,
  type CampaignCounts,
  type Dispositions,
  type HistoricCounts,
  type HotMatters,
  type LaneTable,
  type Ranking,
  type Statistics,
  type StatisticsQuery,
  type StepTimes,
  type Trend,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';

/** Everything that the workbook holds. */
export interface StatisticsTables {
  readonly statistics: Statistics;
  readonly ranking: Ranking;
  readonly dispositions: Dispositions;
  readonly stepTimes: StepTimes;
  readonly lanes: LaneTable;
  readonly hotMatters: HotMatters;
  readonly campaigns: CampaignCounts;
  readonly historic: HistoricCounts;
  readonly trend: Trend;
}

/** All tables of the statistics together. */
@Injectable()
export class StatisticsTablesService {
  readonly #statistics: StatisticsService;
  readonly #ranking: RankingService;
  readonly #dispositions: DispositionsService;
  readonly #stepTimes: StepTimesService;
  readonly #hotMatters: HotMattersService;
  readonly #marked: MarkedCases;

  constructor(
    statistics: StatisticsService,
    ranking: RankingService,
    dispositions: DispositionsService,
    stepTimes: StepTimesService,
    hotMatters: HotMattersService,
    marked: MarkedCases,
  ) {
    this.#marked = marked;
    this.#statistics = statistics;
    this.#ranking = ranking;
    this.#dispositions = dispositions;
    this.#stepTimes = stepTimes;
    this.#hotMatters = hotMatters;
  }

  /** One after the other: several counts at once would take connections from those who work. */
  async all(asker: Principal, query: StatisticsQuery): Promise<StatisticsTables> {
    return {
      statistics: await this.#statistics.of(asker, query),
      ranking: await this.#ranking.of(asker, query),
      dispositions: await this.#dispositions.of(asker, query),
      stepTimes: await this.#stepTimes.of(asker, query),
      lanes: await this.#dispositions.lanes(asker, query),
      hotMatters: await this.#hotMatters.of(asker, query),
      campaigns: await this.#marked.campaigns(asker, query),
      historic: await this.#marked.historic(asker, query),
      trend: await this.#statistics.trend(asker, query),
    };
  }
}
