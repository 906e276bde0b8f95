import { Injectable } from '@nestjs/common';
import { DefinitionService, JournalService, type InstanceJournal } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { findCaseRow } from '../cases/case-row.sql.js';
import { caseUnknown } from '../casework.errors.js';
import type { Step } from '../tasks/step.js';
import { openStepsOfCase } from '../tasks/step.sql.js';
import { elementStates, type ElementState } from './element-states.rules.js';

/** A diagram in one version, with what happened to each of its elements. */
export interface DrawnProcess {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly xml: string;
  readonly elements: Readonly<Record<string, ElementState>>;
}

/** The diagram of a case's own process, and those of the processes that it called. */
export interface CaseDiagram {
  readonly xml: string;
  readonly elements: Readonly<Record<string, ElementState>>;
  readonly processes: readonly DrawnProcess[];
}

/** Draws where a case is, on the version of the diagram under which it runs. */
@Injectable()
export class DiagramService {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #definitions: DefinitionService;
  readonly #journals: JournalService;

  constructor(database: Database, cases: CaseAccess, definitions: DefinitionService, journals: JournalService) {
    this.#database = database;
    this.#cases = cases;
    this.#definitions = definitions;
    this.#journals = journals;
  }

  /** @throws permission-missing, case-unknown */
  async get(principal: Principal, caseId: string): Promise<CaseDiagram> {
    await this.#cases.require(principal, caseId);
    const row = await findCaseRow(this.#database, caseId);
    if (!row) throw caseUnknown(caseId);
    const steps = await openStepsOfCase(this.#database, caseId);
    const processes: DrawnProcess[] = [];
    for (const journal of latestOfEach(await this.#journals.ofHierarchy(row.instanceId))) {
      processes.push(await this.#draw(journal, steps));
    }
    const [own] = processes;
    return { xml: own?.xml ?? '', elements: own?.elements ?? {}, processes: processes.slice(1) };
  }

  async #draw(journal: InstanceJournal, steps: readonly Step[]): Promise<DrawnProcess> {
    const { key, name, version } = journal.definition;
    const elements = elementStates(journal);
    for (const step of steps.filter(({ instanceId }) => instanceId === journal.instanceId)) {
      elements[step.elementId] = {
        state: 'current',
        at: step.receivedAt.toISOString(),
        ...(step.dueAt && { dueAt: step.dueAt.toISOString() }),
        ...((step.assigneeName ?? step.unitName) !== null && { who: step.assigneeName ?? step.unitName ?? '' }),
      };
    }
    return { key, name, version, xml: await this.#definitions.xml(this.#database, key, version), elements };
  }
}

/** A process that was called several times is drawn as it went the last time. */
function latestOfEach(journals: readonly InstanceJournal[]): InstanceJournal[] {
  return [...new Map(journals.map((journal) => [journal.definition.key, journal])).values()];
}
