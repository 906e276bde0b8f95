import { Injectable, type OnModuleInit } from '@nestjs/common';
import { concernsSql } from '@lianban/casework';
import {
  ends,
  idsOfPath,
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type Unit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { Database } from '@lianban/platform';
import { concernsAgenda } from '../meetings/reader.sql.js';

/**
 * Meetings whose minutes are not out, and whistles that are not over, follow a unit: its invitations and calls go to its
 * successor, which sees them. Who is complained of by a case of theirs steps aside, as where units are asked.
 */
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
      text: `SELECT ((SELECT count(*) FROM joint_meeting.participant JOIN joint_meeting.meeting ON meeting.id = meeting_id
                 WHERE unit_id = $1 AND issued_at IS NULL)
               + (SELECT count(*) FROM joint_meeting.whistle LEFT JOIN joint_meeting.whistle_unit called
                   ON called.whistle_id = whistle.id AND called.unit_id = $1
                 WHERE ended_at IS NULL AND (caller_id = $1 OR called.unit_id IS NOT NULL)))::int AS count`,
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
               AND ($1 = $2 OR NOT ${concernsAgenda('old.meeting_id', '$2')}
                 AND NOT EXISTS (SELECT FROM joint_meeting.participant other
                   WHERE other.meeting_id = old.meeting_id AND other.unit_id = $2))
             RETURNING old.unit_id`,
      values: [change.unitId, unit.id, unit.name],
    });
    const called = await this.#moveWhistles(change.unitId, unit);
    const released = change.kind === 'renamed' ? 0 : await this.#release(change, unit.id);
    return seen + moved.length + called + released;
  }

  /** What the unit could see, its successor and those above it see. */
  async #show(unitId: string, to: readonly string[]): Promise<number> {
    const shown = await this.#database.query({
      text: `WITH topic AS (UPDATE joint_meeting.topic SET visible_to = ARRAY(SELECT DISTINCT unnest(visible_to || $2::text[]))
               WHERE state IN ('queued', 'scheduled') AND $1 = ANY(visible_to) AND NOT visible_to @> $2 RETURNING 1),
             whistle AS (UPDATE joint_meeting.whistle SET visible_to = ARRAY(SELECT DISTINCT unnest(visible_to || $2::text[]))
               WHERE $1 = ANY(visible_to) AND NOT visible_to @> $2 RETURNING 1),
             meeting AS (UPDATE joint_meeting.meeting SET visible_to = ARRAY(SELECT DISTINCT unnest(visible_to || $2::text[]))
               WHERE $1 = ANY(visible_to) AND NOT visible_to @> $2 RETURNING 1)
             SELECT FROM topic UNION ALL SELECT FROM whistle UNION ALL SELECT FROM meeting`,
      values: [unitId, to],
    });
    return shown.length;
  }

  /** Calls that are open are those of the successor, unless it was called itself; the one that blew is it too. */
  async #moveWhistles(unitId: string, to: Unit): Promise<number> {
    const known = `($1 = $2 OR NOT ${concernsSql('$2')})`;
    const moved = await this.#database.query({
      text: `WITH caller AS (UPDATE joint_meeting.whistle SET caller_id = $2, caller_name = $3 FROM casework.case_file file
               WHERE caller_id = $1 AND ended_at IS NULL AND (caller_id, caller_name) <> ($2, $3)
                 AND file.id = case_id AND ${known} RETURNING 1),
             called AS (UPDATE joint_meeting.whistle_unit old SET unit_id = $2, unit_name = $3
               FROM joint_meeting.whistle JOIN casework.case_file file ON file.id = case_id
               WHERE whistle.id = old.whistle_id AND ended_at IS NULL AND old.unit_id = $1
                 AND (old.unit_id, old.unit_name) <> ($2, $3) AND ${known}
                 AND ($1 = $2 OR NOT EXISTS (SELECT FROM joint_meeting.whistle_unit other
                   WHERE other.whistle_id = old.whistle_id AND other.unit_id = $2)) RETURNING 1)
             SELECT FROM caller UNION ALL SELECT FROM called`,
      values: [unitId, to.id, to.name],
    });
    return moved.length;
  }

  /**
   * An invitation or a call is done with, unless somebody came for it, where the unit has ended and its successor got it
   * itself or steps aside, and where a unit, by the change, is complained of or stands below one that is.
   */
  async #release(change: UnitChange, heirId: string): Promise<number> {
    const over = (concerned: string) => `(unit_id = $1 AND $3 OR ${concerned} AND EXISTS (
      SELECT FROM organisation.unit heir JOIN organisation.unit below ON below.path LIKE heir.path || '%'
      WHERE heir.id = $2 AND below.id = unit_id))`;
    const released = await this.#database.query({
      text: `WITH invited AS (DELETE FROM joint_meeting.participant USING joint_meeting.meeting
               WHERE meeting.id = meeting_id AND issued_at IS NULL AND present IS NOT TRUE
                 AND ${over(concernsAgenda('meeting.id', 'unit_id'))} RETURNING 1),
             called AS (DELETE FROM joint_meeting.whistle_unit called
               USING joint_meeting.whistle JOIN casework.case_file file ON file.id = case_id
               WHERE whistle.id = whistle_id AND ended_at IS NULL AND arrived_at IS NULL
                 AND of_unit_score IS NULL AND of_caller_score IS NULL AND ${over(concernsSql('unit_id'))} RETURNING 1)
             SELECT FROM invited UNION ALL SELECT FROM called`,
      values: [change.unitId, heirId, ends(change)],
    });
    return released.length;
  }
}
