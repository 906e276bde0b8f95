import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { ActLog } from '../acts/act-log.service.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { CaseAccess } from '../cases/case-access.js';
import { lockCase, type CaseRecord } from '../cases/case-record.sql.js';
import { actRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { ownStepsOfCase } from '../tasks/step.sql.js';
import { trailActorOf } from '../trail/act-line.js';
import { historicNotYours, sinceRefused } from './historic.errors.js';
import type { HistoricMark } from './historic.js';
import { sinceProblem } from './historic.rules.js';
import { historicLine } from './historic-line.js';

/** Tells long-standing matters (历史遗留) from others. The mark changes no term and no way. */
@Injectable()
export class HistoricService {
  readonly #cases: CaseAccess;
  readonly #acts: ActRunner;
  readonly #log: ActLog;

  constructor(cases: CaseAccess, acts: ActRunner, log: ActLog) {
    this.#cases = cases;
    this.#acts = acts;
    this.#log = log;
  }

  /**
   * Marks an open case, changes since when, or takes the mark off. For who holds a task of the case's own way, and for
   * who assigns tasks in the unit that has one, or that was asked first.
   *
   * @throws permission-missing, case-unknown, case-ended, historic-not-yours, since-refused, not-historic
   */
  async mark(principal: Principal, caseId: string, mark: HistoricMark, request?: IdempotentRequest): Promise<void> {
    await this.#cases.require(principal, caseId);
    const { since, opinion } = mark;
    const problem = since === null ? undefined : sinceProblem(since, this.#log.today());
    if (since !== null && problem !== undefined) throw sinceRefused(since, problem);
    await this.#acts.run(request, async (tx) => {
      const file = await lockCase(tx, caseId);
      if (file.state !== 'open') throw actRefused('case-ended', 'The case is over, so its mark stays as it is.');
      if (!(await this.#mayMark(tx, principal, file))) throw historicNotYours();
      if (since === null && file.historicSince === null)
        throw actRefused('not-historic', 'The case is not marked as historic, so there is no mark to take off.');
      await keepMark(tx, caseId, { since, reason: since === null ? null : opinion, at: this.#log.now() });
      const line = { at: this.#log.now(), since, before: file.historicSince, reason: opinion };
      await this.#acts.tell(tx, caseId, historicLine({ ...line, actor: trailActorOf(principal) }));
      return {};
    });
  }

  async #mayMark(tx: Transaction, principal: Principal, { id, firstUnitId }: CaseRecord): Promise<boolean> {
    const steps = await ownStepsOfCase(tx, id);
    if (steps.some(({ assigneeId }) => assigneeId === principal.accountId)) return true;
    const units = [firstUnitId, ...steps.map(({ unitId }) => unitId)];
    return (await this.#cases.assignable(principal, units, tx)).size > 0;
  }
}

/** `historic_at` stays: when the case was first marked. */
async function keepMark(
  tx: Transaction,
  caseId: string,
  { since, reason, at }: { readonly since: string | null; readonly reason: string | null; readonly at: Date },
): Promise<void> {
  await tx.query({
    name: 'casework-mark-historic',
    text: `UPDATE casework.case_file SET historic_since = $2, historic_reason = $3,
             historic_at = coalesce(historic_at, $4) WHERE id = $1`,
    values: [caseId, since, reason, at],
  });
}
