import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { batchSchema } from '../batches/batch.schema.js';
import { BatchesService } from '../batches/batches.service.js';
import { Deployments } from './deployments.service.js';
import { WorkflowNames } from './workflow-names.service.js';
import { deploymentOf } from './workflow-body.js';
import {
  deployedSchema,
  migrationPreviewSchema,
  migrationSchema,
  versionSchema,
  workflowFilesSchema,
  workflowNamesSchema,
  workflowPageSchema,
  workflowSchema,
  workflowVersionSchema,
} from './workflow.schema.js';
import { WorkflowsService } from './workflows.service.js';

/** Diagrams: what is deployed, and deploying. */
@ApiTags('workflows')
@Controller('workflows')
export class WorkflowsController {
  readonly #workflows: WorkflowsService;
  readonly #batches: BatchesService;
  readonly #names: WorkflowNames;
  readonly #deployments: Deployments;

  constructor(workflows: WorkflowsService, batches: BatchesService, names: WorkflowNames, deployments: Deployments) {
    this.#deployments = deployments;
    this.#workflows = workflows;
    this.#batches = batches;
    this.#names = names;
  }

  @Get()
  @Route({ summary: 'The latest version of every process', access: 'workflow.read', answer: workflowPageSchema })
  async listWorkflows(
    @Query({ schema: pagingSchema }) paging: z.output<typeof pagingSchema>,
  ): Promise<z.output<typeof workflowPageSchema>> {
    return await this.#workflows.list(paging);
  }

  @Get('names')
  @Route({ summary: 'What diagrams may name here', access: 'workflow.read', answer: workflowNamesSchema })
  async listNames(): Promise<z.output<typeof workflowNamesSchema>> {
    return await this.#names.all();
  }

  @Get(':key/versions/:version/files')
  @Route({
    summary: 'Everything that was deployed together with a version',
    access: 'workflow.read',
    answer: workflowFilesSchema,
    refuses: [404],
  })
  async listFiles(
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<z.output<typeof workflowFilesSchema>> {
    return await this.#workflows.files(key, version);
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
  @ApiBody({
    description: 'BPMN 2.0 XML, or `{files: [{name, content}], bases: {key: version}}`',
    schema: { type: 'string' },
  })
  @Route({
    summary: 'Deploys a diagram; the same content twice is one version',
    access: 'workflow.deploy',
    answer: deployedSchema,
    refuses: [409, 413, 415, 422],
    idempotent: true,
  })
  async deployWorkflow(@Asker() asker: Principal, @Body() body: unknown): Promise<z.output<typeof deployedSchema>> {
    return await this.#deployments.deploy(asker, deploymentOf(body));
  }

  @Post(':key/versions/:version/migrate/preview')
  @Route({
    summary: 'What the going over of all instances of a version to another would come to',
    access: 'workflow.operate',
    answer: migrationPreviewSchema,
    refuses: [404],
  })
  async previewMigration(
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Body({ schema: migrationSchema }) migration: z.output<typeof migrationSchema>,
  ): Promise<z.output<typeof migrationPreviewSchema>> {
    return await this.#workflows.previewMigration(key, version, migration);
  }

  @Post(':key/versions/:version/migrate')
  @Route({
    summary: 'Takes all running instances of a version over to another, as a batch',
    access: 'workflow.operate',
    answer: batchSchema,
    status: 202,
    refuses: [404, 422],
    idempotent: true,
  })
  async migrateVersion(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Body({ schema: migrationSchema }) { to, changes }: z.output<typeof migrationSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof batchSchema>> {
    const operation = { type: 'migrate', process: key, version: to, changes } as const;
    return await this.#batches.create(asker, { operation, filter: { processKey: key, version } }, request);
  }

  @Post(':key/versions/:version/suspend')
  @Route({
    summary: 'Lets nothing be started by a version',
    access: 'workflow.operate',
    answer: workflowSchema,
    refuses: [404],
    idempotent: true,
  })
  async suspendVersion(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<z.output<typeof workflowSchema>> {
    return await this.#workflows.setSuspended(asker, key, version, true);
  }

  @Post(':key/versions/:version/resume')
  @Route({
    summary: 'Lets a suspended version be started again',
    access: 'workflow.operate',
    answer: workflowSchema,
    refuses: [404],
    idempotent: true,
  })
  async resumeVersion(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Param('version', { schema: versionSchema }) version: number,
  ): Promise<z.output<typeof workflowSchema>> {
    return await this.#workflows.setSuspended(asker, key, version, false);
  }
}
