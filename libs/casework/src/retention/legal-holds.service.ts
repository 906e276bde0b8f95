import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { ActRunner } from '../acts/act-runner.service.js';
import { CaseAccess } from '../cases/case-access.js';
import { lockCase } from '../cases/case-record.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { trailActorOf } from '../trail/act-line.js';
import { holdRefused } from './retention.errors.js';
import type { LegalHold } from './retention.js';
import { deleteHold, findHold, insertHold } from './retention.sql.js';

/** Keeps the personal data of single cases beyond their term, e.g. while a lawsuit goes on; for who supervises them. */
@Injectable()
export class LegalHolds {
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #acts: ActRunner;

  constructor(access: AccessService, cases: CaseAccess, acts: ActRunner) {
    this.#access = access;
    this.#cases = cases;
    this.#acts = acts;
  }

  /** @throws permission-missing, case-unknown, hold-refused */
  async set(
    principal: Principal,
    caseId: string,
    { hold, reason }: LegalHold,
    request?: IdempotentRequest,
  ): Promise<void> {
    this.#access.require(principal, 'supervision.order');
    await this.#cases.require(principal, caseId);
    await this.#acts.run(request, async (tx) => {
      const { anonymisedAt } = await lockCase(tx, caseId);
      if (anonymisedAt) throw holdRefused('gone');
      const held = await findHold(tx, caseId);
      if (hold === (held !== undefined)) throw holdRefused(hold ? 'held' : 'not-held');
      const at = this.#acts.now();
      if (hold) await insertHold(tx, { caseId, reason, by: principal.displayName, at });
      else await deleteHold(tx, caseId);
      await this.#acts.tell(tx, caseId, {
        at,
        actor: trailActorOf(principal),
        kind: hold ? 'data-held' : 'data-let-go',
        title: hold ? '暂停删除个人信息' : '恢复按期删除个人信息',
        opinion: reason,
      });
      return {};
    });
  }
}
