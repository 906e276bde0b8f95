import { Injectable } from '@nestjs/common';
import { AccessService, outsideScope, type Principal } from '@lianban/identity';
import { isUuid, type Transaction } from '@lianban/platform';
import { notAtDesk, receptionUnknown } from './reception.errors.js';
import { lockReception, type LockedReception } from './reception.sql.js';

/** Who may know of a reception, plan it, and sit at its desk (book for residents, take down who came, open cases). */
@Injectable()
export class ReceptionAccess {
  readonly #access: AccessService;

  constructor(access: AccessService) {
    this.#access = access;
  }

  /** Beginnings of the paths of the units whose receptions a person may see, for LIKE. @throws permission-missing */
  pathsOf(principal: Principal): string[] {
    this.#access.require(principal, 'outreach.read');
    return this.#access.unitScope(principal, 'outreach.read').paths.map((path) => `${path}%`);
  }

  /** Whether a person plans the receptions of the unit with this path. */
  mayPlan(principal: Principal, unitPath: string): boolean {
    return this.#access.canIn(principal, 'outreach.manage', unitPath);
  }

  /** As {@link mayPlan}, as a gate. @throws permission-missing, outside-scope */
  requirePlan(principal: Principal, unitPath: string): void {
    this.#access.requireIn(principal, 'outreach.manage', unitPath);
  }

  /** Whether a person sits at the desk of the unit with this path: registers requests there or plans its receptions. */
  mayServe(principal: Principal, unitPath: string): boolean {
    return this.mayPlan(principal, unitPath) || this.mayRegister(principal, unitPath);
  }

  /** Whether a person registers requests for the unit with this path. */
  mayRegister(principal: Principal, unitPath: string): boolean {
    return this.#access.canIn(principal, 'case.register', unitPath);
  }

  /** A reception that a person plans, held for a change. @throws permission-missing, reception-unknown, outside-scope */
  async lockToPlan(tx: Transaction, principal: Principal, id: string): Promise<LockedReception> {
    const reception = await this.#known(tx, principal, { id, mode: 'change' });
    if (!this.mayPlan(principal, reception.unitPath)) throw outsideScope('outreach.manage');
    return reception;
  }

  /** A reception at whose desk a person sits, held. @throws permission-missing, reception-unknown, not-at-desk */
  async lockToServe(
    tx: Transaction,
    principal: Principal,
    id: string,
    mode: 'change' | 'book' = 'book',
  ): Promise<LockedReception> {
    const reception = await this.#known(tx, principal, { id, mode });
    if (!this.mayServe(principal, reception.unitPath)) throw notAtDesk();
    return reception;
  }

  async #known(
    tx: Transaction,
    principal: Principal,
    { id, mode }: { readonly id: string; readonly mode: 'change' | 'book' },
  ): Promise<LockedReception> {
    this.#access.require(principal, 'outreach.read');
    const reception = isUuid(id) ? await lockReception(tx, id, mode) : undefined;
    if (!reception || !this.#access.canIn(principal, 'outreach.read', reception.unitPath)) throw receptionUnknown(id);
    return reception;
  }
}
