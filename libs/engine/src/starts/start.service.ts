import { Injectable } from '@nestjs/common';
import type { Variables } from '@lianban/bpmn';
import { Database, idFor, newId, type Transaction } from '@lianban/platform';
import { CommandService, type StartRequest } from '../commands/command.service.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { InstanceExistsError } from '../engine.errors.js';
import { StartTriggerStore, type ArmedStart } from './start-trigger.store.js';

/** Starts process instances by what their start events wait for (BPMN 2.0 §13.5.1); timers see `StartFiring`. */
@Injectable()
export class StartService {
  constructor(
    private readonly database: Database,
    private readonly store: StartTriggerStore,
    private readonly commands: CommandService,
    private readonly definitions: DefinitionService,
  ) {}

  /**
   * Starts the process that a message is for; undefined when none starts by it, or when `take` says that the message
   * is in other hands.
   *
   * @param message.businessKey how the domain names what the new instance is about
   */
  async byMessage(
    tx: Transaction,
    message: { readonly name: string; readonly variables: Variables; readonly businessKey?: string | undefined },
    take: (instanceId: string) => Promise<boolean>,
  ): Promise<string | undefined> {
    const start = await this.store.findByMessage(tx, message.name);
    const instanceId = newId();
    if (!start || !(await take(instanceId))) return undefined;
    const { variables, businessKey } = message;
    await this.start(tx, start, { instanceId, variables, ...(businessKey === undefined ? {} : { businessKey }) });
    return instanceId;
  }

  /**
   * Starts every process that a signal is for, each in its own transaction. May be repeated with the same `id`: an
   * instance that it started already is not started again. Answers with how many were started now.
   */
  async bySignal(signal: {
    readonly id: string;
    readonly name: string;
    readonly variables: Variables;
    readonly sentAt: Date;
  }): Promise<number> {
    let started = 0;
    for (const start of await this.store.bySignal(this.database, signal.name, signal.sentAt)) {
      const instanceId = idFor(`signal ${signal.id} ${start.processKey} ${start.elementId} ${start.position}`);
      try {
        await this.database.transaction((tx) => this.start(tx, start, { instanceId, variables: signal.variables }));
        started += 1;
      } catch (error) {
        if (!(error instanceof InstanceExistsError)) throw error;
      }
    }
    return started;
  }

  /** Starts an instance by a trigger that has happened. */
  async start(
    tx: Transaction,
    { definitionId, processKey, elementId }: ArmedStart,
    more: Pick<StartRequest, 'variables' | 'instanceId' | 'businessKey' | 'at'>,
  ): Promise<void> {
    const { version } = await this.definitions.getById(tx, definitionId);
    await this.commands.start(tx, { processKey, version, startEvent: elementId, actor: 'system', ...more });
  }
}
