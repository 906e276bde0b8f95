import { Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DefinitionService } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import { Deployments } from '../workflows/deployments.service.js';
import { readDeploymentForm } from './deployment-form.js';
import { pageSchema } from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { dateOf, definitionShape } from './rest-shapes.js';

const querySchema = z.object(pageSchema);

/** Deploying, as modelling tools do it. */
@EngineRest('deployment')
export class DeploymentsController {
  readonly #database: Database;
  readonly #deployments: Deployments;
  readonly #definitions: DefinitionService;

  constructor(database: Database, deployments: Deployments, definitions: DefinitionService) {
    this.#database = database;
    this.#deployments = deployments;
    this.#definitions = definitions;
  }

  /** Deployments that the latest versions come from. */
  @Get()
  @RestRoute('Deployments', 'workflow.read')
  async list(@Query({ schema: querySchema }) { firstResult, maxResults }: z.output<typeof querySchema>) {
    const paging = { first: firstResult, limit: maxResults };
    const definitions = await this.#definitions.find(this.#database, { latest: true }, paging);
    const byId = new Map(definitions.map((definition) => [definition.deploymentId, definition]));
    return [...byId.values()].map(({ deploymentId: id, resourceName: name, deployedAt }) => {
      return { id, name, source: null, deploymentTime: dateOf(deployedAt), tenantId: null };
    });
  }

  @Post('create')
  @RestRoute('Deploys the files of a form', 'workflow.deploy')
  async create(@Asker() asker: Principal, @Req() request: FastifyRequest) {
    const { name, source, files } = await readDeploymentForm(request);
    const { deployment, definitions } = await this.#deployments.deployFiles(asker, { files });
    const deployed = definitions.map((definition) => [definition.id, definitionShape(definition)] as const);
    return {
      links: [],
      id: deployment,
      name,
      source,
      deploymentTime: dateOf(definitions[0]?.deployedAt ?? null),
      tenantId: null,
      deployedProcessDefinitions: Object.fromEntries(deployed),
      deployedCaseDefinitions: null,
      deployedDecisionDefinitions: null,
      deployedDecisionRequirementsDefinitions: null,
    };
  }
}
