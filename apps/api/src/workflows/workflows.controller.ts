import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Principal } from '@lianban/identity';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { filesOf } from './workflow-body.js';
import { deployedSchema, versionSchema, workflowPageSchema, workflowVersionSchema } from './workflow.schema.js';
import { WorkflowsService } from './workflows.service.js';

/** Diagrams: what is deployed, and deploying. */
@ApiTags('workflows')
@Controller('workflows')
export class WorkflowsController {
  readonly #workflows: WorkflowsService;

  constructor(workflows: WorkflowsService) {
    this.#workflows = workflows;
  }

  @Get()
  @Route({ summary: 'The latest version of every process', access: 'workflow.read', answer: workflowPageSchema })
  async listWorkflows(
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<z.output<typeof workflowPageSchema>> {
    return await this.#workflows.list(paging);
  }

  @Get(':key/versions/:version')
  @Route({
    summary: 'One version with its diagram',
    access: 'workflow.read',
    answer: workflowVersionSchema,
    refuses: [404],
  })
  async getWorkflow(
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<z.output<typeof workflowVersionSchema>> {
    return await this.#workflows.get(key, version);
  }

  @Post()
  @ApiConsumes('application/xml', 'application/json')
  @ApiBody({ description: 'BPMN 2.0 XML, or `{files: [{name, content}]}`', schema: { type: 'string' } })
  @Route({
    summary: 'Deploys a diagram; the same content twice is one version',
    access: 'workflow.deploy',
    answer: deployedSchema,
    refuses: [413, 415, 422],
  })
  async deployWorkflow(@Asker() asker: Principal, @Body() body: unknown): Promise<z.output<typeof deployedSchema>> {
    return await this.#workflows.deploy(asker, filesOf(body));
  }
}
