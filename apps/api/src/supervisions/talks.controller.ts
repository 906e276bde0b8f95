import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acknowledgementSchema,
  droppingSchema,
  talkQuerySchema,
  talkRecordSchema,
  TalkService,
  type Acknowledgement,
  type Dropping,
  type IdempotentRequest,
  type Talk,
  type TalkQuery,
  type TalkRecord,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { talksSchema } from './ladder.schema.js';

const refuses = [404, 409];

/** Talks with heads of units, and what they have to mend by a day (约谈, 限期整改). */
@ApiTags('supervisions')
@Controller('talks')
export class TalksController {
  readonly #talks: TalkService;

  constructor(talks: TalkService) {
    this.#talks = talks;
  }

  @Get()
  @Route({
    summary: 'Talks with units that one supervises or answers for, the newest first',
    access: 'case.read',
    answer: talksSchema,
  })
  async listTalks(
    @Asker() asker: Principal,
    @Query({ schema: talkQuerySchema }) query: TalkQuery,
  ): Promise<Page<Talk>> {
    return await this.#talks.list(asker, query);
  }

  @Post(':id/hold')
  @Route({
    summary: 'Records what came of a talk',
    access: 'supervision.order',
    refuses: [...refuses, 422],
    idempotent: true,
  })
  async holdTalk(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: talkRecordSchema }) record: TalkRecord,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#talks.hold(asker, id, record, request);
  }

  @Post(':id/drop')
  @Route({ summary: 'Leaves a planned talk out', access: 'supervision.order', refuses, idempotent: true })
  async dropTalk(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: droppingSchema }) dropping: Dropping,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#talks.drop(asker, id, dropping, request);
  }

  @Post(':id/mend')
  @Route({ summary: 'Says that what was found is mended', access: 'supervision.order', refuses, idempotent: true })
  async mendTalk(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: droppingSchema }) mending: Dropping,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#talks.mend(asker, id, mending, request);
  }

  @Post(':id/acknowledge')
  @Route({ summary: 'Says that the unit has read it', access: 'supervision.answer', refuses, idempotent: true })
  async acknowledgeTalk(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: acknowledgementSchema }) acknowledgement: Acknowledgement,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#talks.acknowledge(asker, id, acknowledgement, request);
  }
}
