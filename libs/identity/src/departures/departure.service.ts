import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, isUuid, newId, uniqueViolation, type Clock, type Transaction } from '@lianban/platform';
import { PrincipalService } from '../access/principal.service.js';
import type { Principal } from '../access/principal.js';
import { AccountService } from '../accounts/account.service.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { accountUnknown } from '../identity.errors.js';
import { GrantService } from '../roles/grant.service.js';
import { guardedPermissions, lockWatch, vacantWithout } from '../roles/watch.sql.js';
import { departureRefused, departureUnknown } from './departure.errors.js';
import type { Departure, DepartureActor, NewDeparture } from './departure.js';
import {
  cancelDeparture,
  dueDepartures,
  endPlaces,
  finishDeparture,
  insertDeparture,
  openDeparture,
  takeDeparture,
} from './departure.sql.js';

/** Who was signed in when the account closed may still finish what they had begun; then nothing comes to them any more. */
const afterwards = 5 * 60_000;
const atOnce = 50;

/**
 * People leave (离岗): from a day on their account is closed, their sessions, places, roles and substitutions end. Their
 * tasks are for casework, which comes back until none is left.
 */
@Injectable()
export class DepartureService {
  readonly #database: Database;
  readonly #principals: PrincipalService;
  readonly #accounts: AccountService;
  readonly #grants: GrantService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    principals: PrincipalService,
    accounts: AccountService,
    grants: GrantService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#principals = principals;
    this.#accounts = accounts;
    this.#grants = grants;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** What is set for a person and not over. */
  async find(accountId: string): Promise<Departure | undefined> {
    return await openDeparture(this.#database, accountId);
  }

  /** A page of departures whose day has begun and that are not over. @param today in the installation's time zone */
  async due(today: string, after?: Departure): Promise<Departure[]> {
    return await dueDepartures(this.#database, today, { after, limit: atOnce });
  }

  /**
   * Sets from when on somebody is gone, and who takes over. Whether the principal may is for the caller to say.
   *
   * @throws account-unknown, departure-refused
   */
  async set(tx: Transaction, principal: Principal, accountId: string, draft: NewDeparture): Promise<Departure> {
    const person = isUuid(accountId) ? await this.#principals.find(accountId, tx) : undefined;
    if (!person) throw accountUnknown(accountId);
    if (accountId === principal.accountId)
      throw departureRefused('person', 'nobody closes their own account', '不能停用自己的账号');
    await this.#requireSeparation(tx, principal, person);
    const receiver = draft.receiver === undefined ? undefined : await this.#principals.find(draft.receiver, tx);
    if (draft.receiver !== undefined && (!receiver || receiver.accountId === accountId))
      throw departureRefused('receiver', 'expected another person whose account is open', '请选择其他在岗人员');
    const { day, reason } = draft;
    const departure = {
      id: newId(),
      unitId: person.units[0]?.id ?? null,
      day,
      receiverId: receiver?.accountId ?? null,
      reason,
      setBy: actorOf(principal),
    };
    try {
      await insertDeparture(tx, { ...departure, accountId, setAt: this.#clock.now() });
    } catch (error) {
      if (uniqueViolation(error) !== 'departure_open') throw error;
      throw departureRefused('person', 'a departure of theirs is set already', '已经安排离岗');
    }
    const detail = { day, receiver: departure.receiverId };
    await this.#record(tx, { principal, accountId, action: 'departure-set', reason, detail });
    return {
      ...departure,
      person: { id: accountId, username: person.username, name: person.displayName },
      closed: false,
    };
  }

  /** Takes back what is still to come. @throws departure-unknown */
  async cancel(tx: Transaction, principal: Principal, accountId: string): Promise<void> {
    if (!(await cancelDeparture(tx, accountId, this.#clock.now()))) throw departureUnknown(accountId);
    await this.#record(tx, { principal, accountId, action: 'departure-cancelled' });
  }

  /**
   * Closes the account and ends all that goes with it; once, however many processes do it.
   *
   * @throws departure-refused where the person was given a role since then that whoever set it may not end
   */
  async close(tx: Transaction, { id, person, reason, setBy }: Departure): Promise<void> {
    const now = this.#clock.now();
    const leaver = await this.#principals.find(person.id, tx);
    if (leaver) await this.#requireSeparation(tx, await this.#principals.find(setBy.accountId, tx), leaver);
    if (!(await takeDeparture(tx, id, now))) return;
    await this.#accounts.disable(tx, person.id);
    await endPlaces(tx, person.id, now);
    const held = await tx.query<{ roleCode: string; unitId: string }>({
      text: `SELECT role_code AS "roleCode", unit_id AS "unitId" FROM identity.role_grant
             WHERE account_id = $1 AND revoked_at IS NULL`,
      values: [person.id],
    });
    for (const grant of held) await this.#grants.revoke(tx, { accountId: person.id, ...grant, by: null, reason });
    await this.#record(tx, { accountId: person.id, action: 'account-closed', reason });
  }

  /** Marks as over what was closed long enough ago that nothing can come to the person any more. */
  async finish({ id }: Departure): Promise<void> {
    const now = this.#clock.now();
    await finishDeparture(this.#database, id, new Date(now.getTime() - afterwards), now);
  }

  /** Nobody ends the duties that watch over them (三员分立), and none of these is left to nobody. */
  async #requireSeparation(tx: Transaction, asker: Principal | undefined, person: Principal): Promise<void> {
    const guarded = guardedPermissions.filter((permission) => person.permissions.has(permission));
    if (guarded.length === 0) return;
    if (!asker?.permissions.has('grants.manage'))
      throw departureRefused(
        'person',
        `they hold ${guarded.join(' and ')}; let a security administrator take that role away first`,
        '此人是安全或审计管理员，请先由安全管理员收回其角色',
      );
    await lockWatch(tx);
    const vacant = await vacantWithout(tx, guarded, { accountId: person.accountId });
    if (vacant.length > 0)
      throw departureRefused(
        'person',
        `they are the last who holds ${vacant.join(' and ')}; give that role to somebody else first`,
        '此人是最后一位安全或审计管理员，请先授权给其他人员',
      );
  }

  async #record(
    tx: Transaction,
    said: {
      readonly principal?: Principal;
      readonly accountId: string;
      readonly action: string;
      readonly reason?: string;
      readonly detail?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { principal, accountId, action, reason, detail } = said;
    await this.#audit.append(tx, {
      actor: principal ? auditActor(principal) : null,
      action,
      subject: { type: 'account', id: accountId },
      result: 'done',
      ...(reason !== undefined && { reason }),
      ...(detail && { detail }),
    });
  }
}

function actorOf({ accountId, displayName, grants: [grant], units: [unit] }: Principal): DepartureActor {
  return { accountId, name: displayName, ...(grant && { role: grant.role.name }), ...(unit && { unit: unit.name }) };
}
