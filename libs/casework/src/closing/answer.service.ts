import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { SideProcesses } from '../sides/side-processes.service.js';
import type { Step } from '../tasks/step.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import { closingIncomplete } from '../service-record/service-record.errors.js';
import { closingGaps } from '../service-record/service-record.rules.js';
import { closingFactsOf } from '../service-record/service-record.sql.js';
import { dispositions, isFollowedUp, keepAnswer, type Disposition } from './answer.sql.js';
import { dispositionUnknown } from './closing.errors.js';
import { requireOwnNumbers } from './require-own-numbers.js';

/** What somebody says when settling a matter. */
interface Answer {
  /** Code; absent: the first of the list. */
  readonly disposition: string | undefined;
  /** What the resident is told. */
  readonly reply: string | undefined;
  /** The handler's opinion, for colleagues. */
  readonly opinion: string | undefined;
}

/** An answer whose disposition exists and whose reply may be told. */
interface CheckedAnswer extends Omit<Answer, 'disposition'> {
  readonly disposition: Disposition;
  /** Whether somebody chose it, or left it to the list. */
  readonly chosen: boolean;
}

/**
 * Keeps how a matter was settled: every answer has a disposition. What waits for a new policy, or for a better moment,
 * goes on beside the case with a task and a term of its own, so that closing the case does not end the duty.
 */
@Injectable()
export class AnswerService {
  readonly #acts: ActRunner;
  readonly #sides: SideProcesses;

  constructor(acts: ActRunner, sides: SideProcesses) {
    this.#acts = acts;
    this.#sides = sides;
  }

  /** Before the step is finished. @throws disposition-unknown, reply-tells-numbers */
  async check(tx: Transaction, caseId: string, { disposition: code, reply, opinion }: Answer): Promise<CheckedAnswer> {
    const all = await dispositions(tx);
    const disposition = code === undefined ? all[0] : all.find((each) => each.code === code);
    if (!disposition) throw dispositionUnknown(code ?? '', all);
    await requireOwnNumbers(tx, caseId, reply ?? '', 'reply');
    return { disposition, chosen: code !== undefined, reply, opinion };
  }

  /** After the step was finished, in the same transaction, which has the case locked. @throws closing-incomplete */
  async keep(tx: Transaction, principal: Principal, step: Step, answer: CheckedAnswer): Promise<void> {
    const { caseId, unitId } = step;
    const at = this.#acts.now();
    const { disposition, chosen, reply, opinion } = answer;
    await keepAnswer(tx, caseId, { disposition: disposition.code, reply, unitId, at });
    const gaps = closingGaps(await closingFactsOf(tx, caseId), reply);
    if (gaps.length > 0) throw closingIncomplete(gaps);
    if (chosen || reply) {
      const actor = trailActorOf(principal, step.unitId);
      const detail = { disposition: disposition.name };
      const told = { at, kind: 'answered', title: '答复', actor, detail } as const;
      await this.#acts.tell(tx, caseId, actLine(step, { ...told, ...(reply && { opinion: reply }) }));
    }
    await this.#followUp(tx, principal, step, disposition, opinion ?? disposition.name);
  }

  async #followUp(
    tx: Transaction,
    principal: Principal,
    { caseId, unitId, unitName }: Step,
    { followUp, name }: Disposition,
    text: string,
  ): Promise<void> {
    const unit = unitId === null ? principal.units[0] : { id: unitId, name: unitName ?? unitId };
    if (followUp === null || !unit || (await isFollowedUp(tx, caseId, followUp))) return;
    await this.#sides.begin(tx, principal, {
      side: { caseId, kind: followUp, forInstance: null, forKey: null, trigger: null, text, unit, variables: {} },
      line: {
        kind: 'followed-up',
        title: '后续跟踪',
        unit: unit.name,
        actor: trailActorOf(principal, unit.id),
        detail: { reason: name },
      },
    });
  }
}
