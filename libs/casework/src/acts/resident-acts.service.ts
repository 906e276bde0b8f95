import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { PublicStatusService } from '../cases/public-status.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import type { ResidentAct } from './act.js';
import { withdrawable } from './act.sql.js';
import { UrgeService } from './urge.service.js';
import { WithdrawalService } from './withdrawal.service.js';

/** As the trail names somebody without an account. */
const resident = { name: '居民' };

/** What residents do to their own case with the number and the query code of their receipt. */
@Injectable()
export class ResidentActs {
  readonly #idempotency: IdempotencyService;
  readonly #status: PublicStatusService;
  readonly #withdrawals: WithdrawalService;
  readonly #urges: UrgeService;

  constructor(
    idempotency: IdempotencyService,
    status: PublicStatusService,
    withdrawals: WithdrawalService,
    urges: UrgeService,
  ) {
    this.#idempotency = idempotency;
    this.#status = status;
    this.#withdrawals = withdrawals;
    this.#urges = urges;
  }

  /** Presses for an answer, within the same limits as staff. @throws case-unknown, case-ended, urged-today, urged-enough */
  async urge(code: string, act: ResidentAct, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, act, request, async (tx, caseId) => {
      await this.#urges.press(tx, caseId, { by: resident, actor: resident, opinion: act.opinion });
    });
  }

  /** Takes the request back. @throws case-unknown, case-ended */
  async withdraw(code: string, act: ResidentAct, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, act, request, async (tx, caseId) => {
      const file = await withdrawable(tx, caseId);
      await this.#withdrawals.end(tx, file, { ...resident, opinion: act.opinion }, act.opinion);
    });
  }

  async #act(
    code: string,
    { queryCode }: ResidentAct,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, caseId: string) => Promise<void>,
  ): Promise<void> {
    const { id } = await this.#status.require(code, queryCode);
    await this.#idempotency.transaction(request, async (tx) => {
      await act(tx, id);
      return {};
    });
  }
}
