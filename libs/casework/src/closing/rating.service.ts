import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, type Clock, type Transaction } from '@lianban/platform';
import { heldStep } from '../acts/held-step.js';
import { lockCase } from '../cases/case-record.sql.js';
import { actRefused, ownWork } from '../casework.errors.js';
import { wakeLadder } from '../ladder/ladder-watch.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { trailActorOf } from '../trail/act-line.js';
import type { TrailActor } from '../trail/trail-entry.js';
import { TrailService } from '../trail/trail.service.js';
import { checkRatings, isCallback, isDissatisfied, reopenProblem } from './closing.rules.js';
import { countRatings, hasHandled, insertRating, type RatingRow } from './closing.sql.js';
import { gradeNames, type Rating } from './rating.js';
import { ReopeningService } from './reopening.service.js';

/** Keeps what residents say of how their case was handled. No answer is never "satisfied". */
@Injectable()
export class RatingService {
  readonly #idempotency: IdempotencyService;
  readonly #reopenings: ReopeningService;
  readonly #access: AccessService;
  readonly #trail: TrailService;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    reopenings: ReopeningService,
    access: AccessService,
    trail: TrailService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#reopenings = reopenings;
    this.#access = access;
    this.#trail = trail;
    this.#clock = clock;
  }

  /**
   * Takes down what a resident said at the callback. For who holds the callback and finished no task of the case before.
   *
   * @throws permission-missing, case-unknown, task-not-held, not-a-callback, own-work, rated-enough
   */
  async rate(principal: Principal, caseId: string, rating: Rating, request?: IdempotentRequest): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#idempotency.transaction(request, async (tx) => {
      const step = await heldStep(tx, principal, caseId, undefined);
      if (!isCallback(step))
        throw actRefused(
          'not-a-callback',
          `"${step.name}" is no callback; what the resident says is taken down there.`,
        );
      if (await hasHandled(tx, caseId, principal.accountId)) throw ownWork();
      await lockCase(tx, caseId);
      const by = { accountId: principal.accountId, accountName: principal.displayName };
      await this.#keep(tx, caseId, { ...rating, ...by, source: 'callback' }, trailActorOf(principal, step.unitId));
      return { tasks: [taskRefOf(step)] };
    });
  }

  /**
   * What a resident says by themselves, once and once more. Who is not satisfied with a case that was closed not long
   * ago gets a second handling by that.
   *
   * @throws case-unknown, not-closed, rated-enough
   */
  async rateAsResident(tx: Transaction, caseId: string, rating: Rating): Promise<void> {
    const file = await lockCase(tx, caseId);
    if (file.state !== 'closed') throw actRefused('not-closed', 'A case is rated when it is closed.');
    const resident = { name: '居民' };
    await this.#keep(tx, caseId, { ...rating, accountName: resident.name, source: 'resident' }, resident);
    const again = isDissatisfied(rating.grade) && reopenProblem(file, this.#clock.now()) === undefined;
    if (again) await this.#reopenings.start(tx, caseId, { ...resident, opinion: rating.opinion ?? gradeOf(rating) });
  }

  async #keep(tx: Transaction, caseId: string, rating: Omit<RatingRow, 'at'>, actor: TrailActor): Promise<void> {
    checkRatings(await countRatings(tx, caseId, rating.source));
    const at = this.#clock.now();
    await insertRating(tx, caseId, { ...rating, at });
    await tx.query(wakeLadder(caseId, at));
    const { grade, solved = null, opinion } = rating;
    const detail = { grade, gradeName: gradeOf(rating), solved, source: rating.source };
    await this.#trail.append(tx, caseId, [{ at, kind: 'rated', title: '评价', actor, opinion, detail }]);
  }
}

function gradeOf({ grade }: { readonly grade: number }): string {
  return gradeNames[grade] ?? String(grade);
}
