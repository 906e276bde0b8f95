import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, isUuid, newId, pageOf, uniqueViolation, uuidMark, type Page } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { actRefused } from '../casework.errors.js';
import { CaseAccess, mayRead } from '../cases/case-access.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { trailActorOf } from '../trail/act-line.js';
import { exclusionNotOpen, exclusionReasonUnknown } from './exclusion.errors.js';
import type { Exclusion, ExclusionDecision, ExclusionItem } from './exclusion.js';

/**
 * Leaves cases out of adjusted rates (剔除): who handles asks with a reason of a list, somebody who supervises looks at
 * it. Raw rates always stand beside.
 */
@Injectable()
export class ExclusionService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #acts: ActRunner;

  constructor(database: Database, access: AccessService, cases: CaseAccess, acts: ActRunner) {
    this.#database = database;
    this.#access = access;
    this.#cases = cases;
    this.#acts = acts;
  }

  /** Reasons, in the order of the screen. */
  async reasons(): Promise<{ code: string; name: string }[]> {
    return await this.#database.query({
      text: 'SELECT code, name FROM casework.exclusion_reason WHERE active ORDER BY position, code',
    });
  }

  /**
   * Asks; for who handles tasks and may read the case, once until it is refused.
   *
   * @throws permission-missing, case-unknown, exclusion-reason-unknown, excluded-already
   */
  async ask(
    principal: Principal,
    caseId: string,
    { reason, opinion }: Exclusion,
    request?: IdempotentRequest,
  ): Promise<void> {
    this.#access.require(principal, 'task.handle');
    await this.#cases.require(principal, caseId);
    const reasons = await this.reasons();
    const named = reasons.find(({ code }) => code === reason);
    if (!named) throw exclusionReasonUnknown(reason, reasons);
    const at = this.#acts.now();
    try {
      await this.#acts.run<void>(request, async (tx) => {
        await tx.query({
          text: `INSERT INTO casework.exclusion (id, case_id, reason_code, opinion, asked_by, asked_by_name, asked_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          values: [newId(), caseId, reason, opinion, principal.accountId, principal.displayName, at],
        });
        const line = {
          at,
          kind: 'exclusion-asked',
          title: '申请剔除',
          opinion,
          detail: { reason: named.name },
        } as const;
        await this.#acts.tell(tx, caseId, { ...line, actor: trailActorOf(principal) });
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'exclusion_case') throw error;
      throw actRefused('excluded-already', 'It was asked before that this case be left out, and not refused.');
    }
  }

  /** One page of the requests about cases that one may read, the newest first. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    query: {
      readonly state?: ExclusionItem['state'] | undefined;
      readonly limit: number;
      readonly after?: string | undefined;
    },
  ): Promise<Page<ExclusionItem>> {
    this.#access.require(principal, 'supervision.read');
    const scope = this.#cases.scopeOf(principal);
    const after = uuidMark(query.after) ?? null;
    const decides = this.#access.can(principal, 'supervision.order');
    const rows = await this.#database.query<ItemRow>({
      text: `SELECT exclusion.id, file.id AS "caseId", file.code, file.title, file.first_unit_name AS unit,
               reason.name AS reason, exclusion.opinion, asked_by AS "askedById", asked_by_name AS "askedBy",
               asked_at AS "askedAt", exclusion.state, decided_by_name AS "decidedBy", decision
             FROM casework.exclusion JOIN casework.case_file file ON file.id = case_id
               JOIN casework.exclusion_reason reason ON reason.code = reason_code
             WHERE ($1::text IS NULL OR exclusion.state = $1) AND ($2::uuid IS NULL OR exclusion.id < $2)
               AND ${mayRead('$3', '$4')}
             ORDER BY exclusion.id DESC LIMIT $5`,
      values: [query.state ?? null, after, scope.accountId, scope.unitIds, query.limit + 1],
    });
    const page = pageOf(rows, query.limit, ({ id }) => [id]);
    const items = page.items.map(({ askedById, askedAt, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      canDecide: decides && row.state === 'asked' && askedById !== principal.accountId,
    }));
    return { items, next: page.next };
  }

  /** Decides; by who gives supervision orders, never by who asked. @throws permission-missing, case-unknown, exclusion-not-open */
  async decide(
    principal: Principal,
    id: string,
    { granted, opinion }: ExclusionDecision,
    request?: IdempotentRequest,
  ): Promise<void> {
    this.#access.require(principal, 'supervision.order');
    if (!isUuid(id)) throw exclusionNotOpen(id);
    const [asked] = await this.#database.query<{ caseId: string }>({
      text: 'SELECT case_id AS "caseId" FROM casework.exclusion WHERE id = $1',
      values: [id],
    });
    if (!asked) throw exclusionNotOpen(id);
    await this.#cases.require(principal, asked.caseId);
    const at = this.#acts.now();
    await this.#acts.run<void>(request, async (tx) => {
      const decided = await tx.query({
        text: `UPDATE casework.exclusion SET state = $2, decided_by = $3, decided_by_name = $4, decided_at = $5, decision = $6
               WHERE id = $1 AND state = 'asked' AND asked_by <> $3 RETURNING id`,
        values: [id, granted ? 'granted' : 'refused', principal.accountId, principal.displayName, at, opinion],
      });
      if (decided.length === 0) throw exclusionNotOpen(id);
      const title = granted ? '同意剔除' : '不同意剔除';
      const line = { at, kind: 'exclusion-decided', title, opinion, actor: trailActorOf(principal) } as const;
      await this.#acts.tell(tx, asked.caseId, line);
    });
  }
}

interface ItemRow extends Omit<ExclusionItem, 'askedAt' | 'canDecide'> {
  readonly askedById: string;
  readonly askedAt: Date;
}
