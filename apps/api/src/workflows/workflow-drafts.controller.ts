import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  keptWorkflowDraftSchema,
  savedDraftSchema,
  WorkflowDrafts,
  workflowDraftSchema,
  type KeptWorkflowDraft,
  type SavedWorkflowDraft,
  type WorkflowDraft,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { workflowDraftPageSchema, workflowKeySchema } from './workflow-draft.schema.js';

/** What somebody has drawn and not deployed yet. */
@ApiTags('workflows')
@Controller()
export class WorkflowDraftsController {
  readonly #drafts: WorkflowDrafts;

  constructor(drafts: WorkflowDrafts) {
    this.#drafts = drafts;
  }

  @Get('workflow-drafts')
  @Route({ summary: 'The own drafts of workflows', access: 'workflow.deploy', answer: workflowDraftPageSchema })
  async listWorkflowDrafts(
    @Asker() asker: Principal,
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<z.output<typeof workflowDraftPageSchema>> {
    return await this.#drafts.list(asker, paging);
  }

  @Get('workflows/:key/draft')
  @Route({ summary: 'The own draft of a workflow', access: 'workflow.deploy', answer: keptWorkflowDraftSchema })
  async getWorkflowDraft(
    @Asker() asker: Principal,
    @Param('key', { schema: workflowKeySchema }) key: string,
  ): Promise<KeptWorkflowDraft> {
    return await this.#drafts.get(asker, key);
  }

  @Put('workflows/:key/draft')
  @Route({
    summary: 'Keeps a draft of a workflow',
    access: 'workflow.deploy',
    answer: savedDraftSchema,
    refuses: [409, 413],
  })
  async saveWorkflowDraft(
    @Asker() asker: Principal,
    @Param('key', { schema: workflowKeySchema }) key: string,
    @Body({ schema: workflowDraftSchema }) draft: WorkflowDraft,
  ): Promise<SavedWorkflowDraft> {
    return await this.#drafts.save(asker, key, draft);
  }

  @Delete('workflows/:key/draft')
  @Route({ summary: 'Gives the own draft of a workflow up', access: 'workflow.deploy' })
  async dropWorkflowDraft(
    @Asker() asker: Principal,
    @Param('key', { schema: workflowKeySchema }) key: string,
  ): Promise<void> {
    await this.#drafts.drop(asker, key);
  }
}
