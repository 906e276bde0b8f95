import { Injectable } from '@nestjs/common';
import { AccessService, maskedForStaff, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Database, isUuid, type Transaction } from '@lianban/platform';
import { caseUnknown } from '../casework.errors.js';
import { seesResident } from '../personal/sees-resident.js';
import { notRecused } from '../recusals/recusal.sql.js';

/** What decides which cases a person may see; it goes into the SQL of every list. */
export interface CaseScope {
  readonly accountId: string;
  /** Units whose cases, and those of the units below them, the person may see. */
  readonly unitIds: readonly string[];
}

/**
 * Condition on `casework.case_file file`: the scope with this account and these units reaches the case, from which the
 * person need not step aside.
 */
export function mayRead(account: string, units: string): string {
  return `(file.registered_by = ${account}
    OR EXISTS (SELECT FROM casework.involvement WHERE case_id = file.id AND unit_id = ANY(${units}::text[]))
    OR EXISTS (SELECT FROM casework.copy WHERE account_id = ${account} AND case_id = file.id))
    AND ${notRecused('file.id', account)}`;
}

/**
 * Who may read a case: whose scope reaches a unit that ever held it, who registered it, and to whom it was copied; never
 * who steps aside from it (回避). What is said here of one case holds for the lists too, by the same conditions in SQL.
 */
@Injectable()
export class CaseAccess {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #units: UnitService;

  constructor(database: Database, access: AccessService, units: UnitService) {
    this.#database = database;
    this.#access = access;
    this.#units = units;
  }

  /** The scope of a person. @throws permission-missing */
  scopeOf(principal: Principal): CaseScope {
    this.#access.require(principal, 'case.read');
    const { unitIds } = this.#access.unitScope(principal, 'case.read');
    return { accountId: principal.accountId, unitIds };
  }

  /** Passes when a person may read a case. @throws permission-missing, case-unknown */
  async require(principal: Principal, caseId: string, tx?: Transaction): Promise<void> {
    this.#access.require(principal, 'case.read');
    if (!(await this.mayRead(principal, caseId, tx))) throw caseUnknown(caseId);
  }

  /** Whether a person may read a case. */
  async mayRead(principal: Principal, caseId: string, tx?: Transaction): Promise<boolean> {
    // PostgreSQL would fail on what is no id.
    if (!this.#access.can(principal, 'case.read') || !isUuid(caseId)) return false;
    const scope = this.scopeOf(principal);
    const known = await (tx ?? this.#database).query({
      name: 'casework-may-read',
      text: `SELECT FROM casework.case_file file WHERE id = $1 AND ${mayRead('$2', '$3')}`,
      values: [caseId, scope.accountId, scope.unitIds],
    });
    return known.length > 0;
  }

  /**
   * What is told of a case to a person who may read it: numbers in its texts that would tell who the resident is, or
   * anybody else, are masked for who may not see the resident.
   */
  async told<T>(principal: Principal, caseId: string, value: T): Promise<T> {
    const masked = maskedForStaff(value);
    if (masked === value || !this.#access.can(principal, 'case.read-personal')) return masked;
    const { unitIds } = this.#access.unitScope(principal, 'case.read-personal');
    const [seen] = await this.#database.query({
      name: 'casework-sees-resident',
      text: `SELECT FROM casework.case_file file WHERE id = $1 AND ${seesResident('file', '$2', '$3')}`,
      values: [caseId, principal.accountId, unitIds],
    });
    return seen ? value : masked;
  }

  /** Whether a person may take a case back: who registered it, or may assign tasks in the unit that was asked first. */
  async mayWithdraw(
    principal: Principal,
    file: { readonly registeredBy: string | null; readonly firstUnitId: string },
    tx?: Transaction,
  ): Promise<boolean> {
    if (file.registeredBy === principal.accountId) return true;
    if (!this.#access.can(principal, 'task.assign')) return false;
    const unit = await this.#units.find(file.firstUnitId, tx);
    return unit !== undefined && this.#access.canIn(principal, 'task.assign', unit.path);
  }

  /** Which of these units are ones in which the person may assign tasks. */
  async assignable(
    principal: Principal,
    unitIds: readonly (string | null)[],
    tx?: Transaction,
  ): Promise<ReadonlySet<string | null>> {
    if (!this.#access.can(principal, 'task.assign')) return new Set();
    const named = unitIds.filter((id) => id !== null);
    const units = named.length === 0 ? [] : [...(await this.#units.byIds(named, tx)).values()];
    return new Set(units.filter((unit) => this.#access.canIn(principal, 'task.assign', unit.path)).map(({ id }) => id));
  }

  /** Whether a person may take a closed case up again: who registered it, assigns tasks or gives supervision orders. */
  mayReopen(principal: Principal, file: { readonly registeredBy: string | null }): boolean {
    return (
      file.registeredBy === principal.accountId ||
      this.#access.can(principal, 'task.assign') ||
      this.#access.can(principal, 'supervision.order')
    );
  }
}
