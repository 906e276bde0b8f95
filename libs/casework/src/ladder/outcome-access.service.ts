import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { permissionToSeeSupervision } from '../casework.errors.js';
import { notTheirHead } from './ladder.errors.js';

/** Which bulletins and talks a person may see; it goes into the SQL of both lists. */
export interface OutcomeScope {
  /** Who steps aside from a case sees nothing of it. */
  readonly accountId: string;
  /** Path prefixes of the units that they supervise. */
  readonly supervised: readonly string[];
  /** Path prefixes of the units for which they answer: what is decided about those they see. */
  readonly answered: readonly string[];
}

/** Who supervises sees everything of the units below; who answers for a unit sees what was decided about it. */
@Injectable()
export class OutcomeAccess {
  readonly #access: AccessService;
  readonly #units: UnitService;

  constructor(access: AccessService, units: UnitService) {
    this.#access = access;
    this.#units = units;
  }

  /** @throws permission-missing */
  scopeOf(principal: Principal): OutcomeScope {
    const [supervised, answered] = (['supervision.read', 'supervision.answer'] as const).map((permission) =>
      this.#access.unitScope(principal, permission).paths.map((path) => `${path}%`),
    );
    if (!supervised || !answered || supervised.length + answered.length === 0) throw permissionToSeeSupervision();
    return { accountId: principal.accountId, supervised, answered };
  }

  /** Passes who gives orders at all. @throws permission-missing */
  requireOrders(principal: Principal): void {
    this.#access.require(principal, 'supervision.order');
  }

  /** Passes who gives orders over the unit. @throws permission-missing, outside-scope, unit-unknown */
  async requireGiver(principal: Principal, unitId: string, tx?: Transaction): Promise<void> {
    const unit = await this.#units.get(unitId, tx);
    this.#access.requireIn(principal, 'supervision.order', unit.path);
  }

  /** Passes who answers for the unit, in which they work. @throws not-their-head */
  requireHead(principal: Principal, unit: { readonly id: string; readonly name: string }): void {
    if (!this.isHead(principal, unit.id)) throw notTheirHead(unit.name);
  }

  /** Whether the person answers for the unit, in which they work. */
  isHead(principal: Principal, unitId: string): boolean {
    const unit = principal.units.find(({ id }) => id === unitId);
    return unit !== undefined && this.#access.canIn(principal, 'supervision.answer', unit.path);
  }

  /** Whether the person gives orders over the unit with this path. */
  mayOrder(principal: Principal, path: string): boolean {
    return this.#access.canIn(principal, 'supervision.order', path);
  }
}
