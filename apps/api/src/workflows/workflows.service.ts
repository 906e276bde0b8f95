import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DefinitionService, EngineCalendars, type Definition } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, type Page } from '@lianban/platform';
import type { deployedSchema, workflowPageSchema, workflowVersionSchema } from './workflow.schema.js';

/** A file of a deployment. */
export interface WorkflowFile {
  readonly name: string;
  readonly content: string;
}

/** Puts the engine's definitions into a transaction and an audit entry, and into the words of the API. */
@Injectable()
export class WorkflowsService {
  readonly #database: Database;
  readonly #definitions: DefinitionService;
  readonly #calendars: EngineCalendars;
  readonly #audit: AuditTrail;

  constructor(database: Database, definitions: DefinitionService, calendars: EngineCalendars, audit: AuditTrail) {
    this.#database = database;
    this.#definitions = definitions;
    this.#calendars = calendars;
    this.#audit = audit;
  }

  async list(paging: { limit: number; after?: string | undefined }): Promise<z.output<typeof workflowPageSchema>> {
    const { limit, after } = paging;
    const page: Page<Definition> = await this.#definitions.list(this.#database, {
      limit,
      ...(after !== undefined && { after }),
    });
    return { items: page.items.map(summaryOf), next: page.next };
  }

  /** @throws definition-unknown */
  async get(key: string, version: number): Promise<z.output<typeof workflowVersionSchema>> {
    const definition = await this.#definitions.get(this.#database, key, version);
    return { ...summaryOf(definition), xml: await this.#definitions.xml(this.#database, key, version) };
  }

  /** @throws deployment-refused with every problem found */
  async deploy(principal: Principal, files: readonly WorkflowFile[]): Promise<z.output<typeof deployedSchema>> {
    return await this.#database.transaction(async (tx) => {
      const actor = { accountId: principal.accountId, name: principal.displayName };
      const result = await this.#definitions.deploy(tx, files, { actor, calendars: this.#calendars.current });
      const definitions = result.definitions.map(({ key, name, version, isNew }) => ({ key, name, version, isNew }));
      const [first] = definitions;
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'workflow-deployed',
        subject: { type: 'deployment', id: result.deployment },
        result: 'done',
        detail: { definitions },
      });
      return { key: first?.key ?? '', version: first?.version ?? 0, definitions, problems: [...result.problems] };
    });
  }
}

function summaryOf({ key, name, version, deployedAt }: Definition) {
  return { key, name, version, deployedAt: deployedAt.toISOString() };
}
