import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  inboxViewChangeSchema,
  InboxViews,
  inboxViewSharingSchema,
  newInboxViewSchema,
  type IdempotentRequest,
  type InboxView,
  type InboxViewChange,
  type NewInboxView,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { boxQuerySchema, type BoxQuery } from '../tasks/task.schema.js';
import { inboxViewSchema, inboxViewsSchema } from './inbox-view.schema.js';

/** Looks at inboxes that have a name. */
@ApiTags('desk')
@Controller('inbox-views')
export class InboxViewsController {
  readonly #views: InboxViews;

  constructor(views: InboxViews) {
    this.#views = views;
  }

  @Get()
  @Route({
    summary: 'The own views of a box, and those shared with an own unit',
    access: 'task.read',
    answer: inboxViewsSchema,
  })
  async listInboxViews(
    @Asker() asker: Principal,
    @Query({ schema: boxQuerySchema }) { box }: BoxQuery,
  ): Promise<InboxView[]> {
    return await this.#views.list(asker, box);
  }

  @Post()
  @Route({
    summary: 'Gives a look at a box a name',
    access: 'task.read',
    answer: inboxViewSchema,
    status: 201,
    refuses: [409],
    idempotent: true,
  })
  async addInboxView(
    @Asker() asker: Principal,
    @Body({ schema: newInboxViewSchema }) view: NewInboxView,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<InboxView> {
    return await this.#views.add(asker, view, request);
  }

  @Patch(':id')
  @Route({
    summary: 'Renames an own view, or puts another look into it',
    access: 'task.read',
    answer: inboxViewSchema,
    refuses: [404, 409],
  })
  async changeInboxView(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: inboxViewChangeSchema }) change: InboxViewChange,
  ): Promise<InboxView> {
    return await this.#views.change(asker, id, change);
  }

  @Delete(':id')
  @Route({ summary: 'Forgets an own view', access: 'task.read', refuses: [404] })
  async deleteInboxView(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#views.remove(asker, id);
  }

  @Post(':id/share')
  @Route({
    summary: 'Shows an own view to all who work in one of the own units',
    access: 'task.assign',
    answer: inboxViewSchema,
    refuses: [404],
    idempotent: true,
  })
  async shareInboxView(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: inboxViewSharingSchema }) { unit }: { readonly unit: string },
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<InboxView> {
    return await this.#views.share(asker, id, unit, request);
  }

  @Delete(':id/share')
  @Route({
    summary: 'Shows an own view to nobody else any more',
    access: 'task.read',
    answer: inboxViewSchema,
    refuses: [404],
  })
  async unshareInboxView(@Asker() asker: Principal, @Param('id') id: string): Promise<InboxView> {
    return await this.#views.unshare(asker, id);
  }
}
