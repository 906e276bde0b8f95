import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { isUuid, newId, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { CaseAccess } from '../cases/case-access.js';
import type { CaseRecord } from '../cases/case-record.sql.js';
import { actRefused } from '../casework.errors.js';
import { requireOwnNumbers } from '../closing/require-own-numbers.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { trailActorOf } from '../trail/act-line.js';
import { paperUnknown, toldAlready } from './service-record.errors.js';
import { ServiceRecords } from './service-records.service.js';
import type { Paper, PaperNotice, ServiceRecord } from './service-record.js';

/**
 * Papers of a case: which are missing is told at once (一次性告知), what is handed in is written down, and originals are
 * given back before the case is closed.
 */
@Injectable()
export class PapersService {
  readonly #acts: ActRunner;
  readonly #cases: CaseAccess;
  readonly #records: ServiceRecords;

  constructor(acts: ActRunner, cases: CaseAccess, records: ServiceRecords) {
    this.#acts = acts;
    this.#cases = cases;
    this.#records = records;
  }

  /**
   * Tells the resident all that is missing, once; a second time is for who may assign tasks in the responsible unit.
   *
   * @throws permission-missing, case-unknown, not-serving, case-ended, papers-told-already,
   *   reply-tells-numbers
   */
  async tell(
    principal: Principal,
    caseId: string,
    { items, text }: PaperNotice,
    request?: IdempotentRequest,
  ): Promise<ServiceRecord> {
    return await this.#act(principal, caseId, request, async (tx, file) => {
      const told = await toldItems(tx, caseId);
      const assigns = await this.#cases.assignable(principal, [file.ownerUnitId], tx);
      if (told > 0 && !assigns.has(file.ownerUnitId)) throw toldAlready(told);
      await requireOwnNumbers(tx, caseId, [...items, text ?? ''].join('\n'), 'items');
      const at = this.#acts.now();
      const actor = trailActorOf(principal);
      await tx.query({
        name: 'casework-insert-paper-notice',
        text: `INSERT INTO casework.paper_notice (id, case_id, at, items, text, by_name, unit_name)
               VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        values: [newId(), caseId, at, items, text ?? null, principal.displayName, actor.unit ?? null],
      });
      const opinion = [items.join('、'), text].filter(Boolean).join('；');
      return { kind: 'papers-told', title: '一次性告知', opinion, detail: { items } };
    });
  }

  /** @throws permission-missing, case-unknown, not-serving, case-ended, reply-tells-numbers */
  async receive(
    principal: Principal,
    caseId: string,
    { name, original }: Paper,
    request?: IdempotentRequest,
  ): Promise<ServiceRecord> {
    return await this.#act(principal, caseId, request, async (tx) => {
      await requireOwnNumbers(tx, caseId, name, 'name');
      await tx.query({
        name: 'casework-insert-paper',
        text: `INSERT INTO casework.paper (id, case_id, name, original, received_at, received_by_name)
               VALUES ($1, $2, $3, $4, $5, $6)`,
        values: [newId(), caseId, name, original, this.#acts.now(), principal.displayName],
      });
      return { kind: 'paper-received', title: '收取材料', opinion: name, detail: { paper: name, original } };
    });
  }

  /** @throws permission-missing, case-unknown, not-serving, paper-unknown */
  async giveBack(
    principal: Principal,
    caseId: string,
    paperId: string,
    request?: IdempotentRequest,
  ): Promise<ServiceRecord> {
    return await this.#act(
      principal,
      caseId,
      request,
      async (tx) => {
        const [paper] = isUuid(paperId)
          ? await tx.query<{ name: string }>({
              name: 'casework-return-paper',
              text: `UPDATE casework.paper SET returned_at = $3, returned_by_name = $4
                     WHERE id = $1 AND case_id = $2 AND returned_at IS NULL RETURNING name`,
              values: [paperId, caseId, this.#acts.now(), principal.displayName],
            })
          : [];
        if (!paper) throw paperUnknown(paperId);
        return { kind: 'paper-returned', title: '退还材料', opinion: paper.name, detail: { paper: paper.name } };
      },
      { ended: true },
    );
  }

  async #act(
    principal: Principal,
    caseId: string,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, file: CaseRecord) => Promise<PaperLine>,
    { ended = false }: { readonly ended?: boolean } = {},
  ): Promise<ServiceRecord> {
    return await this.#acts.run(request, async (tx) => {
      const file = await this.#records.lock(tx, principal, caseId);
      if (!ended && file.state !== 'open')
        throw actRefused('case-ended', 'The case is over, so no papers are asked for or taken any more.');
      const line = await act(tx, file);
      const actor = trailActorOf(principal);
      await this.#acts.tell(tx, caseId, { ...line, at: this.#acts.now(), actor, unit: actor.unit });
      return await this.#records.read(tx, principal, caseId);
    });
  }
}

/** What the history tells of it. */
interface PaperLine {
  readonly kind: 'papers-told' | 'paper-received' | 'paper-returned';
  readonly title: string;
  readonly opinion: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** How many missing papers the resident was told of. */
async function toldItems(tx: Transaction, caseId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>({
    name: 'casework-told-papers',
    text: 'SELECT coalesce(sum(cardinality(items)), 0)::int AS n FROM casework.paper_notice WHERE case_id = $1',
    values: [caseId],
  });
  return row?.n ?? 0;
}
