import { Body, Controller, Get, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  minutesTemplateSchema,
  MinutesTemplateService,
  type MinutesTemplate,
  type MinutesWording,
} from '@lianban/joint-meeting';
import { CONFIG, type Config } from '@lianban/platform';
import { attached } from '../documents/attached.js';
import { withoutPersonal, type DocumentContent } from '../documents/document.js';
import { ExportMarks } from '../documents/export-marks.js';
import { docxDocument, docxType } from '../documents/docx-document.js';
import { pdfDocument, pdfType } from '../documents/pdf-document.js';
import { PdfFonts } from '../documents/pdf-fonts.js';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { minutesPreviewSchema, minutesTemplatesSchema } from './joint-meeting.schema.js';
import { minutesContent } from './minutes-content.js';

/** The minutes of joint meetings, and their wording. */
@ApiTags('joint meetings')
@Controller()
export class MinutesController {
  readonly #templates: MinutesTemplateService;
  readonly #marks: ExportMarks;
  readonly #timeZone: string;
  readonly #fonts = new PdfFonts();

  constructor(templates: MinutesTemplateService, marks: ExportMarks, @Inject(CONFIG) config: Pick<Config, 'timeZone'>) {
    this.#marks = marks;
    this.#templates = templates;
    this.#timeZone = config.timeZone;
  }

  @Get('joint-meetings/:id/minutes')
  @Route({ summary: 'The minutes as a .docx file', access: 'joint-meeting.read', status: 200, refuses: [404] })
  async getMinutes(@Asker() asker: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const { content } = await this.#minutesOf(asker, id);
    return attached(await docxDocument({ ...content, mark: await this.#marks.of(asker) }), docxType, 'minutes.docx');
  }

  @Get('joint-meetings/:id/minutes/pdf')
  @Route({ summary: 'The minutes as a PDF file', access: 'joint-meeting.read', status: 200, refuses: [404] })
  async getMinutesPdf(@Asker() asker: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const { content, at } = await this.#minutesOf(asker, id);
    const marked = { ...content, mark: await this.#marks.of(asker) };
    return attached(await pdfDocument(marked, this.#fonts, new Date(at)), pdfType, 'minutes.pdf');
  }

  @Get('joint-meetings/:id/minutes/preview')
  @Route({
    summary: 'The minutes as they would be now, paragraph by paragraph',
    access: 'joint-meeting.read',
    answer: minutesPreviewSchema,
    refuses: [404],
  })
  async previewMinutes(@Asker() asker: Principal, @Param('id') id: string): Promise<DocumentContent> {
    return (await this.#minutesOf(asker, id)).content;
  }

  @Get('minutes-templates')
  @Route({
    summary: 'Versions of the wording of minutes, the newest first',
    access: 'system.manage',
    answer: minutesTemplatesSchema,
  })
  async listMinutesTemplates(@Asker() asker: Principal): Promise<MinutesTemplate[]> {
    return await this.#templates.list(asker);
  }

  @Post('minutes-templates')
  @Route({
    summary: 'Changes the wording of minutes; those that were sent to be signed keep theirs',
    access: 'system.manage',
    answer: minutesTemplatesSchema,
    idempotent: true,
  })
  async changeMinutesTemplate(
    @Asker() asker: Principal,
    @Body({ schema: minutesTemplateSchema }) wording: MinutesWording,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MinutesTemplate[]> {
    return await this.#templates.change(asker, wording, request);
  }

  async #minutesOf(asker: Principal, id: string): Promise<{ readonly content: DocumentContent; readonly at: string }> {
    const { meeting, wording } = await this.#templates.minutesOf(asker, id);
    return {
      content: withoutPersonal(minutesContent(meeting, wording, this.#timeZone)),
      at: meeting.issuedAt ?? meeting.at,
    };
  }
}
