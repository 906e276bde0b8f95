import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  entryDraftSchema,
  ReferenceLists,
  type EntryDraft,
  type ReferenceChange,
  type ReferenceListView,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { changesSchema, listSchema, listsSchema } from './reference.schema.js';

/** The lists that administrators keep. */
@ApiTags('reference')
@Controller('reference-lists')
export class ReferenceListsController {
  readonly #lists: ReferenceLists;

  constructor(lists: ReferenceLists) {
    this.#lists = lists;
  }

  @Get()
  @Route({
    summary: 'Lists that administrators keep, with what is out of use too',
    access: 'system.manage',
    answer: listsSchema,
  })
  async listReferenceLists(@Asker() asker: Principal): Promise<ReferenceListView[]> {
    return await this.#lists.all(asker);
  }

  @Get(':list/entries/:code/changes')
  @Route({
    summary: 'Changes of an entry, the newest first',
    access: 'system.manage',
    answer: changesSchema,
    refuses: [404],
  })
  async listEntryChanges(
    @Asker() asker: Principal,
    @Param('list') list: string,
    @Param('code') code: string,
  ): Promise<ReferenceChange[]> {
    return await this.#lists.changes(asker, list, code);
  }

  @Put(':list/entries/:code')
  @Route({
    summary: 'Changes an entry, or adds it where the list grows; nothing is ever deleted',
    access: 'system.manage',
    answer: listSchema,
    refuses: [404, 409, 422],
  })
  async saveEntry(
    @Asker() asker: Principal,
    @Param('list') list: string,
    @Param('code') code: string,
    @Body({ schema: entryDraftSchema }) draft: EntryDraft,
  ): Promise<ReferenceListView> {
    return await this.#lists.save(asker, list, code, draft);
  }
}
