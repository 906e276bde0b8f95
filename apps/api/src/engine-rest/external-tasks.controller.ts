import { Body, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ExternalTaskService, parseTaskId, type TaskReport } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { actorOf } from '@lianban/casework';
import { Asker } from '../http/principal.js';
import {
  bpmnErrorSchema,
  completeSchema,
  extendLockSchema,
  externalTaskQuerySchema,
  failureSchema,
  fetchSchema,
  retriesSchema,
} from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { externalTaskShape, lockedTaskShape } from './rest-shapes.js';
import { variablesOf } from './typed-values.js';

/** Service tasks for workers outside. */
@EngineRest('external-task')
export class ExternalTasksController {
  readonly #database: Database;
  readonly #tasks: ExternalTaskService;

  constructor(database: Database, tasks: ExternalTaskService) {
    this.#database = database;
    this.#tasks = tasks;
  }

  @Get()
  @RestRoute('External tasks', 'job.work')
  async list(@Query({ schema: externalTaskQuerySchema }) query: z.output<typeof externalTaskQuerySchema>) {
    const { tasks } = await this.#find(query);
    return tasks.map(externalTaskShape);
  }

  @Get('count')
  @RestRoute('How many external tasks', 'job.work')
  async count(@Query({ schema: externalTaskQuerySchema }) query: z.output<typeof externalTaskQuerySchema>) {
    return { count: (await this.#find({ ...query, maxResults: 0 })).total };
  }

  @Get(':id')
  @RestRoute('One external task', 'job.work')
  async get(@Param('id') id: string) {
    const { instanceId, key } = parseTaskId(id);
    return externalTaskShape(await this.#tasks.get(this.#database, instanceId, key));
  }

  @Post('fetchAndLock')
  @RestRoute('Fetches and locks tasks, waiting for the first', 'job.work')
  async fetchAndLock(
    @Body({ schema: fetchSchema }) body: z.output<typeof fetchSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const topics = (body.topics ?? []).map(
      ({ topicName: topic, lockDuration: lockMs, businessKey, processDefinitionKey }) => {
        return { topic, lockMs, businessKey: businessKey ?? undefined, processKey: processDefinitionKey ?? undefined };
      },
    );
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const tasks = await this.#tasks.fetch(
      { workerId: body.workerId, topics, limit: body.maxTasks, byPriority: body.usePriority ?? false },
      { waitMs: body.asyncResponseTimeout ?? 0, signal: gone.signal },
    );
    return tasks.map((task) =>
      lockedTaskShape(task, body.topics?.find(({ topicName }) => topicName === task.topic)?.variables),
    );
  }

  @Post(':id/complete')
  @RestRoute('Finishes a task', 'job.work', 204)
  async complete(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: completeSchema }) body: z.output<typeof completeSchema>,
  ): Promise<void> {
    const [variables, localVariables] = [variablesOf(body.variables), variablesOf(body.localVariables)];
    await this.#report(asker, id, body.workerId, { type: 'done', variables, localVariables });
  }

  @Post(':id/failure')
  @RestRoute('Reports a technical failure', 'job.work', 204)
  async fail(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: failureSchema }) body: z.output<typeof failureSchema>,
  ): Promise<void> {
    await this.#report(asker, id, body.workerId, {
      type: 'failed',
      message: body.errorMessage || 'the worker said no more',
      details: body.errorDetails ?? undefined,
      retries: body.retries ?? undefined,
      pauseMs: body.retryTimeout ?? undefined,
    });
  }

  @Post(':id/bpmnError')
  @RestRoute('Reports an outcome that the diagram foresees', 'job.work', 204)
  async bpmnError(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: bpmnErrorSchema }) body: z.output<typeof bpmnErrorSchema>,
  ): Promise<void> {
    const { errorCode: code, errorMessage } = body;
    const variables = variablesOf(body.variables);
    const message = errorMessage ? { message: errorMessage } : {};
    await this.#report(asker, id, body.workerId, { type: 'error', code, variables, ...message });
  }

  @Post(':id/extendLock')
  @RestRoute('Prolongs the lock', 'job.work', 204)
  async extendLock(
    @Param('id') id: string,
    @Body({ schema: extendLockSchema }) { workerId, newDuration }: z.output<typeof extendLockSchema>,
  ): Promise<void> {
    const hold = { ...parseTaskId(id), workerId };
    await this.#database.transaction((tx) => this.#tasks.extend(tx, hold, newDuration));
  }

  @Post(':id/unlock')
  @RestRoute('Gives a task back', 'job.work', 204)
  async unlock(@Param('id') id: string): Promise<void> {
    await this.#database.transaction((tx) => this.#tasks.unlock(tx, parseTaskId(id)));
  }

  @Put(':id/retries')
  @RestRoute('Gives a task new attempts', 'workflow.operate', 204)
  async setRetries(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: retriesSchema }) { retries }: z.output<typeof retriesSchema>,
  ): Promise<void> {
    await this.#database.transaction((tx) => this.#tasks.setRetries(tx, parseTaskId(id), retries, actorOf(asker)));
  }

  async #report(asker: Principal, id: string, workerId: string, report: TaskReport): Promise<void> {
    const hold = { ...parseTaskId(id), workerId };
    await this.#database.transaction((tx) => this.#tasks.report(tx, hold, report, actorOf(asker)));
  }

  #find(query: z.output<typeof externalTaskQuerySchema>) {
    const {
      topicName: topic,
      workerId,
      processInstanceId: instanceId,
      locked,
      notLocked,
      noRetriesLeft: failed,
    } = query;
    const isLocked = locked ?? (notLocked === undefined ? undefined : !notLocked);
    const filter = { topic, workerId, instanceId, locked: isLocked, failed };
    return this.#tasks.list(this.#database, filter, { first: query.firstResult, limit: query.maxResults });
  }
}
