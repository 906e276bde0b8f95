import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseDrafts, keptCaseSchema, writtenCaseSchema, type KeptCase, type WrittenCase } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

/** The request that the person who asks is writing down and has not registered yet. */
@ApiTags('desk')
@Controller('me/case-draft')
export class CaseDraftController {
  readonly #drafts: CaseDrafts;

  constructor(drafts: CaseDrafts) {
    this.#drafts = drafts;
  }

  @Get()
  @Route({ summary: 'The own request that is not registered yet', access: 'case.register', answer: keptCaseSchema })
  async getCaseDraft(@Asker() asker: Principal): Promise<KeptCase> {
    return await this.#drafts.get(asker);
  }

  @Put()
  @Route({
    summary: 'Keeps a request that is not registered yet; an empty one forgets it',
    access: 'case.register',
    answer: keptCaseSchema,
  })
  async saveCaseDraft(
    @Asker() asker: Principal,
    @Body({ schema: writtenCaseSchema }) draft: WrittenCase,
  ): Promise<KeptCase> {
    return await this.#drafts.save(asker, draft);
  }
}
