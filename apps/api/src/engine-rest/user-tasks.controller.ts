import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CommandService, InstanceQueryService, parseTaskId, TaskQueryService } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { actorOf } from '@lianban/casework';
import { requestInvalid } from '../http/http-errors.js';
import { Asker } from '../http/principal.js';
import { completeTaskSchema, taskQueryBodySchema, taskQuerySchema, userSchema } from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { taskShape } from './rest-shapes.js';
import { typedOf, variablesOf } from './typed-values.js';

type TaskQuery = z.output<typeof taskQueryBodySchema>;

/** Open user tasks of the engine, for operators' programs; people have their inboxes. */
@EngineRest('task')
export class UserTasksController {
  readonly #database: Database;
  readonly #tasks: TaskQueryService;
  readonly #commands: CommandService;
  readonly #instances: InstanceQueryService;
  readonly #audit: AuditTrail;

  constructor(database: Database, tasks: TaskQueryService, commands: CommandService, instances: InstanceQueryService) {
    this.#database = database;
    this.#tasks = tasks;
    this.#commands = commands;
    this.#instances = instances;
  }

  @Get()
  @RestRoute('Open tasks', 'workflow.operate')
  async list(@Query({ schema: taskQuerySchema }) query: z.output<typeof taskQuerySchema>) {
    return (await this.#find(query)).tasks.map(taskShape);
  }

  @Post()
  @RestRoute('Open tasks', 'workflow.operate')
  async query(@Body({ schema: taskQueryBodySchema }) query: TaskQuery) {
    return (await this.#find(query)).tasks.map(taskShape);
  }

  @Get('count')
  @RestRoute('How many open tasks', 'workflow.operate')
  async count(@Query({ schema: taskQuerySchema }) query: z.output<typeof taskQuerySchema>) {
    return { count: (await this.#find({ ...query, maxResults: 0 })).total };
  }

  @Get(':id')
  @RestRoute('One open task', 'workflow.operate')
  async get(@Param('id') id: string) {
    return taskShape(await this.#tasks.get(this.#database, id));
  }

  @Get(':id/form-variables')
  @RestRoute('What the task sees; reading it is recorded', 'workflow.operate')
  async formVariables(@Asker() asker: Principal, @Param('id') id: string) {
    return await this.#database.transaction(async (tx) => {
      const variables = typedOf(await this.#tasks.variables(tx, id));
      const subject = { type: 'task', id };
      await this.#audit.append(tx, { actor: auditActor(asker), action: 'variables-read', subject, result: 'done' });
      return variables;
    });
  }

  @Post(':id/claim')
  @RestRoute('Claims a task for somebody', 'workflow.operate', 204)
  async claim(
    @Param('id') id: string,
    @Body({ schema: userSchema }) { userId }: z.output<typeof userSchema>,
  ): Promise<void> {
    if (!userId) throw requestInvalid([{ field: 'userId', message: 'expected who claims the task' }]);
    await this.#database.transaction((tx) => this.#tasks.assign(tx, id, userId, { claim: true }));
  }

  @Post(':id/unclaim')
  @RestRoute('Gives a task back', 'workflow.operate', 204)
  async unclaim(@Param('id') id: string): Promise<void> {
    await this.#database.transaction((tx) => this.#tasks.assign(tx, id, null));
  }

  @Post(':id/assignee')
  @RestRoute('Assigns a task', 'workflow.operate', 204)
  async assign(
    @Param('id') id: string,
    @Body({ schema: userSchema }) { userId }: z.output<typeof userSchema>,
  ): Promise<void> {
    await this.#database.transaction((tx) => this.#tasks.assign(tx, id, userId ?? null));
  }

  @Post(':id/complete')
  @RestRoute('Completes a task', 'workflow.operate')
  async complete(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: completeTaskSchema }) body: z.output<typeof completeTaskSchema>,
  ) {
    const { instanceId, key } = parseTaskId(id);
    return await this.#database.transaction(async (tx) => {
      await this.#tasks.get(tx, id);
      const command = { type: 'complete-element' as const, key, variables: variablesOf(body.variables) };
      await this.#commands.execute(tx, { instanceId, command, actor: actorOf(asker) });
      return body.withVariablesInReturn ? typedOf(await this.#instances.variables(tx, instanceId)) : undefined;
    });
  }

  #find(query: TaskQuery) {
    const filter = {
      instanceId: query.processInstanceId,
      businessKey: query.processInstanceBusinessKey,
      processKey: query.processDefinitionKey,
      elementId: query.taskDefinitionKey,
      assignee: query.assignee,
      candidateGroup: query.candidateGroup,
      unassigned: query.unassigned,
    };
    return this.#tasks.list(this.#database, filter, { first: query.firstResult, limit: query.maxResults });
  }
}
