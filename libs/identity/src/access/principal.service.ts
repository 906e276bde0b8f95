import { Injectable } from '@nestjs/common';
import { MembershipService } from '@lianban/organisation';
import { Database, type Transaction } from '@lianban/platform';
import { isPermission } from './permission.js';
import type { Principal, PrincipalGrant } from './principal.js';

interface PrincipalRow {
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly GrantRow[];
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

  constructor(database: Database, memberships: MembershipService) {
    this.#database = database;
    this.#memberships = memberships;
  }

  /** Undefined: no such account, or it is disabled. */
  async find(accountId: string, tx?: Transaction): Promise<Principal | undefined> {
    const [row] = await (tx ?? this.#database).query<PrincipalRow>({
      name: 'identity-principal',
      text: `SELECT account.username, account.display_name AS "displayName",
               coalesce(json_agg(json_build_object('code', role.code, 'name', role.name, 'unitId', unit.id,
                 'unitPath', unit.path, 'permissions', role.permissions) ORDER BY granted.granted_at, role.code, unit.id)
                 FILTER (WHERE role.code IS NOT NULL), '[]') AS grants
             FROM identity.account
             LEFT JOIN identity.role_grant AS granted ON granted.account_id = account.id AND granted.revoked_at IS NULL
             LEFT JOIN identity.role ON role.code = granted.role_code
             LEFT JOIN organisation.unit ON unit.id = granted.unit_id
             WHERE account.id = $1 AND account.disabled_at IS NULL
             GROUP BY account.id`,
      values: [accountId],
    });
    if (!row) return undefined;
    const grants = row.grants.map(grantOf);
    return {
      accountId,
      username: row.username,
      displayName: row.displayName,
      roles: [...new Set(grants.map((grant) => grant.role.code))],
      permissions: new Set(grants.flatMap((grant) => [...grant.permissions])),
      units: await this.#memberships.unitsOf(accountId, tx),
      grants,
    };
  }
}

function grantOf(row: GrantRow): PrincipalGrant {
  return {
    role: { code: row.code, name: row.name },
    unit: { id: row.unitId, path: row.unitPath },
    permissions: new Set(row.permissions.filter(isPermission)),
  };
}
