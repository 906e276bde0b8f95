import { Body, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { InstanceQueryService, type InstanceFilter } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { InstancesService } from '../instances/instances.service.js';
import { instanceQuerySchema } from './rest-schemas.js';
import { EngineRest } from './rest-route.js';
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
  @Route({ summary: 'Running process instances', access: 'workflow.operate', status: 200 })
  async list(@Query({ schema: instanceQuerySchema }) query: z.output<typeof instanceQuerySchema>) {
    return (await this.#find(query)).map(instanceShape);
  }

  @Get('count')
  @Route({ summary: 'How many running process instances', access: 'workflow.operate', status: 200 })
  async count(@Query({ schema: instanceQuerySchema }) query: z.output<typeof instanceQuerySchema>) {
    return { count: (await this.#find(query)).length };
  }

  @Get(':id')
  @Route({ summary: 'One process instance', access: 'workflow.operate', status: 200 })
  async get(@Param('id', { schema: idSchema }) id: string) {
    return instanceShape(await this.#instances.get(this.#database, id));
  }

  @Get(':id/variables')
  @Route({ summary: 'Its variables; reading them is recorded', access: 'workflow.operate', status: 200 })
  async variables(@Asker() asker: Principal, @Param('id', { schema: idSchema }) id: string) {
    return await this.#database.transaction(async (tx) => {
      const variables = typedOf(await this.#instances.variables(tx, id));
      const subject = { type: 'instance', id };
      await this.#audit.append(tx, { actor: auditActor(asker), action: 'variables-read', subject, result: 'done' });
      return variables;
    });
  }

  @Put(':id/suspended')
  @Route({ summary: 'Suspends or resumes it', access: 'workflow.operate' })
  async setSuspended(
    @Asker() asker: Principal,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: suspendedSchema }) { suspended }: z.output<typeof suspendedSchema>,
  ): Promise<void> {
    await this.#operations.operate(asker, id, { type: suspended ? 'suspend' : 'resume' });
  }

  @Delete(':id')
  @Route({ summary: 'Cancels it', access: 'workflow.operate' })
  async cancel(@Asker() asker: Principal, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.#operations.operate(asker, id, { type: 'cancel', reason: 'deleted over engine-rest' });
  }

  async #find({
    processDefinitionKey,
    businessKey,
    suspended,
    firstResult,
    maxResults,
  }: z.output<typeof instanceQuerySchema>) {
    const filter = {
      ...(processDefinitionKey === undefined ? {} : { processKey: processDefinitionKey }),
      ...(businessKey === undefined ? {} : { businessKey }),
      ...(suspended === undefined ? {} : { suspended }),
    } satisfies InstanceFilter;
    const { items } = await this.#instances.list(this.#database, filter, { limit: firstResult + maxResults });
    return items.slice(firstResult);
  }
}
