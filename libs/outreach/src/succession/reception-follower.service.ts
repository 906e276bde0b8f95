import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { Database } from '@lianban/platform';

/** Receptions that are still to be held follow a unit: they go by its name, and to its successor where it ends. */
@Injectable()
export class ReceptionFollower implements UnitFollower, OnModuleInit {
  readonly #database: Database;
  readonly #followers: UnitFollowers;
  readonly #units: UnitService;

  constructor(database: Database, followers: UnitFollowers, units: UnitService) {
    this.#database = database;
    this.#followers = followers;
    this.#units = units;
  }

  onModuleInit(): void {
    this.#followers.register(this);
  }

  async thingsOf(unitId: string): Promise<ThingOfUnit[]> {
    const [row] = await this.#database.query<{ count: number }>({
      text: `SELECT count(*)::int AS count FROM outreach.reception
             WHERE unit_id = $1 AND state IN ('draft', 'published')`,
      values: [unitId],
    });
    return [{ what: 'receptions', count: row?.count ?? 0, open: true }];
  }

  async follow(change: UnitChange): Promise<number> {
    const unit = (await this.#units.standing([change.unitId])).get(change.unitId);
    if (!unit) return 0;
    const moved = await this.#database.query({
      text: `UPDATE outreach.reception SET unit_id = $2, unit_name = $3
             WHERE unit_id = $1 AND state IN ('draft', 'published') AND (unit_id, unit_name) <> ($2, $3) RETURNING id`,
      values: [change.unitId, unit.id, unit.name],
    });
    return moved.length;
  }
}
