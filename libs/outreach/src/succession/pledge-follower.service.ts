import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { CLOCK, Database, type Clock } from '@lianban/platform';

/** Pledges that are not reviewed follow a unit to its successor, with their review while it is open. */
@Injectable()
export class PledgeFollower implements UnitFollower, OnModuleInit {
  readonly #database: Database;
  readonly #followers: UnitFollowers;
  readonly #units: UnitService;
  readonly #clock: Clock;

  constructor(database: Database, followers: UnitFollowers, units: UnitService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#followers = followers;
    this.#units = units;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#followers.register(this);
  }

  async thingsOf(unitId: string): Promise<ThingOfUnit[]> {
    const [row] = await this.#database.query<{ count: number }>({
      text: `SELECT count(*)::int AS count FROM outreach.pledge WHERE unit_id = $1 AND state <> 'reviewed' AND dropped_at IS NULL`,
      values: [unitId],
    });
    return [{ what: 'pledges', count: row?.count ?? 0, open: true }];
  }

  /**
   * One statement, so it is done or not. A successor with a review of its own for the year keeps that one: the delegates
   * there vote on what it goes on with.
   */
  async follow(change: UnitChange): Promise<number> {
    const unit = (await this.#units.standing([change.unitId])).get(change.unitId);
    if (!unit) return 0;
    const moved = await this.#database.query({
      text: `WITH pledge AS (
          UPDATE outreach.pledge SET unit_id = $2, unit_name = $3
          WHERE unit_id = $1 AND state <> 'reviewed' AND dropped_at IS NULL AND (unit_id, unit_name) <> ($2, $3) RETURNING id),
        told AS (
          INSERT INTO outreach.pledge_trail (subject_id, kind, at, detail)
          SELECT id, 'pledge-led-on', $4, jsonb_build_object('unit', $3::text) FROM pledge),
        review AS (
          UPDATE outreach.pledge_review old SET unit_id = $2, unit_name = $3
          WHERE unit_id = $1 AND closed_at IS NULL AND (unit_id, unit_name) <> ($2, $3)
            AND ($1 = $2 OR NOT EXISTS (
              SELECT FROM outreach.pledge_review other WHERE other.unit_id = $2 AND other.year = old.year)) RETURNING 1)
        SELECT FROM pledge UNION ALL SELECT FROM review`,
      values: [change.unitId, unit.id, unit.name, this.#clock.now()],
    });
    return moved.length;
  }
}
