import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ends,
  idsOfPath,
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { Database } from '@lianban/platform';

/** Meetings whose minutes are not out follow a unit: its invitations go to its successor, which sees them. */
@Injectable()
export class MeetingFollower implements UnitFollower, OnModuleInit {
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
      text: `SELECT count(*)::int AS count FROM joint_meeting.participant
               JOIN joint_meeting.meeting ON meeting.id = meeting_id WHERE unit_id = $1 AND issued_at IS NULL`,
      values: [unitId],
    });
    return [{ what: 'meetings', count: row?.count ?? 0, open: true }];
  }

  async follow(change: UnitChange): Promise<number> {
    const unit = (await this.#units.standing([change.unitId])).get(change.unitId);
    if (!unit) return 0;
    const seen = change.kind === 'renamed' ? 0 : await this.#show(change.unitId, idsOfPath(unit.path));
    const moved = await this.#database.query({
      text: `UPDATE joint_meeting.participant old SET unit_id = $2, unit_name = $3
             FROM joint_meeting.meeting WHERE meeting.id = old.meeting_id AND meeting.issued_at IS NULL AND old.unit_id = $1
               AND (old.unit_id, old.unit_name) <> ($2, $3)
               AND ($1 = $2 OR NOT EXISTS (SELECT FROM joint_meeting.participant other
                 WHERE other.meeting_id = old.meeting_id AND other.unit_id = $2))
             RETURNING old.unit_id`,
      values: [change.unitId, unit.id, unit.name],
    });
    return seen + moved.length + (ends(change) ? await this.#release(change.unitId) : 0);
  }

  /** What the unit could see, its successor and those above it see. */
  async #show(unitId: string, to: readonly string[]): Promise<number> {
    const shown = await this.#database.query({
      text: `WITH topic AS (UPDATE joint_meeting.topic SET visible_to = ARRAY(SELECT DISTINCT unnest(visible_to || $2::text[]))
               WHERE state IN ('queued', 'scheduled') AND $1 = ANY(visible_to) AND NOT visible_to @> $2 RETURNING 1),
             meeting AS (UPDATE joint_meeting.meeting SET visible_to = ARRAY(SELECT DISTINCT unnest(visible_to || $2::text[]))
               WHERE $1 = ANY(visible_to) AND NOT visible_to @> $2 RETURNING 1)
             SELECT FROM topic UNION ALL SELECT FROM meeting`,
      values: [unitId, to],
    });
    return shown.length;
  }

  /** An invitation to a meeting to which the successor was asked itself is done with. */
  async #release(unitId: string): Promise<number> {
    const released = await this.#database.query({
      text: `DELETE FROM joint_meeting.participant USING joint_meeting.meeting
             WHERE meeting.id = meeting_id AND issued_at IS NULL AND unit_id = $1 RETURNING unit_id`,
      values: [unitId],
    });
    return released.length;
  }
}
