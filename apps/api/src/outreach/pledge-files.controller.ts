import { Body, Controller, Delete, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { PledgeFileService, PledgeQueryService, type PledgeView } from '@lianban/outreach';
import { fileAnswer } from '../attachments/download.js';
import { binary, contentOf, nameQuerySchema } from '../attachments/upload.js';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { pledgeViewSchema } from './pledge.schema.js';

/** Photos and papers that prove what was done for a pledge. A file is the whole body of its request, as for cases. */
@ApiTags('pledges')
@Controller('pledges/:id/files')
export class PledgeFilesController {
  readonly #query: PledgeQueryService;
  readonly #files: PledgeFileService;

  constructor(query: PledgeQueryService, files: PledgeFileService) {
    this.#query = query;
    this.#files = files;
  }

  @Post()
  @ApiConsumes(binary)
  @Route({
    summary: 'Adds a file of 10 MB at most; the same file is kept once',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses: [403, 404, 409, 422],
    idempotent: true,
  })
  async addPledgeFile(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Query({ schema: nameQuerySchema }) { name }: z.output<typeof nameQuerySchema>,
    @Body() content: unknown,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<PledgeView> {
    await this.#files.add(asker, id, { name, content: contentOf(content) }, request);
    return await this.#query.get(asker, id);
  }

  @Get(':file')
  @Route({ summary: 'The content of a file', access: 'outreach.read', status: 200, refuses: [404] })
  async getPledgeFile(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('file') file: string,
  ): Promise<StreamableFile> {
    return fileAnswer(await this.#files.open(asker, id, file));
  }

  @Delete(':file')
  @Route({
    summary: 'Takes a file away, until the pledge is reviewed',
    access: 'outreach.manage',
    answer: pledgeViewSchema,
    refuses: [404, 409],
  })
  async removePledgeFile(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('file') file: string,
  ): Promise<PledgeView> {
    await this.#files.remove(asker, id, file);
    return await this.#query.get(asker, id);
  }
}
