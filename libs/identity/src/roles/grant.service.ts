import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitService } from '@lianban/organisation';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { Account } from '../accounts/account.entity.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { accountUnknown, grantToOneself, lastHolder, rolesExclude, roleUnknown } from '../identity.errors.js';
import { RoleGrant } from './role-grant.entity.js';
import { Role } from './role.entity.js';
import { guardedPermissions, lockWatch, vacantWithout } from './watch.sql.js';

/** A role over a unit for a person, and who says so. */
export interface GrantOrder {
  readonly accountId: string;
  readonly roleCode: string;
  readonly unitId: string;
  /** Null: the installation. Whether this person may grant is for AccessService to say (`grants.manage`). */
  readonly by: Principal | null;
  readonly reason?: string;
}

/** Gives and takes roles, and records both in the audit trail. */
@Injectable()
export class GrantService {
  readonly #database: Database;
  readonly #units: UnitService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, units: UnitService, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#units = units;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Every role there is, by code. */
  async roles(): Promise<Role[]> {
    return await this.#database.dataSource.manager.find(Role, { order: { code: 'ASC' } });
  }

  /**
   * Gives a role; one that is held already changes nothing.
   *
   * @throws account-unknown, role-unknown, unit-unknown, roles-exclude-each-other, grant-to-oneself
   */
  async grant(tx: Transaction, order: GrantOrder): Promise<void> {
    refuseSelf(order);
    await this.#units.get(order.unitId, tx);
    const role = await tx.manager.findOneBy(Role, { code: order.roleCode });
    if (!role) throw roleUnknown(order.roleCode);
    const held = await lockGrants(tx, order.accountId);
    const excluded = held.find((grant) => role.excludes.includes(grant.roleCode));
    if (excluded) throw rolesExclude(role.code, excluded.roleCode);
    if (held.some((grant) => grant.roleCode === role.code && grant.unitId === order.unitId)) return;
    await tx.manager.insert(RoleGrant, {
      accountId: order.accountId,
      roleCode: role.code,
      unitId: order.unitId,
      grantedAt: this.#clock.now(),
      grantedBy: order.by?.accountId ?? null,
      revokedAt: null,
    });
    await this.#record(tx, order, 'role-granted');
  }

  /**
   * Takes a role away from now on; one that is not held changes nothing. A person does not take the last one by which
   * somebody manages roles or reads the audit trail.
   *
   * @throws account-unknown, grant-to-oneself, last-holder
   */
  async revoke(tx: Transaction, order: GrantOrder): Promise<void> {
    refuseSelf(order);
    const { accountId, roleCode, unitId, by } = order;
    if (by) await lockWatch(tx);
    const held = await lockGrants(tx, accountId);
    if (!held.some((grant) => grant.roleCode === roleCode && grant.unitId === unitId)) return;
    if (by) await requireOtherHolder(tx, order);
    const current = { accountId, roleCode, unitId, revokedAt: IsNull() };
    await tx.manager.update(RoleGrant, current, { revokedAt: this.#clock.now() });
    await this.#record(tx, order, 'role-revoked');
  }

  async #record(tx: Transaction, order: GrantOrder, action: string): Promise<void> {
    await this.#audit.append(tx, {
      stream: 'grants',
      actor: order.by && auditActor(order.by),
      action,
      subject: { type: 'account', id: order.accountId },
      detail: { role: order.roleCode, unit: order.unitId },
      result: 'done',
      ...(order.reason !== undefined && { reason: order.reason }),
    });
  }
}

function refuseSelf(order: GrantOrder): void {
  if (order.by?.accountId === order.accountId) throw grantToOneself();
}

/** @throws last-holder */
async function requireOtherHolder(tx: Transaction, { accountId, roleCode, unitId }: GrantOrder): Promise<void> {
  const role = await tx.manager.findOneBy(Role, { code: roleCode });
  const guarded = guardedPermissions.filter((permission) => role?.permissions.includes(permission));
  const vacant = await vacantWithout(tx, guarded, { accountId, grant: { roleCode, unitId } });
  if (vacant.length > 0) throw lastHolder(vacant);
}

/** The current grants of a person. The account's row is locked: two orders at once must not both find no conflict. */
async function lockGrants(tx: Transaction, accountId: string): Promise<RoleGrant[]> {
  const account = await tx.manager.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
  if (!account) throw accountUnknown(accountId);
  return await tx.manager.findBy(RoleGrant, { accountId, revokedAt: IsNull() });
}
