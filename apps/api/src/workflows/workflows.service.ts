import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { PlanChanges } from '@lianban/bpmn';
import { DefinitionService, MigrationService, type Definition } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, type Page } from '@lianban/platform';
import type {
  migrationPreviewSchema,
  migrationSchema,
  workflowFilesSchema,
  workflowPageSchema,
  workflowSchema,
  workflowVersionSchema,
} from './workflow.schema.js';

/** The engine's definitions in the words of the API. */
@Injectable()
export class WorkflowsService {
  readonly #database: Database;
  readonly #definitions: DefinitionService;
  readonly #audit: AuditTrail;
  readonly #migrations: MigrationService;

  constructor(database: Database, definitions: DefinitionService, audit: AuditTrail, migrations: MigrationService) {
    this.#database = database;
    this.#definitions = definitions;
    this.#audit = audit;
    this.#migrations = migrations;
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

  /** @throws definition-unknown */
  async files(key: string, version: number): Promise<z.output<typeof workflowFilesSchema>> {
    const definition = await this.#definitions.get(this.#database, key, version);
    const files = await this.#definitions.files(this.#database, definition);
    return { files: files.map(({ name, content }) => ({ name, content })) };
  }

  /** @throws definition-unknown */
  async previewMigration(
    key: string,
    version: number,
    { to, changes }: z.output<typeof migrationSchema>,
  ): Promise<z.output<typeof migrationPreviewSchema>> {
    return await this.#database.transaction(async (tx) => {
      const source = await this.#definitions.get(tx, key, version);
      const target = await this.#definitions.get(tx, key, to);
      // The schema leaves out what was not sent, which its type does not say.
      const request = { from: source.id, to: target.id, changes: changes as PlanChanges | undefined };
      const { plan, problems, unmapped, immovable, ...counts } = await this.#migrations.preview(tx, request);
      const lists = { problems: [...problems], unmapped: [...unmapped], immovable: [...immovable] };
      return { mapping: { ...plan.mapping }, ...lists, ...counts };
    });
  }

  /** @throws definition-unknown */
  async setSuspended(
    principal: Principal,
    key: string,
    version: number,
    suspended: boolean,
  ): Promise<z.output<typeof workflowSchema>> {
    return await this.#database.transaction(async (tx) => {
      const { id } = await this.#definitions.get(tx, key, version);
      const definition = await this.#definitions.setSuspended(tx, id, suspended);
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: suspended ? 'workflow-suspended' : 'workflow-resumed',
        subject: { type: 'definition', id },
        result: 'done',
        detail: { key, version },
      });
      return summaryOf(definition);
    });
  }
}

function summaryOf({ key, name, version, deployedAt, suspendedAt }: Definition): z.output<typeof workflowSchema> {
  return { key, name, version, deployedAt: deployedAt.toISOString(), suspended: suspendedAt !== null };
}
