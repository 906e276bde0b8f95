import { Body, Controller, Get, Inject, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acknowledgementSchema,
  bulletinIssueSchema,
  bulletinQuerySchema,
  BulletinService,
  droppingSchema,
  type Acknowledgement,
  type Bulletin,
  type BulletinIssue,
  type BulletinQuery,
  type Dropping,
  type IdempotentRequest,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { CONFIG, type Config, type Page } from '@lianban/platform';
import { attached } from '../documents/attached.js';
import { withoutPersonal } from '../documents/document.js';
import { ExportMarks } from '../documents/export-marks.js';
import { docxDocument, docxType } from '../documents/docx-document.js';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { bulletinContent } from './bulletin-content.js';
import { bulletinsSchema } from './ladder.schema.js';

const refuses = [404, 409];

/** Units that are named because they neither handled a case in time nor said why (通报). */
@ApiTags('supervisions')
@Controller('bulletins')
export class BulletinsController {
  readonly #bulletins: BulletinService;
  readonly #marks: ExportMarks;
  readonly #timeZone: string;

  constructor(bulletins: BulletinService, marks: ExportMarks, @Inject(CONFIG) config: Pick<Config, 'timeZone'>) {
    this.#marks = marks;
    this.#bulletins = bulletins;
    this.#timeZone = config.timeZone;
  }

  @Get()
  @Route({
    summary: 'Bulletins about units that one supervises or answers for, the newest first',
    access: 'case.read',
    answer: bulletinsSchema,
  })
  async listBulletins(
    @Asker() asker: Principal,
    @Query({ schema: bulletinQuerySchema }) query: BulletinQuery,
  ): Promise<Page<Bulletin>> {
    return await this.#bulletins.list(asker, query);
  }

  @Get(':id/document')
  @Route({ summary: 'A bulletin as a .docx file', access: 'case.read', status: 200, refuses: [404] })
  async getBulletinDocument(@Asker() asker: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const content = withoutPersonal(bulletinContent(await this.#bulletins.get(asker, id), this.#timeZone));
    return attached(await docxDocument({ ...content, mark: await this.#marks.of(asker) }), docxType, 'bulletin.docx');
  }

  @Post(':id/issue')
  @Route({ summary: 'Issues a draft as it was checked', access: 'supervision.order', refuses, idempotent: true })
  async issueBulletin(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: bulletinIssueSchema }) words: BulletinIssue,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#bulletins.issue(asker, id, words, request);
  }

  @Post(':id/drop')
  @Route({ summary: 'Leaves a draft out', access: 'supervision.order', refuses, idempotent: true })
  async dropBulletin(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: droppingSchema }) dropping: Dropping,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#bulletins.drop(asker, id, dropping, request);
  }

  @Post(':id/acknowledge')
  @Route({ summary: 'Says that the unit has read it', access: 'supervision.answer', refuses, idempotent: true })
  async acknowledgeBulletin(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: acknowledgementSchema }) acknowledgement: Acknowledgement,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#bulletins.acknowledge(asker, id, acknowledgement, request);
  }
}
