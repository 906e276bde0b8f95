import { Injectable } from '@nestjs/common';
import { CommandService, type PersonalActor } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { actorOf } from '../actor.rules.js';
import { CaseAccess } from '../cases/case-access.js';
import { readCase, type CaseRecord } from '../cases/case-record.sql.js';
import { actRefused, withdrawalNotYours } from '../casework.errors.js';
import { hasMerged } from '../exits/exit.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import type { Withdrawal } from './act.js';

/** Takes a case back before it is decided (撤回): its process ends, its open tasks with it. */
@Injectable()
export class WithdrawalService {
  readonly #idempotency: IdempotencyService;
  readonly #commands: CommandService;
  readonly #cases: CaseAccess;

  constructor(idempotency: IdempotencyService, commands: CommandService, cases: CaseAccess) {
    this.#idempotency = idempotency;
    this.#commands = commands;
    this.#cases = cases;
  }

  /**
   * For who registered the case, and for who may assign tasks in the unit that was asked first.
   *
   * @throws permission-missing, case-unknown, withdrawal-not-yours, case-ended, case-merged, has-merged
   */
  async withdraw(
    principal: Principal,
    caseId: string,
    { opinion }: Withdrawal,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#cases.require(principal, caseId);
    await this.#idempotency.transaction(request, async (tx) => {
      const file = await readCase(tx, caseId);
      if (!(await this.#cases.mayWithdraw(principal, file, tx))) throw withdrawalNotYours();
      await this.end(tx, file, actorOf(principal, file.firstUnitId, opinion), opinion);
      return {};
    });
  }

  /** Ends the process of a case that is still open. @throws case-ended, case-merged, has-merged */
  async end(tx: Transaction, file: CaseRecord, actor: PersonalActor, reason: string): Promise<void> {
    if (file.state === 'merged')
      throw actRefused('case-merged', 'The case is handled with another one; have it separated first.');
    if (file.state !== 'open') throw actRefused('case-ended', 'The case is over already, so it cannot be withdrawn.');
    await this.#commands.execute(tx, {
      instanceId: file.instanceId,
      command: { type: 'cancel-instance', reason },
      actor,
    });
    if (await hasMerged(tx, file.id))
      throw actRefused('has-merged', 'Other cases are handled with this one; separate them first.');
  }
}
