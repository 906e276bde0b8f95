import { Body, Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { InstanceQueryService, MessageService, SignalService } from '@lianban/engine';
import { Database } from '@lianban/platform';
import { messageSchema, signalSchema } from './rest-schemas.js';
import { EngineRest, RestRoute } from './rest-route.js';
import { instanceShape } from './rest-shapes.js';
import { variablesOf } from './typed-values.js';

/** Messages and signals to processes, and what there is to know of the engine. */
@EngineRest('')
export class EventsController {
  readonly #database: Database;
  readonly #messages: MessageService;
  readonly #signals: SignalService;
  readonly #instances: InstanceQueryService;

  constructor(database: Database, messages: MessageService, signals: SignalService, instances: InstanceQueryService) {
    this.#database = database;
    this.#messages = messages;
    this.#signals = signals;
    this.#instances = instances;
  }

  @Get('version')
  @RestRoute('The version whose interface this is', 'public')
  version() {
    return { version: '7.22.0' };
  }

  @Get('engine')
  @RestRoute('The engines', 'public')
  engines() {
    return [{ name: 'default' }];
  }

  /** Refused when nobody waits for it: a message that shall be kept comes over our own interface or from a process. */
  @Post('message')
  @RestRoute('Correlates a message', 'workflow.operate')
  async message(@Body({ schema: messageSchema }) body: z.output<typeof messageSchema>) {
    return await this.#database.transaction(async (tx) => {
      const result = await this.#messages.publish(tx, {
        name: body.messageName,
        correlation: variablesOf(body.correlationKeys),
        variables: variablesOf(body.processVariables),
        ...(body.businessKey ? { businessKey: body.businessKey } : {}),
        ...(body.processInstanceId ? { instanceId: body.processInstanceId } : {}),
        orRefuse: true,
      });
      if (!body.resultEnabled || !('instanceId' in result)) return undefined;
      const instance = instanceShape(await this.#instances.get(tx, result.instanceId));
      return result.outcome === 'started'
        ? [{ resultType: 'ProcessDefinition', execution: null, processInstance: instance, variables: null }]
        : [
            {
              resultType: 'Execution',
              execution: {
                id: result.instanceId,
                processInstanceId: result.instanceId,
                ended: instance.ended,
                tenantId: null,
              },
              processInstance: null,
              variables: null,
            },
          ];
    });
  }

  @Post('signal')
  @RestRoute('Broadcasts a signal', 'workflow.operate', 204)
  async signal(@Body({ schema: signalSchema }) body: z.output<typeof signalSchema>): Promise<void> {
    const signal = { name: body.name, variables: variablesOf(body.variables) };
    await this.#database.transaction((tx) => this.#signals.broadcast(tx, signal));
  }
}
