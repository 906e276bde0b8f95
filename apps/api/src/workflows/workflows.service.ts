import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { InstallationNames, PlanChanges } from '@lianban/bpmn';
import { actorOf } from '@lianban/casework';
import {
  DefinitionService,
  EngineCalendars,
  MigrationService,
  type Definition,
  type DeployResult,
} from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, type Page } from '@lianban/platform';
import { KnownNames, type EndedUnit } from './known-names.service.js';
import type {
  deployedSchema,
  migrationPreviewSchema,
  migrationSchema,
  workflowFilesSchema,
  workflowPageSchema,
  workflowSchema,
  workflowVersionSchema,
} from './workflow.schema.js';

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
  readonly #migrations: MigrationService;
  readonly #known: KnownNames;

  constructor(
    database: Database,
    definitions: DefinitionService,
    calendars: EngineCalendars,
    audit: AuditTrail,
    migrations: MigrationService,
    known: KnownNames,
  ) {
    this.#database = database;
    this.#definitions = definitions;
    this.#calendars = calendars;
    this.#audit = audit;
    this.#migrations = migrations;
    this.#known = known;
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

  /** @throws deployment-refused with every problem found */
  async deploy(principal: Principal, files: readonly WorkflowFile[]): Promise<z.output<typeof deployedSchema>> {
    const { problems, ...result } = await this.deployFiles(principal, files, await this.#known.all());
    const definitions = result.definitions.map(({ key, name, version, isNew }) => ({ key, name, version, isNew }));
    const [first] = definitions;
    const ended = (await this.#known.endedIn(files)).map(endedUnitProblem);
    return { key: first?.key ?? '', version: first?.version ?? 0, definitions, problems: [...problems, ...ended] };
  }

  /** As {@link deploy}, in the engine's words; without names user tasks may be for groups, and have forms, of other programs. */
  async deployFiles(
    principal: Principal,
    files: readonly WorkflowFile[],
    names?: InstallationNames,
  ): Promise<DeployResult> {
    return await this.#database.transaction(async (tx) => {
      const actor = actorOf(principal);
      const calendars = this.#calendars.current;
      const result = await this.#definitions.deploy(tx, files, { actor, calendars, ...names });
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'workflow-deployed',
        subject: { type: 'deployment', id: result.deployment },
        result: 'done',
        detail: {
          definitions: result.definitions.map(({ key, name, version, isNew }) => ({ key, name, version, isNew })),
        },
      });
      return result;
    });
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

/** Tasks for a unit that has ended are led on, so it does not keep a file from being deployed. */
function endedUnitProblem({ file, id, name, heir }: EndedUnit) {
  const goesOn = heir === null ? 'its tasks go to the general office' : `its tasks go to "${heir}"`;
  const message = `"${id}" (${name}) has ended; ${goesOn}. Name the unit that stands instead.`;
  return { severity: 'warning', code: 'unit-ended', message, file } as const;
}

function summaryOf({ key, name, version, deployedAt, suspendedAt }: Definition): z.output<typeof workflowSchema> {
  return { key, name, version, deployedAt: deployedAt.toISOString(), suspended: suspendedAt !== null };
}
