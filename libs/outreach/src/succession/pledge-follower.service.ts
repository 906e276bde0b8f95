import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { lockYears } from '../pledges/pledge.sql.js';

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
   * Done as a whole or not. A successor with a review of its own for the year keeps that one: the delegates there vote on
   * what it goes on with, for which it opens again where it was closed.
   */
  async follow(change: UnitChange): Promise<number> {
    const unit = (await this.#units.standing([change.unitId])).get(change.unitId);
    if (!unit) return 0;
    return await this.#database.transaction(async (tx) => {
      const years = await lockOpenYears(tx, change.unitId);
      await lockYears(tx, unit.id, years);
      return await leadOn(tx, change.unitId, unit, this.#clock.now());
    });
  }
}

/** Locks the pledges of a unit that are not reviewed, and gives their years. */
async function lockOpenYears(tx: Transaction, unitId: string): Promise<number[]> {
  const rows = await tx.query<{ year: number }>({
    name: 'outreach-lock-open-pledges',
    text: `SELECT year FROM outreach.pledge WHERE unit_id = $1 AND state <> 'reviewed' ORDER BY id FOR UPDATE`,
    values: [unitId],
  });
  return rows.map(({ year }) => year);
}

/**
 * Leads pledges and reviews on; gives how many. A review that cannot go along is left with nothing to decide on: it is
 * closed, as it keeps what it fixed before it was opened again.
 */
async function leadOn(
  tx: Transaction,
  from: string,
  to: { readonly id: string; readonly name: string },
  now: Date,
): Promise<number> {
  const moved = await tx.query({
    name: 'outreach-lead-on',
    text: `WITH pledge AS (
        UPDATE outreach.pledge SET unit_id = $2, unit_name = $3
        WHERE unit_id = $1 AND state <> 'reviewed' AND dropped_at IS NULL AND (unit_id, unit_name) <> ($2, $3)
        RETURNING id, year, state),
      left_behind AS (
        SELECT id FROM outreach.pledge_review old
        WHERE unit_id = $1 AND $1 <> $2 AND closed_at IS NULL AND (
          EXISTS (SELECT FROM outreach.pledge_review own WHERE own.unit_id = $2 AND own.year = old.year)
          OR EXISTS (SELECT FROM outreach.pledge done
                     WHERE done.unit_id = $1 AND done.year = old.year AND done.state = 'reviewed'))),
      review AS (
        UPDATE outreach.pledge_review SET unit_id = $2, unit_name = $3
        WHERE unit_id = $1 AND closed_at IS NULL AND (unit_id, unit_name) <> ($2, $3)
          AND id NOT IN (SELECT id FROM left_behind) RETURNING 1),
      closed AS (
        UPDATE outreach.pledge_review SET closed_at = $4 WHERE id IN (SELECT id FROM left_behind) RETURNING id),
      opened AS (
        UPDATE outreach.pledge_review SET closed_at = NULL, closed_by_name = NULL
        WHERE unit_id = $2 AND closed_at IS NOT NULL AND year IN (SELECT year FROM pledge WHERE state = 'doing')
        RETURNING id),
      told AS (
        INSERT INTO outreach.pledge_trail (subject_id, kind, at, detail)
        SELECT id, kind, $4, jsonb_build_object('unit', $3::text) FROM (
          SELECT id, 'pledge-led-on' AS kind FROM pledge
          UNION ALL SELECT id, 'review-left-behind' FROM closed
          UNION ALL SELECT id, 'review-reopened' FROM opened) AS line)
      SELECT FROM pledge UNION ALL SELECT FROM review`,
    values: [from, to.id, to.name, now],
  });
  return moved.length;
}
