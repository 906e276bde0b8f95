import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { decisionNames } from '@lianban/bpmn';
import { WorkflowEditors } from '@lianban/casework';
import { DefinitionService } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { decisionFilePageSchema, workflowKeySchema, workflowPresenceSchema } from './workflow-draft.schema.js';

/** Who is at a workflow, and which decision tables there are. */
@ApiTags('workflows')
@Controller('workflows')
export class WorkflowEditorsController {
  readonly #editors: WorkflowEditors;
  readonly #definitions: DefinitionService;
  readonly #database: Database;

  constructor(editors: WorkflowEditors, definitions: DefinitionService, database: Database) {
    this.#editors = editors;
    this.#definitions = definitions;
    this.#database = database;
  }

  @Get('decisions')
  @Route({
    summary: 'Decision tables of the latest versions, with the versions that changed them',
    access: 'workflow.read',
    answer: decisionFilePageSchema,
  })
  async listDecisions(
    @Query({ schema: pagingSchema }) { limit, after }: z.output<typeof pagingSchema>,
  ): Promise<z.output<typeof decisionFilePageSchema>> {
    const paging = { limit, ...(after !== undefined && { after }) };
    const { items, next } = await this.#definitions.decisionFiles(this.#database, paging);
    const read = items.map(async ({ content, changes, ...rest }) => {
      return { ...rest, changes: [...changes], decisions: await decisionNames(content) };
    });
    return { items: await Promise.all(read), next };
  }

  @Put(':key/presence')
  @Route({
    summary: 'Says that one has a workflow open, and tells who else has; to be said again every 20 seconds',
    access: 'workflow.deploy',
    answer: workflowPresenceSchema,
  })
  async keepPresence(
    @Asker() asker: Principal,
    @Param('key', { schema: workflowKeySchema }) key: string,
  ): Promise<z.output<typeof workflowPresenceSchema>> {
    const editors = await this.#editors.beat(asker, key);
    const latest = await this.#definitions.latest(this.#database, key);
    if (!latest) return { editors, latest: null };
    const { version, deployedAt, deployedBy } = latest;
    return { editors, latest: { version, deployedAt: deployedAt.toISOString(), deployedBy } };
  }

  @Delete(':key/presence')
  @Route({ summary: 'Says that one has closed a workflow', access: 'workflow.deploy' })
  async endPresence(
    @Asker() asker: Principal,
    @Param('key', { schema: workflowKeySchema }) key: string,
  ): Promise<void> {
    await this.#editors.leave(asker, key);
  }
}
