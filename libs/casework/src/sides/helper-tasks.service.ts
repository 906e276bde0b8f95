import { Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import type { Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { actLimit } from '../acts/act-limit.sql.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { actRefused } from '../casework.errors.js';
import type { Step } from '../tasks/step.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import type { TrailKind } from '../trail/trail-entry.js';
import { trailActorOf } from '../trail/act-line.js';
import { mostAssistDays } from './assist-days.rules.js';
import type { HelperKind } from './side-process.js';
import { SideProcesses } from './side-processes.service.js';

/** What a unit is asked for with a task that somebody else leads. */
export interface HelperRequest {
  readonly kind: HelperKind;
  readonly step: Step;
  readonly unit: Unit;
  /** Working days; absent: as the kind of request has it. */
  readonly days?: number | undefined;
  readonly opinion: string;
  /** What the history says beside that. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** How a kind of request is told in the history. */
const kinds: Readonly<Record<HelperKind, { trail: TrailKind; title: string }>> = {
  assist: { trail: 'assist-asked', title: '协办' },
  countersign: { trail: 'countersign-asked', title: '会签' },
  consult: { trail: 'consulted', title: '派单会商' },
  mediation: { trail: 'mediation-asked', title: '调解' },
};

/** Gives another unit a task beside the one that somebody leads, with an earlier term; the lead waits for its answer. */
@Injectable()
export class HelperTasks {
  readonly #calendars: EngineCalendars;
  readonly #acts: ActRunner;
  readonly #sides: SideProcesses;

  constructor(calendars: EngineCalendars, acts: ActRunner, sides: SideProcesses) {
    this.#calendars = calendars;
    this.#acts = acts;
    this.#sides = sides;
  }

  /** In the transaction that has locked the lead's task. @throws no-time-to-assist, assist-too-long, asked-already */
  async begin(tx: Transaction, principal: Principal, request: HelperRequest): Promise<TaskAnswer> {
    const { kind, step, unit, opinion, detail } = request;
    const days = this.#daysOf(request, await actLimit(tx, `${kind}-days`));
    return await this.#sides.begin(tx, principal, {
      side: {
        caseId: step.caseId,
        kind,
        forInstance: step.instanceId,
        forKey: step.key,
        trigger: null,
        text: opinion,
        unit,
        variables: { days, asked: opinion, leadUnit: step.unitId },
      },
      line: {
        kind: kinds[kind].trail,
        title: kinds[kind].title,
        step: step.name,
        elementId: step.elementId,
        unit: step.unitName ?? undefined,
        actor: trailActorOf(principal, step.unitId),
        opinion,
        ...(detail && { detail }),
        definition: { key: step.definitionKey, version: step.definitionVersion },
      },
    });
  }

  /**
   * Helpers' days are working days, by whatever calendar the lead's term is counted.
   *
   * @param usual unless told; whoever helps handle it then has as many as the lead can spare
   */
  #daysOf({ kind, step: { name, dueAt }, days: asked }: HelperRequest, usual: number): number {
    if (!dueAt) return asked ?? usual;
    const calendar = this.#calendars.working();
    const add = (from: string, days: number) => calendar.addDuration(from, `P${days}D`).dueAt;
    const most = mostAssistDays(this.#acts.now().toISOString(), dueAt.toISOString(), add);
    if (most === 0)
      throw actRefused('no-time-to-assist', `"${name}" has less than two working days left; extend its term first.`);
    if (asked !== undefined && asked > most)
      throw actRefused(
        'assist-too-long',
        `A helper of "${name}" has ${most} working day(s) at most, one less than the lead.`,
      );
    return asked ?? (kind === 'assist' ? most : Math.min(most, usual));
  }
}
