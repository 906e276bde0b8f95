import { Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { InstanceQueryService, JournalService } from '@lianban/engine';
import { Database } from '@lianban/platform';
import { activitiesOf, type ActivityRecord } from './activity-history.js';
import { activityQuerySchema, historyQuerySchema } from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { dateOf, historyShape } from './rest-shapes.js';

/** What happened. */
@EngineRest('history')
export class HistoryController {
  readonly #database: Database;
  readonly #instances: InstanceQueryService;
  readonly #journals: JournalService;

  constructor(database: Database, instances: InstanceQueryService, journals: JournalService) {
    this.#database = database;
    this.#instances = instances;
    this.#journals = journals;
  }

  @Get('process-instance')
  @RestRoute('Running and ended instances', 'workflow.operate')
  async instances(@Query({ schema: historyQuerySchema }) query: z.output<typeof historyQuerySchema>) {
    const { processDefinitionKey, processInstanceBusinessKey, processInstanceId, finished, unfinished } = query;
    const filter = {
      processKey: processDefinitionKey,
      businessKey: processInstanceBusinessKey,
      instanceId: processInstanceId,
      ended: finished ?? (unfinished === undefined ? undefined : !unfinished),
    };
    const paging = { first: query.firstResult, limit: query.maxResults };
    return (await this.#instances.history(this.#database, filter, paging)).map(historyShape);
  }

  @Get('activity-instance')
  @RestRoute('What an instance did', 'workflow.operate')
  async activities(@Query({ schema: activityQuerySchema }) query: z.output<typeof activityQuerySchema>) {
    return (await this.#activities(query)).map((activity) => ({
      ...shapeOf(activity),
      activityId: activity.elementId,
      activityName: null,
      activityType: null,
    }));
  }

  @Get('task')
  @RestRoute('User tasks that an instance had', 'workflow.operate')
  async tasks(@Query({ schema: activityQuerySchema }) query: z.output<typeof activityQuerySchema>) {
    const activities = await this.#activities(query);
    return activities
      .filter(({ task }) => task !== undefined)
      .map((activity) => ({
        ...shapeOf(activity),
        taskDefinitionKey: activity.elementId,
        name: activity.task?.name ?? null,
        assignee: activity.task?.assignee ?? null,
        deleteReason: activity.canceled ? 'deleted' : activity.endedAt ? 'completed' : null,
      }));
  }

  async #activities({
    processInstanceId,
    firstResult,
    maxResults,
  }: z.output<typeof activityQuerySchema>): Promise<ActivityRecord[]> {
    const journals = await this.#journals.ofHierarchy(processInstanceId);
    const own = journals.find(({ instanceId }) => instanceId === processInstanceId);
    return own ? activitiesOf(own).slice(firstResult, firstResult + maxResults) : [];
  }
}

function shapeOf({ id, instanceId, definition, startedAt, endedAt, canceled }: ActivityRecord) {
  return {
    id,
    processInstanceId: instanceId,
    processDefinitionId: definition.id,
    processDefinitionKey: definition.key,
    startTime: dateOf(startedAt),
    endTime: dateOf(endedAt),
    durationInMillis: endedAt && endedAt.getTime() - startedAt.getTime(),
    canceled,
    tenantId: null,
  };
}
