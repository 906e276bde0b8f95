import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  districtMapChangeSchema,
  DistrictMapService,
  MapFiguresService,
  periodSchema,
  StatisticsService,
  statisticsQuerySchema,
  type DistrictMapChange,
  type IdempotentRequest,
  type MapFigures,
  type SettledMap,
  type StatisticsQuery,
  type Trend,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { ExportMarks } from '../documents/export-marks.js';
import { workbookOf, workbookType } from '../statistics/statistics-workbook.js';
import { mapSheets } from './map-sheets.rules.js';
import { districtMapSchema, mapFiguresSchema, trendSchema } from './map.schema.js';

type Period = z.output<typeof periodSchema>;

/** Where the work is: units and cases on the map of the district, and how it goes over time. */
@ApiTags('statistics')
@Controller()
export class DistrictMapController {
  readonly #maps: DistrictMapService;
  readonly #figures: MapFiguresService;
  readonly #statistics: StatisticsService;
  readonly #marks: ExportMarks;

  constructor(maps: DistrictMapService, figures: MapFiguresService, statistics: StatisticsService, marks: ExportMarks) {
    this.#marks = marks;
    this.#maps = maps;
    this.#figures = figures;
    this.#statistics = statistics;
  }

  @Get('district-map')
  @Route({ summary: 'The outline of the district (区划边界)', access: 'organisation.read', answer: districtMapSchema })
  async getDistrictMap(): Promise<SettledMap> {
    return await this.#maps.current();
  }

  @Post('district-map')
  @Route({
    summary: 'Puts the outline of the district in, as GeoJSON, or takes it out',
    access: 'system.manage',
    answer: districtMapSchema,
    status: 201,
    refuses: [409, 422],
    idempotent: true,
  })
  async putDistrictMap(
    @Asker() asker: Principal,
    @Body({ schema: districtMapChangeSchema }) change: DistrictMapChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<SettledMap> {
    return await this.#maps.decide(asker, change, request);
  }

  @Get('statistics/map')
  @Route({
    summary: 'Units that one answers for, where they are and what they have to do (为民地图)',
    access: 'statistics.read',
    answer: mapFiguresSchema,
  })
  async getMapFigures(@Asker() asker: Principal, @Query({ schema: periodSchema }) query: Period): Promise<MapFigures> {
    return await this.#figures.of(asker, query);
  }

  @Get('statistics/map/workbook')
  @Route({ summary: 'The same as an .xlsx file', access: 'statistics.read', status: 200 })
  async getMapWorkbook(
    @Asker() asker: Principal,
    @Query({ schema: periodSchema }) query: Period,
  ): Promise<StreamableFile> {
    const sheets = mapSheets(await this.#figures.of(asker, query), query);
    return new StreamableFile(await workbookOf(sheets, await this.#marks.of(asker)), {
      type: workbookType,
      disposition: `attachment; filename="map-${query.from}-${query.to}.xlsx"`,
    });
  }

  @Get('statistics/trend')
  @Route({
    summary: 'How a period went, day by day, or month by month where it is long (趋势)',
    access: 'statistics.read',
    answer: trendSchema,
  })
  async getTrend(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<Trend> {
    return await this.#statistics.trend(asker, query);
  }
}
