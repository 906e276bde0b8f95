import { Body, Controller, Delete, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AttachmentService, type Attachment } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { instantSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { fileAnswer } from './download.js';
import { binary, contentOf, nameQuerySchema } from './upload.js';

const attachmentsSchema = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      type: z.string().describe('By its content'),
      size: z.int().describe('Bytes'),
      addedBy: z.string(),
      addedAt: instantSchema,
      canRemove: z.boolean(),
    })
    .meta({ id: 'Attachment' }),
);

const residentQuerySchema = nameQuerySchema.extend({ queryCode: z.string().min(1).max(16) });

/** Photos and papers of cases. A file is the whole body of its request, so that no form of a foreign page can send one. */
@ApiTags('attachments')
@Controller()
export class AttachmentsController {
  readonly #attachments: AttachmentService;

  constructor(attachments: AttachmentService) {
    this.#attachments = attachments;
  }

  @Get('cases/:id/attachments')
  @Route({ summary: 'The files of a case', access: 'case.read', answer: attachmentsSchema, refuses: [404] })
  async listAttachments(@Asker() asker: Principal, @Param('id') id: string): Promise<Attachment[]> {
    return await this.#attachments.list(asker, id);
  }

  @Post('cases/:id/attachments')
  @ApiConsumes(binary)
  @Route({
    summary: 'Puts a file of 10 MB at most to an open case; the same file is kept once',
    access: 'case.read',
    answer: attachmentsSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async addAttachment(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Query({ schema: nameQuerySchema }) { name }: z.output<typeof nameQuerySchema>,
    @Body() content: unknown,
  ): Promise<Attachment[]> {
    return await this.#attachments.add(asker, id, { name, content: contentOf(content) });
  }

  @Get('attachments/:id')
  @Route({ summary: 'The content of a file', access: 'case.read', status: 200, refuses: [404] })
  async getAttachment(@Asker() asker: Principal, @Param('id') id: string): Promise<StreamableFile> {
    return fileAnswer(await this.#attachments.open(asker, id));
  }

  @Delete('attachments/:id')
  @Route({
    summary: 'Takes away a file that one brought oneself',
    access: 'case.read',
    answer: attachmentsSchema,
    refuses: [404, 409],
  })
  async removeAttachment(@Asker() asker: Principal, @Param('id') id: string): Promise<Attachment[]> {
    return await this.#attachments.remove(asker, id);
  }

  @Post('public/cases/:code/attachments')
  @ApiConsumes(binary)
  @Limited({ group: 'public-acts', perMinute: 30 })
  @Route({
    summary: 'Puts a photo or a paper to one’s own open request',
    access: 'public',
    status: 204,
    refuses: [404, 409, 422, 429],
    idempotent: true,
  })
  async addPublicAttachment(
    @Param('code') code: string,
    @Query({ schema: residentQuerySchema }) { name, queryCode }: z.output<typeof residentQuerySchema>,
    @Body() content: unknown,
  ): Promise<void> {
    await this.#attachments.addAsResident(code, queryCode, { name, content: contentOf(content) });
  }
}
