import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { statisticsQuerySchema, type StatisticsQuery } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { ExportMarks } from '../documents/export-marks.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { statisticsSheets } from './statistics-sheets.rules.js';
import { StatisticsTablesService } from './statistics-tables.service.js';
import { workbookOf, workbookType } from './statistics-workbook.js';

/** Counts and rates as a file. */
@ApiTags('statistics')
@Controller('statistics')
export class StatisticsWorkbookController {
  readonly #tables: StatisticsTablesService;
  readonly #marks: ExportMarks;

  constructor(tables: StatisticsTablesService, marks: ExportMarks) {
    this.#tables = tables;
    this.#marks = marks;
  }

  @Get('workbook')
  @Route({ summary: 'All of it as an .xlsx file', access: 'statistics.read', status: 200 })
  async getWorkbook(
    @Asker() asker: Principal,
    @Query({ schema: statisticsQuerySchema }) query: StatisticsQuery,
  ): Promise<StreamableFile> {
    const sheets = statisticsSheets(await this.#tables.all(asker, query), query);
    const name = `statistics-${query.from}-${query.to}.xlsx`;
    return new StreamableFile(await workbookOf(sheets, await this.#marks.of(asker)), {
      type: workbookType,
      disposition: `attachment; filename="${name}"`,
    });
  }
}
