import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { WorkflowFacts } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { liveQuerySchema, liveViewSchema, pastCasePageSchema, pastCasesRequestSchema } from './live.schema.js';
import { LiveView } from './live-view.service.js';
import { versionSchema } from './workflow.schema.js';

/** How workflows are lived: where their cases are, and what simulations need to know of past ones. */
@ApiTags('workflows')
@Controller('workflows')
export class LiveController {
  readonly #live: LiveView;
  readonly #facts: WorkflowFacts;

  constructor(live: LiveView, facts: WorkflowFacts) {
    this.#live = live;
    this.#facts = facts;
  }

  @Get(':key/past-cases')
  @Route({
    summary: 'Past cases of a workflow for simulations, without texts, names and numbers; the newest first',
    access: 'workflow.deploy',
    answer: pastCasePageSchema,
  })
  async listPastCases(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Query({ schema: pastCasesRequestSchema }) query: z.output<typeof pastCasesRequestSchema>,
  ): Promise<z.output<typeof pastCasePageSchema>> {
    return (await this.#facts.pastCases(asker, key, query)) as z.output<typeof pastCasePageSchema>;
  }

  @Get(':key/versions/:version/live')
  @Route({
    summary: 'Where the running instances of a version wait, and how long cases stayed at its steps since an instant',
    access: 'workflow.operate',
    answer: liveViewSchema,
    refuses: [404],
    background: true,
  })
  async getLiveView(
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Query({ schema: liveQuerySchema }) { since }: z.output<typeof liveQuerySchema>,
  ): Promise<z.output<typeof liveViewSchema>> {
    return await this.#live.of(key, version, since);
  }
}
