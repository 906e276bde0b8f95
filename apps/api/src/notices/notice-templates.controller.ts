import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  NoticeTemplates,
  templateChangeSchema,
  templateTrialSchema,
  type NoticeTemplate,
  type ReferenceChange,
  type TemplateChange,
  type TemplateTrial,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { changesSchema } from '../reference/reference.schema.js';
import { previewSchema, templatesSchema } from './notice.schema.js';

/** The texts that people are told. */
@ApiTags('notices')
@Controller('notice-templates')
export class NoticeTemplatesController {
  readonly #templates: NoticeTemplates;

  constructor(templates: NoticeTemplates) {
    this.#templates = templates;
  }

  @Get()
  @Route({ summary: 'Texts that people are told, in each language', access: 'system.manage', answer: templatesSchema })
  async listTemplates(@Asker() asker: Principal): Promise<NoticeTemplate[]> {
    return await this.#templates.list(asker);
  }

  @Post('preview')
  @Route({
    summary: 'What people would read, with facts made up; changes nothing',
    access: 'system.manage',
    answer: previewSchema,
    refuses: [422],
  })
  previewTemplate(
    @Asker() asker: Principal,
    @Body({ schema: templateTrialSchema }) trial: TemplateTrial,
  ): z.output<typeof previewSchema> {
    return this.#templates.preview(asker, trial);
  }

  @Get(':code/:language/changes')
  @Route({ summary: 'Changes of a template, the newest first', access: 'system.manage', answer: changesSchema })
  async listTemplateChanges(
    @Asker() asker: Principal,
    @Param('code') code: string,
    @Param('language') language: string,
  ): Promise<ReferenceChange[]> {
    return await this.#templates.history(asker, code, language);
  }

  @Put(':code/:language')
  @Route({
    summary: 'Changes a template; a placeholder that nothing fills in is refused',
    access: 'system.manage',
    answer: templatesSchema,
    refuses: [404, 409, 422],
  })
  async changeTemplate(
    @Asker() asker: Principal,
    @Param('code') code: string,
    @Param('language') language: string,
    @Body({ schema: templateChangeSchema }) change: TemplateChange,
  ): Promise<NoticeTemplate[]> {
    await this.#templates.save(asker, { code, language }, change);
    return await this.#templates.list(asker);
  }
}
