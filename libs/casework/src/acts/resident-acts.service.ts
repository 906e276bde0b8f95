import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { PublicStatusService } from '../cases/public-status.service.js';
import { actRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { openStepsOfCase } from '../tasks/step.sql.js';
import { TrailService } from '../trail/trail.service.js';
import { ActLog } from './act-log.service.js';
import type { ResidentAct } from './act.js';
import { checkUrge } from './act.rules.js';
import { pastActs, withdrawable } from './act.sql.js';
import { WithdrawalService } from './withdrawal.service.js';

/** As the trail names somebody without an account. */
const resident = { name: '居民' };

/** What residents do to their own case with the number and the query code of their receipt. */
@Injectable()
export class ResidentActs {
  readonly #idempotency: IdempotencyService;
  readonly #status: PublicStatusService;
  readonly #withdrawals: WithdrawalService;
  readonly #trail: TrailService;
  readonly #log: ActLog;

  constructor(
    idempotency: IdempotencyService,
    status: PublicStatusService,
    withdrawals: WithdrawalService,
    trail: TrailService,
    log: ActLog,
  ) {
    this.#idempotency = idempotency;
    this.#status = status;
    this.#withdrawals = withdrawals;
    this.#trail = trail;
    this.#log = log;
  }

  /** Presses for an answer, within the same limits as staff. @throws case-unknown, case-ended, urged-today, urged-enough */
  async urge(code: string, act: ResidentAct, request?: IdempotentRequest): Promise<void> {
    await this.#act(code, act, request, async (tx, caseId) => {
      const past = await pastActs(tx, caseId);
      const [step] = await openStepsOfCase(tx, caseId);
      if (!step) throw actRefused('case-ended', 'The case has no open task, so there is nobody to urge.');
      checkUrge(past, this.#log.today());
      await this.#log.append(tx, resident, step, { kind: 'urge', opinion: act.opinion });
      const { name, elementId, unitName, unitId, dueAt } = step;
      await this.#trail.append(tx, caseId, [
        {
          at: this.#log.now(),
          kind: 'urged',
          title: '催办',
          actor: resident,
          opinion: act.opinion,
          step: name,
          elementId,
          unit: unitName ?? undefined,
          detail: { unitId, holder: step.assigneeName, dueAt },
          definition: { key: step.definitionKey, version: step.definitionVersion },
        },
      ]);
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
