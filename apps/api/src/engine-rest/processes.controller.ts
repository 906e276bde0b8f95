import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CommandService, DefinitionService, InstanceQueryService, type Definition } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { actorOf } from '@lianban/casework';
import { Asker } from '../http/principal.js';
import { definitionQuerySchema, startSchema } from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { definitionShape, instanceShape } from './rest-shapes.js';
import { typedOf, variablesOf } from './typed-values.js';

const idSchema = z.uuid();

/** Deployed processes, and starting them. */
@EngineRest('process-definition')
export class ProcessesController {
  readonly #database: Database;
  readonly #definitions: DefinitionService;
  readonly #commands: CommandService;
  readonly #instances: InstanceQueryService;

  constructor(
    database: Database,
    definitions: DefinitionService,
    commands: CommandService,
    instances: InstanceQueryService,
  ) {
    this.#database = database;
    this.#definitions = definitions;
    this.#commands = commands;
    this.#instances = instances;
  }

  @Get()
  @RestRoute('Process definitions', 'workflow.read')
  async list(@Query({ schema: definitionQuerySchema }) query: z.output<typeof definitionQuerySchema>) {
    return (await this.#find(query)).map(definitionShape);
  }

  @Get('count')
  @RestRoute('How many process definitions', 'workflow.read')
  async count(@Query({ schema: definitionQuerySchema }) query: z.output<typeof definitionQuerySchema>) {
    return { count: await this.#definitions.count(this.#database, filterOf(query)) };
  }

  @Get('key/:key')
  @RestRoute('The latest version of a process', 'workflow.read')
  async byKey(@Param('key') key: string) {
    return definitionShape(await this.#definitions.get(this.#database, key));
  }

  @Get('key/:key/xml')
  @RestRoute('Its diagram', 'workflow.read')
  async xmlByKey(@Param('key') key: string) {
    return await this.#xml(await this.#definitions.get(this.#database, key));
  }

  @Post('key/:key/start')
  @RestRoute('Starts an instance of the latest version', 'workflow.operate')
  async startByKey(
    @Asker() asker: Principal,
    @Param('key') key: string,
    @Body({ schema: startSchema }) body: z.output<typeof startSchema>,
  ) {
    return await this.#start(asker, await this.#definitions.get(this.#database, key), body);
  }

  @Get(':id')
  @RestRoute('One process definition', 'workflow.read')
  async byId(@Param('id', { schema: idSchema }) id: string) {
    return definitionShape(await this.#definitions.getById(this.#database, id));
  }

  @Get(':id/xml')
  @RestRoute('Its diagram', 'workflow.read')
  async xmlById(@Param('id', { schema: idSchema }) id: string) {
    return await this.#xml(await this.#definitions.getById(this.#database, id));
  }

  @Post(':id/start')
  @RestRoute('Starts an instance', 'workflow.operate')
  async startById(
    @Asker() asker: Principal,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: startSchema }) body: z.output<typeof startSchema>,
  ) {
    return await this.#start(asker, await this.#definitions.getById(this.#database, id), body);
  }

  #find(query: DefinitionQuery) {
    const paging = { first: query.firstResult, limit: query.maxResults };
    return this.#definitions.find(this.#database, filterOf(query), paging);
  }

  async #xml({ id, key, version }: Definition) {
    return { id, bpmn20Xml: await this.#definitions.xml(this.#database, key, version) };
  }

  async #start(asker: Principal, { key, version }: Definition, body: z.output<typeof startSchema>) {
    return await this.#database.transaction(async (tx) => {
      const started = await this.#commands.start(tx, {
        processKey: key,
        version,
        variables: variablesOf(body.variables),
        actor: actorOf(asker),
        ...(body.businessKey ? { businessKey: body.businessKey } : {}),
      });
      const shape = instanceShape(await this.#instances.get(tx, started.instanceId));
      if (!body.withVariablesInReturn) return shape;
      return { ...shape, variables: typedOf(await this.#instances.variables(tx, started.instanceId)) };
    });
  }
}

type DefinitionQuery = z.output<typeof definitionQuerySchema>;

function filterOf({ key, processDefinitionKey, latest, latestVersion }: DefinitionQuery) {
  return { key: key ?? processDefinitionKey, latest: latest ?? latestVersion };
}
