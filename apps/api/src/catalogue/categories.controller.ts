import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
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
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
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

/** Changes of the topics. */
@ApiTags('catalogue')
@Controller('categories')
export class CategoriesController {
  readonly #keeper: CategoryKeeper;
  readonly #catalogue: CatalogueService;

  constructor(keeper: CategoryKeeper, catalogue: CatalogueService) {
    this.#keeper = keeper;
    this.#catalogue = catalogue;
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
  ): Promise<CategoryImport> {
    return await this.#keeper.import(asker, table);
  }

  @Patch(':code')
  @Route({
    summary: 'Renames a topic, or puts it out of use or back',
    access: 'system.manage',
    answer: categoriesSchema,
    refuses: [404],
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
