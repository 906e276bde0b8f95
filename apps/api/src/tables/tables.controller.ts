import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { workbookType } from '../statistics/statistics-workbook.js';
import { tableAnswerSchema, tableImportSchema, type TableAnswer, type TableImport } from './tables.schema.js';
import { TablesService } from './tables.service.js';

/** Units, people and topics as tables. */
@ApiTags('administration')
@Controller('tables')
export class TablesController {
  readonly #tables: TablesService;

  constructor(tables: TablesService) {
    this.#tables = tables;
  }

  @Get(':table')
  @Route({
    summary: 'Units, people or topics (units, people, categories) as an .xlsx file that can be brought in again',
    access: 'system.manage',
    status: 200,
    refuses: [404],
  })
  async getTable(@Param('table') table: string): Promise<StreamableFile> {
    return new StreamableFile(await this.#tables.workbook(table), {
      type: workbookType,
      disposition: `attachment; filename="${table}.xlsx"`,
    });
  }

  @Post(':table/import')
  @Route({
    summary: 'Brings units or people in, line by line; what is there stays, and a refused line stops no other',
    access: 'system.manage',
    answer: tableAnswerSchema,
    refuses: [404, 422],
    idempotent: true,
  })
  async importTable(
    @Asker() asker: Principal,
    @Param('table') table: string,
    @Body({ schema: tableImportSchema }) content: TableImport,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TableAnswer> {
    return await this.#tables.import(asker, table, content, request);
  }
}
