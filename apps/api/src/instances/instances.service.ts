import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { actorOf } from '@lianban/casework';
import {
  DefinitionService,
  InstanceQueryService,
  OperationService,
  RestartService,
  type InstanceDetail,
  type InstanceFilter,
  type InstanceSummary,
  type Operation,
} from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, type Page, type Transaction } from '@lianban/platform';
import type {
  instanceDetailSchema,
  instancePageSchema,
  OperationInput,
  restartSchema,
  startedSchema,
} from './instance.schema.js';

/** Writes an audit entry with each operation on an instance, and puts instances into the words of the API. */
@Injectable()
export class InstancesService {
  readonly #database: Database;
  readonly #instances: InstanceQueryService;
  readonly #definitions: DefinitionService;
  readonly #operations: OperationService;
  readonly #restarts: RestartService;
  readonly #audit: AuditTrail;

  constructor(
    database: Database,
    instances: InstanceQueryService,
    definitions: DefinitionService,
    operations: OperationService,
    restarts: RestartService,
    audit: AuditTrail,
  ) {
    this.#database = database;
    this.#instances = instances;
    this.#definitions = definitions;
    this.#operations = operations;
    this.#restarts = restarts;
    this.#audit = audit;
  }

  async list(
    filter: InstanceFilter,
    paging: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<z.output<typeof instancePageSchema>> {
    const page: Page<InstanceSummary> = await this.#instances.list(this.#database, filter, paging);
    return { items: page.items.map(summaryOf), next: page.next };
  }

  async get(id: string): Promise<z.output<typeof instanceDetailSchema>> {
    return detailOf(await this.#instances.get(this.#database, id));
  }

  async operate(
    tx: Transaction,
    asker: Principal,
    id: string,
    input: OperationInput,
  ): Promise<z.output<typeof instanceDetailSchema>> {
    const operation = await this.operationOf(tx, input);
    await this.#operations.apply(tx, id, operation, actorOf(asker));
    await this.#note(tx, asker, { type: 'instance', id }, { operation: noteOf(input) });
    return detailOf(await this.#instances.get(tx, id));
  }

  async restart(
    tx: Transaction,
    asker: Principal,
    instanceId: string,
    input: z.output<typeof restartSchema>,
  ): Promise<z.output<typeof startedSchema>> {
    const started = await this.#restarts.restart(tx, { instanceId, actor: actorOf(asker), ...input });
    await this.#note(tx, asker, { type: 'instance', id: instanceId }, { restartedAs: started.instanceId });
    const { key: processKey, version } = started.definition;
    return { id: started.instanceId, processKey, version, status: started.status };
  }

  /** An operation in the engine's words. @throws DefinitionUnknownError when the version to go over to is none */
  async operationOf(tx: Transaction, input: OperationInput): Promise<Operation> {
    // The schema leaves out what was not sent, which its type does not say.
    if (input.type !== 'migrate') return input as Operation;
    const { process, version, changes } = input;
    const { id: definitionId } = await this.#definitions.get(tx, process, version);
    return { type: 'migrate', definitionId, ...(changes && { changes }) } as Operation;
  }

  async #note(tx: Transaction, asker: Principal, subject: { type: string; id: string }, detail: object): Promise<void> {
    await this.#audit.append(tx, {
      actor: auditActor(asker),
      action: 'instance-operated',
      subject,
      result: 'done',
      detail: { ...detail },
    });
  }
}

/** What the trail says of an operation: never values, which may be personal. */
export function noteOf(input: OperationInput): object {
  switch (input.type) {
    case 'set-variables':
      return { type: input.type, names: Object.keys(input.variables) };
    case 'modify':
      return { type: input.type, reason: input.reason, instructions: input.instructions.map((each) => each.do) };
    default:
      return input;
  }
}

function summaryOf(summary: InstanceSummary): z.output<typeof instancePageSchema>['items'][number] {
  const { startedAt, endedAt, status, definitionId: _definition, ...rest } = summary;
  return {
    ...rest,
    status: status as 'active',
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function detailOf(detail: InstanceDetail): z.output<typeof instanceDetailSchema> {
  const { tokens, timers, openIncidents } = detail;
  return { ...summaryOf(detail), tokens: [...tokens], timers: [...timers], openIncidents: [...openIncidents] };
}
