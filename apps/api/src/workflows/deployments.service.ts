import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { InstallationNames } from '@lianban/bpmn';
import { actorOf, WorkflowDrafts } from '@lianban/casework';
import { DefinitionService, EngineCalendars, type DeployResult } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { WorkflowNames, type EndedUnit } from './workflow-names.service.js';
import type { deployedSchema } from './workflow.schema.js';

/** A file of a deployment. */
export interface WorkflowFile {
  readonly name: string;
  readonly content: string;
}

/** Files with the versions that they were made from. */
export interface WorkflowDeployment {
  readonly files: readonly WorkflowFile[];
  /** For processes by their key, the latest version that the deployer knows; 0 for none. */
  readonly bases?: Readonly<Record<string, number>> | undefined;
}

/** Deploys in one transaction with the audit entry and the end of the deployer's own drafts. */
@Injectable()
export class Deployments {
  readonly #database: Database;
  readonly #definitions: DefinitionService;
  readonly #calendars: EngineCalendars;
  readonly #audit: AuditTrail;
  readonly #names: WorkflowNames;
  readonly #drafts: WorkflowDrafts;

  constructor(
    database: Database,
    definitions: DefinitionService,
    calendars: EngineCalendars,
    audit: AuditTrail,
    names: WorkflowNames,
    drafts: WorkflowDrafts,
  ) {
    this.#database = database;
    this.#definitions = definitions;
    this.#calendars = calendars;
    this.#audit = audit;
    this.#names = names;
    this.#drafts = drafts;
  }

  /**
   * @throws deployment-refused with every problem found
   * @throws definition-moved when somebody deployed after one of the bases
   */
  async deploy(principal: Principal, deployment: WorkflowDeployment): Promise<z.output<typeof deployedSchema>> {
    const { problems, ...result } = await this.deployFiles(principal, deployment, await this.#names.known());
    const definitions = result.definitions.map(({ key, name, version, isNew }) => ({ key, name, version, isNew }));
    const [first] = definitions;
    const ended = (await this.#names.endedIn(deployment.files)).map(endedUnitProblem);
    return { key: first?.key ?? '', version: first?.version ?? 0, definitions, problems: [...problems, ...ended] };
  }

  /** As {@link deploy}, in the engine's words; without names user tasks may be for groups, and have forms, of other programs. */
  async deployFiles(
    principal: Principal,
    { files, bases }: WorkflowDeployment,
    names?: InstallationNames,
  ): Promise<DeployResult> {
    return await this.#database.transaction(async (tx) => {
      const result = await this.#definitions.deploy(tx, files, {
        actor: actorOf(principal),
        calendars: this.#calendars.current,
        ...names,
        ...(bases && { bases }),
      });
      const definitions = result.definitions.map(({ key, name, version, isNew }) => ({ key, name, version, isNew }));
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'workflow-deployed',
        subject: { type: 'deployment', id: result.deployment },
        result: 'done',
        detail: { definitions },
      });
      await this.#drafts.deployed(
        tx,
        principal,
        definitions.map(({ key }) => key),
      );
      return result;
    });
  }
}

/** Tasks for a unit that has ended are led on, so it does not keep a file from being deployed. */
function endedUnitProblem({ file, id, name, heir }: EndedUnit) {
  const goesOn = heir === null ? 'its tasks go to the general office' : `its tasks go to "${heir}"`;
  const message = `"${id}" (${name}) has ended; ${goesOn}. Name the unit that stands instead.`;
  return { severity: 'warning', code: 'unit-ended', message, file } as const;
}
