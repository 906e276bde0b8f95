import { Inject, Injectable } from '@nestjs/common';
import { MembershipService } from '@lianban/organisation';
import { CLOCK, CONFIG, Database, type Clock, type Config, type Transaction } from '@lianban/platform';
import { isPermission, type Permission } from './permission.js';
import type { AbsentColleague, Due, Principal, PrincipalGrant, SignsInBy } from './principal.js';

interface PrincipalRow {
  readonly username: string;
  readonly displayName: string;
  readonly signsInBy: SignsInBy;
  readonly grants: readonly GrantRow[];
  readonly standsInFor: readonly AbsentColleague[];
  readonly passwordDue: boolean;
  readonly hasSecondFactor: boolean;
  readonly secondFactorRoles: readonly string[];
  readonly singleSessionRoles: readonly string[];
}

interface GrantRow {
  readonly code: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly permissions: readonly string[];
}

/** Reads who a person is and what they may do. Never cached: a revoked role ends with the next request. */
@Injectable()
export class PrincipalService {
  readonly #database: Database;
  readonly #memberships: MembershipService;
  readonly #clock: Clock;

  readonly #shared: boolean;

  constructor(
    database: Database,
    memberships: MembershipService,
    @Inject(CLOCK) clock: Clock,
    // Everybody who looks at a demo shares its accounts: none can be bound to one person's device or window.
    @Inject(CONFIG) { demo }: Pick<Config, 'demo'>,
  ) {
    this.#shared = demo;
    this.#database = database;
    this.#memberships = memberships;
    this.#clock = clock;
  }

  /** Undefined: no such account, or it is disabled. */
  async find(accountId: string, tx?: Transaction): Promise<Principal | undefined> {
    const [row] = await (tx ?? this.#database).query<PrincipalRow>({
      name: 'identity-principal',
      text: `SELECT account.username, account.display_name AS "displayName", account.sign_in AS "signsInBy",
               coalesce(json_agg(json_build_object('code', role.code, 'name', role.name, 'unitId', unit.id,
                 'unitPath', unit.path, 'permissions', role.permissions) ORDER BY granted.granted_at, role.code, unit.id)
                 FILTER (WHERE role.code IS NOT NULL), '[]') AS grants,
               (SELECT coalesce(json_agg(json_build_object('accountId', absent.id, 'username', absent.username,
                   'displayName', absent.display_name) ORDER BY absent.id), '[]')
                 FROM identity.absence JOIN identity.account absent ON absent.id = absence.account_id
                 WHERE absence.substitute_id = account.id AND absence.ended_at IS NULL
                   AND absence.starts_at <= $2 AND absence.ends_at > $2) AS "standsInFor",
               account.sign_in = 'password' AND (account.password_change_needed
                 OR account.password_changed_at + policy.password_life <= $2 IS TRUE) AS "passwordDue",
               EXISTS (SELECT FROM identity.totp WHERE totp.account_id = account.id AND secret IS NOT NULL)
                 OR EXISTS (SELECT FROM identity.passkey WHERE passkey.account_id = account.id) AS "hasSecondFactor",
               policy.second_factor_roles AS "secondFactorRoles", policy.single_session_roles AS "singleSessionRoles"
             FROM identity.account
             CROSS JOIN identity.sign_in_policy AS policy
             LEFT JOIN identity.role_grant AS granted ON granted.account_id = account.id AND granted.revoked_at IS NULL
             LEFT JOIN identity.role ON role.code = granted.role_code
             LEFT JOIN organisation.unit ON unit.id = granted.unit_id
             WHERE account.id = $1 AND account.disabled_at IS NULL
             GROUP BY account.id, policy.id`,
      values: [accountId, this.#clock.now()],
    });
    if (!row) return undefined;
    const grants = row.grants.map(grantOf);
    const roles = [...new Set(grants.map((grant) => grant.role.code))];
    return {
      accountId,
      username: row.username,
      displayName: row.displayName,
      signsInBy: row.signsInBy,
      roles,
      permissions: new Set(grants.flatMap((grant) => [...grant.permissions])),
      units: await this.#memberships.unitsOf(accountId, tx),
      grants,
      standsInFor: row.standsInFor,
      hasSecondFactor: row.hasSecondFactor,
      due: this.#dueOf(row, roles),
      singleSession: !this.#shared && namesOneOf(row.singleSessionRoles, roles),
    };
  }

  #dueOf(row: PrincipalRow, roles: readonly string[]): Due[] {
    const due: Due[] = row.passwordDue ? ['password'] : [];
    if (this.#shared || row.hasSecondFactor || !namesOneOf(row.secondFactorRoles, roles)) return due;
    return [...due, 'second-factor'];
  }

  /** Ids of the accounts in use that have a right over the unit with this path. */
  async holders(permission: Permission, unitPath: string, tx?: Transaction): Promise<string[]> {
    const rows = await (tx ?? this.#database).query<{ id: string }>({
      name: 'identity-holders',
      text: `SELECT DISTINCT account.id FROM identity.role_grant AS granted
             JOIN identity.role ON role.code = granted.role_code
             JOIN organisation.unit ON unit.id = granted.unit_id
             JOIN identity.account ON account.id = granted.account_id
             WHERE granted.revoked_at IS NULL AND account.disabled_at IS NULL
               AND role.permissions @> ARRAY[$1::text] AND $2 LIKE unit.path || '%'
             ORDER BY account.id`,
      values: [permission, unitPath],
    });
    return rows.map(({ id }) => id);
  }
}

function grantOf(row: GrantRow): PrincipalGrant {
  return {
    role: { code: row.code, name: row.name },
    unit: { id: row.unitId, path: row.unitPath },
    permissions: new Set(row.permissions.filter(isPermission)),
  };
}

function namesOneOf(named: readonly string[], roles: readonly string[]): boolean {
  return roles.some((role) => named.includes(role));
}
