import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Transaction } from '@lianban/platform';
import type { Principal } from '@lianban/identity';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { findSteps, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import type { TrailDraft } from '../trail/trail-entry.js';
import { TrailService } from '../trail/trail.service.js';
import { SideProcesses, type SideDraft } from './side-processes.service.js';

/** Begins processes beside a case, with their line in its history, each in one transaction. */
@Injectable()
export class SideActs {
  readonly #idempotency: IdempotencyService;
  readonly #sides: SideProcesses;
  readonly #trail: TrailService;
  readonly #clock: Clock;

  constructor(idempotency: IdempotencyService, sides: SideProcesses, trail: TrailService, @Inject(CLOCK) clock: Clock) {
    this.#idempotency = idempotency;
    this.#sides = sides;
    this.#trail = trail;
    this.#clock = clock;
  }

  now(): Date {
    return this.#clock.now();
  }

  /** An act that is done once, however often its request comes. */
  async run(
    request: IdempotentRequest | undefined,
    act: (tx: Transaction) => Promise<TaskAnswer>,
  ): Promise<TaskAnswer> {
    return await this.#idempotency.transaction(request, act);
  }

  /** Writes a line into the history of a case. */
  async tell(tx: Transaction, caseId: string, line: TrailDraft): Promise<void> {
    await this.#trail.append(tx, caseId, [line]);
  }

  /** Starts the process and tells of it. @throws asked-already, supervised-already, definition-unknown */
  async begin(
    tx: Transaction,
    principal: Principal,
    { side, line }: { readonly side: SideDraft; readonly line: Omit<TrailDraft, 'at'> },
  ): Promise<TaskAnswer> {
    const { tasks } = await this.#sides.start(tx, principal, side);
    const steps = await findSteps(tx, tasks);
    const next = steps.map((step) => ({ step: step.name, unit: step.unitName }));
    const dueAt = steps[0]?.dueAt ?? null;
    await this.#trail.append(tx, side.caseId, [
      { ...line, at: this.now(), detail: { ...line.detail, unitId: side.unit.id, dueAt, next } },
    ]);
    return { tasks: steps.map(taskRefOf) };
  }
}
