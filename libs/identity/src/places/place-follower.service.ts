import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ends,
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { GrantService } from '../roles/grant.service.js';

/** Places and roles follow a unit that ends: to its successor, or they end with it. */
@Injectable()
export class PlaceFollower implements UnitFollower, OnModuleInit {
  readonly #database: Database;
  readonly #followers: UnitFollowers;
  readonly #units: UnitService;
  readonly #grants: GrantService;
  readonly #clock: Clock;

  constructor(
    database: Database,
    followers: UnitFollowers,
    units: UnitService,
    grants: GrantService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#followers = followers;
    this.#units = units;
    this.#grants = grants;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#followers.register(this);
  }

  async thingsOf(unitId: string): Promise<ThingOfUnit[]> {
    const [count] = await this.#database.query<{ members: number; grants: number }>({
      text: `SELECT (SELECT count(*)::int FROM organisation.membership WHERE unit_id = $1 AND valid_to IS NULL) AS members,
               (SELECT count(*)::int FROM identity.role_grant WHERE unit_id = $1 AND revoked_at IS NULL) AS grants`,
      values: [unitId],
    });
    const { members = 0, grants = 0 } = count ?? {};
    return [
      { what: 'members', count: members, open: false },
      { what: 'grants', count: grants, open: false },
    ];
  }

  async follow(change: UnitChange): Promise<number> {
    if (!ends(change)) return 0;
    return await this.#database.transaction(async (tx) => {
      const heir = (await this.#units.standing([change.unitId], tx)).get(change.unitId)?.id ?? null;
      const places = await this.#movePlaces(tx, change.unitId, heir);
      const grants = await tx.query<{ accountId: string; roleCode: string }>({
        text: `SELECT account_id AS "accountId", role_code AS "roleCode" FROM identity.role_grant
               WHERE unit_id = $1 AND revoked_at IS NULL ORDER BY account_id, role_code`,
        values: [change.unitId],
      });
      for (const grant of grants) {
        const order = { ...grant, by: null, reason: change.reason };
        await this.#grants.revoke(tx, { ...order, unitId: change.unitId });
        if (heir !== null) await this.#grants.grant(tx, { ...order, unitId: heir });
      }
      return places + grants.length;
    });
  }

  async #movePlaces(tx: Transaction, unitId: string, heir: string | null): Promise<number> {
    const moved = await tx.query({
      text: `WITH gone AS (UPDATE organisation.membership SET valid_to = $3 WHERE unit_id = $1 AND valid_to IS NULL
               AND valid_from < $3 RETURNING account_id, post),
             come AS (INSERT INTO organisation.membership (account_id, unit_id, post, valid_from)
               SELECT account_id, $2, post, $3 FROM gone WHERE $2::text IS NOT NULL ON CONFLICT DO NOTHING)
             SELECT account_id FROM gone`,
      values: [unitId, heir, this.#clock.now()],
    });
    return moved.length;
  }
}
