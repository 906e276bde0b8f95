import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { CaseAccess } from '../cases/case-access.js';
import { lockCase, type CaseRecord } from '../cases/case-record.sql.js';
import { caseUnknown } from '../casework.errors.js';
import { openStepsOfCase } from '../tasks/step.sql.js';
import { notServing } from './service-record.errors.js';
import { isContactLate } from './service-record.rules.js';
import { serviceRowsOf, type ServiceRows } from './service-record.sql.js';
import type { ServiceRecord } from './service-record.js';

/** Reads what was done with the resident of a case, and says who may add to it. */
@Injectable()
export class ServiceRecords {
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

  /** For who may read the case. @throws permission-missing, case-unknown */
  async get(principal: Principal, caseId: string): Promise<ServiceRecord> {
    await this.#cases.require(principal, caseId);
    return await this.#cases.told(principal, caseId, await this.read(this.#database, principal, caseId));
  }

  /** As {@link get}, where the caller has checked that the case may be read. @throws case-unknown */
  async read(db: Database | Transaction, principal: Principal, caseId: string): Promise<ServiceRecord> {
    const rows = await serviceRowsOf(db, caseId);
    if (!rows) throw caseUnknown(caseId);
    return recordOf(rows, {
      now: this.#acts.now(),
      canAdd: await this.#serves(db, principal, { caseId, ownerUnitId: rows.ownerUnitId }),
    });
  }

  /**
   * Locks a case for who handles it, or works in the unit that is responsible for it.
   *
   * @throws permission-missing, case-unknown, not-serving
   */
  async lock(tx: Transaction, principal: Principal, caseId: string): Promise<CaseRecord> {
    this.#access.require(principal, 'task.handle');
    await this.#cases.require(principal, caseId, tx);
    const file = await lockCase(tx, caseId);
    if (!(await this.#serves(tx, principal, { caseId, ownerUnitId: file.ownerUnitId }))) throw notServing();
    return file;
  }

  async #serves(
    db: Database | Transaction,
    principal: Principal,
    { caseId, ownerUnitId }: { readonly caseId: string; readonly ownerUnitId: string },
  ): Promise<boolean> {
    const mine = new Set(
      principal.units.filter(({ path }) => this.#access.canIn(principal, 'task.handle', path)).map(({ id }) => id),
    );
    if (mine.has(ownerUnitId)) return true;
    const open = await openStepsOfCase(db, caseId);
    return open.some((step) => step.assigneeId === principal.accountId || mine.has(step.unitId ?? ''));
  }
}

function recordOf(rows: ServiceRows, { now, canAdd }: { readonly now: Date; readonly canAdd: boolean }): ServiceRecord {
  const { contactDueAt: due, contactedAt: at, contacts, notices, papers, proxies } = rows;
  return {
    firstContact: due && {
      dueAt: due.toISOString(),
      at: at?.toISOString() ?? null,
      late: isContactLate(due, at, now),
    },
    trips: contacts.filter(({ trip }) => trip).length,
    contacts: contacts.map((row) => ({ ...row, at: row.at.toISOString() })),
    notices: notices.map((row) => ({ ...row, at: row.at.toISOString() })),
    papers: papers.map((row) => ({
      ...row,
      receivedAt: row.receivedAt.toISOString(),
      returnedAt: row.returnedAt?.toISOString() ?? null,
    })),
    proxies: proxies.map((row) => ({
      ...row,
      beganAt: row.beganAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
    canAdd,
  };
}
