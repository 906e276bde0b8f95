import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { lockCase, readCase } from '../cases/case-record.sql.js';
import { RatingService } from '../closing/rating.service.js';
import type { ResidentRating } from '../closing/rating.js';
import { actRefused } from '../casework.errors.js';
import { countLines } from '../trail/trail.sql.js';
import { PublicStatusService } from '../cases/public-status.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { ActRunner } from './act-runner.service.js';
import type { ResidentAct } from './act.js';
import { UrgeService } from './urge.service.js';
import { WithdrawalService } from './withdrawal.service.js';

/** So that nobody fills a case with lines. */
const mostSupplements = 10;

/** A merged case is urged, added to and rated where it is handled. */
function handled({ id, mergedInto }: { readonly id: string; readonly mergedInto: string | null }): string {
  return mergedInto ?? id;
}

/** As the trail names somebody without an account. */
const resident = { name: '居民' };

/** What residents do to their own case with the number and the query code of their receipt. */
@Injectable()
export class ResidentActs {
  readonly #idempotency: IdempotencyService;
  readonly #status: PublicStatusService;
  readonly #withdrawals: WithdrawalService;
  readonly #urges: UrgeService;
  readonly #ratings: RatingService;
  readonly #acts: ActRunner;

  constructor(
    idempotency: IdempotencyService,
    status: PublicStatusService,
    withdrawals: WithdrawalService,
    urges: UrgeService,
    ratings: RatingService,
    acts: ActRunner,
  ) {
    this.#idempotency = idempotency;
    this.#status = status;
    this.#withdrawals = withdrawals;
    this.#urges = urges;
    this.#ratings = ratings;
    this.#acts = acts;
  }

  /** Presses for an answer, within the same limits as staff. @throws case-unknown, case-ended, urged-today, urged-enough */
  async urge(code: string, act: ResidentAct, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, act, request, async (tx, file) => {
      await this.#urges.press(tx, handled(file), { by: resident, actor: resident, opinion: act.opinion });
    });
  }

  /** Takes the request back. @throws case-unknown, case-ended, case-merged, has-merged */
  async withdraw(code: string, act: ResidentAct, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, act, request, async (tx, { id }) => {
      const file = await readCase(tx, id);
      await this.#withdrawals.end(tx, file, { ...resident, opinion: act.opinion }, act.opinion);
    });
  }

  /**
   * Says how the case was handled; who is not satisfied gets a second handling.
   *
   * @throws case-unknown, not-closed, rated-enough
   */
  async rate(code: string, rating: ResidentRating, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, rating, request, (tx, file) => this.#ratings.rateAsResident(tx, handled(file), rating));
  }

  /** Adds facts to an open case. @throws case-unknown, case-ended, supplemented-enough */
  async supplement(code: string, act: ResidentAct, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, act, request, async (tx, file) => {
      const caseId = handled(file);
      const { state } = await lockCase(tx, caseId);
      if (state !== 'open') throw actRefused('case-ended', 'The case is over; say what is still amiss by rating it.');
      if ((await countLines(tx, caseId, 'supplemented')) >= mostSupplements)
        throw actRefused('supplemented-enough', `Facts were added ${mostSupplements} times already; call the station.`);
      const line = { at: this.#acts.now(), kind: 'supplemented', title: '补充情况', actor: resident } as const;
      await this.#acts.tell(tx, caseId, { ...line, opinion: act.opinion });
    });
  }

  async #act(
    code: string,
    { queryCode }: Pick<ResidentAct, 'queryCode'>,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, file: { readonly id: string; readonly mergedInto: string | null }) => Promise<void>,
  ): Promise<void> {
    const file = await this.#status.require(code, queryCode);
    await this.#idempotency.transaction(request, async (tx) => {
      await act(tx, file);
      return {};
    });
  }
}
