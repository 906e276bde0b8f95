import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  formChangeSchema,
  formDraftSchema,
  FormKeeper,
  type FormChange,
  type FormDraft,
  type FormVersion,
  type FormView,
  type IdempotentRequest,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { formHistorySchema, formNumberSchema, formPageSchema, formSchema } from './form.schema.js';

/** Forms that steps of diagrams may show. */
@ApiTags('forms')
@Controller('forms')
export class FormsController {
  readonly #forms: FormKeeper;

  constructor(forms: FormKeeper) {
    this.#forms = forms;
  }

  @Get()
  @Route({ summary: 'The latest version of every form', access: 'workflow.read', answer: formPageSchema })
  async listForms(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<Page<FormVersion>> {
    return await this.#forms.list(asker, paging);
  }

  @Post()
  @Route({
    summary: 'Makes a form',
    access: 'workflow.deploy',
    answer: formSchema,
    status: 201,
    refuses: [409, 422],
    idempotent: true,
  })
  async createForm(
    @Asker() asker: Principal,
    @Body({ schema: formDraftSchema }) draft: FormDraft,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<FormView> {
    return await this.#forms.create(asker, draft, request);
  }

  @Get(':key')
  @Route({ summary: 'The latest version of a form', access: 'workflow.read', answer: formSchema, refuses: [404] })
  async getForm(@Asker() asker: Principal, @Param('key') key: string): Promise<FormView> {
    return await this.#forms.get(asker, key);
  }

  @Get(':key/versions')
  @Route({
    summary: 'The versions of a form, the newest first',
    access: 'workflow.read',
    answer: formHistorySchema,
    refuses: [404],
  })
  async listFormVersions(@Asker() asker: Principal, @Param('key') key: string): Promise<FormVersion[]> {
    return await this.#forms.history(asker, key);
  }

  @Get(':key/versions/:version')
  @Route({ summary: 'One version of a form', access: 'workflow.read', answer: formSchema, refuses: [404] })
  async getFormVersion(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Param('version', { schema: formNumberSchema }) version: number,
  ): Promise<FormView> {
    return await this.#forms.get(asker, key, version);
  }

  @Post(':key/versions')
  @Route({
    summary: 'Changes a form; tasks that are open keep the version that they show',
    access: 'workflow.deploy',
    answer: formSchema,
    status: 201,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async changeForm(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Body({ schema: formChangeSchema }) change: FormChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<FormView> {
    return await this.#forms.change(asker, key, change, request);
  }
}
