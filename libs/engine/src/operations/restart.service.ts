import { Injectable } from '@nestjs/common';
import type { Command } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import { CommandService } from '../commands/command.service.js';
import type { StepOutcome } from '../commands/step-record.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { InstanceUnknownError, OperationRefusedError } from '../engine.errors.js';
import { OperationStore } from './operation.store.js';

/** How an instance is started again. */
export interface RestartRequest {
  readonly instanceId: string;
  readonly actor: Actor;
  /** By the latest version instead of its own. */
  readonly latestVersion?: boolean | undefined;
  /** Elements to begin at; default: as it began. */
  readonly startBefore?: readonly string[] | undefined;
}

/** Starts a new instance with what an ended one was started with. */
@Injectable()
export class RestartService {
  constructor(
    private readonly commands: CommandService,
    private readonly definitions: DefinitionService,
    private readonly store: OperationStore,
  ) {}

  /**
   * The old instance stays as it is; the new one has its business key and the variables of its start.
   *
   * @throws InstanceUnknownError not-found `instance-unknown`
   * @throws OperationRefusedError conflict `not-ended` while it still runs
   */
  async restart(tx: Transaction, request: RestartRequest): Promise<StepOutcome> {
    const { instanceId, actor, latestVersion = false, startBefore } = request;
    const old = await this.store.startOf(tx, instanceId);
    if (!old) throw new InstanceUnknownError(instanceId);
    if (!old.endedAt)
      throw new OperationRefusedError({ instanceId, code: 'not-ended', message: 'it still runs; cancel it first' });
    const { key, version } = await this.definitions.getById(tx, old.definitionId);
    const { variables, startEvent } = old.command as Extract<Command, { type: 'start' }>;
    return this.commands.start(tx, {
      processKey: key,
      ...(latestVersion ? {} : { version }),
      ...(old.businessKey === null ? {} : { businessKey: old.businessKey }),
      variables,
      actor,
      ...(startBefore ? { startBefore } : startEvent === undefined ? {} : { startEvent }),
    });
  }
}
