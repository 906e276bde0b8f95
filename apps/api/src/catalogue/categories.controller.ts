import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  categoryChangeSchema,
  CategoryKeeper,
  categoryTableSchema,
  CatalogueService,
  type CategoryChange,
  type CategoryImport,
  type CategoryNode,
  type CategoryTable,
  type IdempotentRequest,
  type KeptCategory,
  type ReferenceChange,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { changesSchema } from '../reference/reference.schema.js';
import { categoriesSchema } from './catalogue.schema.js';

const importSchema = z
  .object({
    known: z.int(),
    created: z.int(),
    refused: z.int(),
    rows: z.array(
      z
        .object({
          line: z.int(),
          path: z.string(),
          fate: z.enum(['known', 'created', 'refused']),
          code: z.string().nullable(),
          reason: z.string().nullable(),
        })
        .meta({ id: 'CategoryFate' }),
    ),
  })
  .meta({ id: 'CategoryImport' });

const keptSchema = z.array(
  z
    .object({
      code: z.string(),
      name: z.string(),
      parent: z.string().nullable(),
      active: z.boolean().describe('False: out of use'),
      version: z.int(),
    })
    .meta({ id: 'KeptCategory' }),
);

/** The topics as administrators keep them. */
@ApiTags('catalogue')
@Controller('categories')
export class CategoriesController {
  readonly #keeper: CategoryKeeper;
  readonly #catalogue: CatalogueService;

  constructor(keeper: CategoryKeeper, catalogue: CatalogueService) {
    this.#keeper = keeper;
    this.#catalogue = catalogue;
  }

  @Get('all')
  @Route({ summary: 'All topics, those out of use too', access: 'system.manage', answer: keptSchema })
  async listAllCategories(@Asker() asker: Principal): Promise<KeptCategory[]> {
    return await this.#keeper.list(asker);
  }

  @Post('import')
  @Route({
    summary: 'Brings a table of topics in; what is there keeps its code',
    access: 'system.manage',
    answer: importSchema,
    idempotent: true,
  })
  async importCategories(
    @Asker() asker: Principal,
    @Body({ schema: categoryTableSchema }) table: CategoryTable,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<CategoryImport> {
    return await this.#keeper.import(asker, table, request);
  }

  @Get(':code/changes')
  @Route({ summary: 'Changes of a topic, the newest first', access: 'system.manage', answer: changesSchema })
  async listCategoryChanges(@Asker() asker: Principal, @Param('code') code: string): Promise<ReferenceChange[]> {
    return await this.#keeper.changes(asker, code);
  }

  @Patch(':code')
  @Route({
    summary: 'Renames a topic, or puts it out of use or back',
    access: 'system.manage',
    answer: categoriesSchema,
    refuses: [404, 409],
  })
  async changeCategory(
    @Asker() asker: Principal,
    @Param('code') code: string,
    @Body({ schema: categoryChangeSchema }) change: CategoryChange,
  ): Promise<CategoryNode[]> {
    await this.#keeper.change(asker, code, change);
    return await this.#catalogue.categories();
  }
}
