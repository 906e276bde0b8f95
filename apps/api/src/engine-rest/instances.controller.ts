import { Body, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { InstanceQueryService, type InstanceFilter } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import type { OperationInput } from '../instances/instance.schema.js';
import { InstancesService } from '../instances/instances.service.js';
import { instanceQuerySchema } from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { instanceShape } from './rest-shapes.js';
import { typedOf } from './typed-values.js';

const idSchema = z.uuid();
const suspendedSchema = z.object({ suspended: z.boolean() });

/** Running process instances. */
@EngineRest('process-instance')
export class RestInstancesController {
  readonly #database: Database;
  readonly #instances: InstanceQueryService;
  readonly #operations: InstancesService;
  readonly #audit: AuditTrail;

  constructor(database: Database, instances: InstanceQueryService, operations: InstancesService, audit: AuditTrail) {
    this.#database = database;
    this.#instances = instances;
    this.#operations = operations;
    this.#audit = audit;
  }

  @Get()
  @RestRoute('Running process instances', 'workflow.operate')
  async list(@Query({ schema: instanceQuerySchema }) query: z.output<typeof instanceQuerySchema>) {
    return (await this.#find(query)).map(instanceShape);
  }

  @Get('count')
  @RestRoute('How many running process instances', 'workflow.operate')
  async count(@Query({ schema: instanceQuerySchema }) query: z.output<typeof instanceQuerySchema>) {
    return { count: await this.#instances.count(this.#database, filterOf(query)) };
  }

  @Get(':id')
  @RestRoute('One process instance', 'workflow.operate')
  async get(@Param('id', { schema: idSchema }) id: string) {
    return instanceShape(await this.#instances.get(this.#database, id));
  }

  @Get(':id/variables')
  @RestRoute('Its variables; reading them is recorded', 'workflow.operate')
  async variables(@Asker() asker: Principal, @Param('id', { schema: idSchema }) id: string) {
    return await this.#database.transaction(async (tx) => {
      const variables = typedOf(await this.#instances.variables(tx, id));
      const subject = { type: 'instance', id };
      await this.#audit.append(tx, { actor: auditActor(asker), action: 'variables-read', subject, result: 'done' });
      return variables;
    });
  }

  @Put(':id/suspended')
  @RestRoute('Suspends or resumes it', 'workflow.operate', 204)
  async setSuspended(
    @Asker() asker: Principal,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: suspendedSchema }) { suspended }: z.output<typeof suspendedSchema>,
  ): Promise<void> {
    await this.#operate(asker, id, { type: suspended ? 'suspend' : 'resume' });
  }

  @Delete(':id')
  @RestRoute('Cancels it', 'workflow.operate', 204)
  async cancel(@Asker() asker: Principal, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.#operate(asker, id, { type: 'cancel', reason: 'deleted over engine-rest' });
  }

  async #operate(asker: Principal, id: string, operation: OperationInput): Promise<void> {
    await this.#database.transaction((tx) => this.#operations.operate(tx, asker, id, operation));
  }

  async #find(query: InstanceQuery) {
    const { firstResult, maxResults } = query;
    const paging = { limit: firstResult + maxResults };
    const { items } = await this.#instances.list(this.#database, filterOf(query), paging);
    return items.slice(firstResult);
  }
}

type InstanceQuery = z.output<typeof instanceQuerySchema>;

function filterOf({ processDefinitionKey, businessKey, suspended }: InstanceQuery): InstanceFilter {
  return {
    ...(processDefinitionKey === undefined ? {} : { processKey: processDefinitionKey }),
    ...(businessKey === undefined ? {} : { businessKey }),
    ...(suspended === undefined ? {} : { suspended }),
  };
}
