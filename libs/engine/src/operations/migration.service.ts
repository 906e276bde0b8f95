import { Injectable } from '@nestjs/common';
import { checkPlan, type MigrationObstacle, type MigrationPlan, type PlanChanges } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import { runningInstance } from '../commands/running-instance.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { InstanceStore } from '../instances/instance.store.js';
import { MigrationTarget } from './migration-target.js';
import { OperationStore } from './operation.store.js';

type Reader = Pick<Transaction, 'query'>;

/** From which definition to which, and what is changed in the plan. */
export interface MigrationRequest {
  readonly from: string;
  readonly to: string;
  readonly changes?: PlanChanges | undefined;
}

/** A plan for all instances of a definition, with what would become of them now. */
export interface MigrationPreview {
  readonly plan: MigrationPlan;
  /** Pairs that are no pairs, whatever the instance. */
  readonly problems: readonly MigrationObstacle[];
  /** Elements that have no counterpart. */
  readonly unmapped: readonly string[];
  /** Running instances of the old definition, and how many of them can go over. */
  readonly total: number;
  readonly movable: number;
  /** Those that cannot, with the reason; the first 100. */
  readonly immovable: readonly { readonly instanceId: string; readonly reason: string }[];
}

const pageSize = 500;
const mostShown = 100;

/** Plans the going over of instances to another definition; changes nothing. */
@Injectable()
export class MigrationService {
  constructor(
    private readonly definitions: DefinitionService,
    private readonly instances: InstanceStore,
    private readonly store: OperationStore,
  ) {}

  /** Looks at every running instance of the old definition. @throws DefinitionUnknownError not-found */
  async preview(tx: Transaction, { from, to, changes }: MigrationRequest): Promise<MigrationPreview> {
    const source = await this.#runnable(tx, from);
    const target = new MigrationTarget(await this.#runnable(tx, to), changes);
    const { plan } = target.planFrom(source);
    let total = 0;
    const immovable: { instanceId: string; reason: string }[] = [];
    let blocked = 0;
    for (let after = nobody, more = true; more;) {
      const ids = await this.store.runningOf(tx, from, after, pageSize);
      for (const row of await this.instances.readHeld(tx, ids)) {
        const reason = target.obstacleOf(runningInstance(row, source));
        if (reason === undefined) continue;
        blocked += 1;
        if (immovable.length < mostShown) immovable.push({ instanceId: row.id, reason });
      }
      total += ids.length;
      after = ids.at(-1) ?? after;
      more = ids.length === pageSize;
    }
    const problems = checkPlan(plan, source.process, target.definition.process);
    const unmapped = [...source.process.nodes.keys()].filter((id) => plan.mapping[id] === undefined);
    return { plan, problems, unmapped, total, movable: total - blocked, immovable };
  }

  async #runnable(tx: Reader, id: string) {
    return this.definitions.runnable(tx, await this.definitions.getById(tx, id));
  }
}

const nobody = '00000000-0000-0000-0000-000000000000';
