import type { Database } from '@lianban/platform';
import { sideKinds } from '../sides/side-process.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { CaseCounts, StatisticsQuery, TopicCounts, UnitCounts } from './statistics.js';

/** The period, in the installation's time zone, over units of a scope. */
export interface Counted extends StatisticsQuery {
  readonly timeZone: string;
  readonly unitIds: readonly string[];
  readonly paths: readonly string[];
  readonly now: Date;
}

/** Bounds of the period: the days of receipt, and the instant up to which the past is known. */
const bounds = `bounds AS (
  SELECT $1::date::timestamp AT TIME ZONE $4 AS since, ($2::date + 1)::timestamp AT TIME ZONE $4 AS until,
    coalesce(($3::date + 1)::timestamp AT TIME ZONE $4, $5) AS known)`;

/**
 * The fate of each case of the period that a unit of the scope ever held, from its history alone: what was written later
 * changes nothing of an earlier day. A lapse counts where somebody else went on with the case.
 */
const fates = `
  ${bounds},
  received AS (
    SELECT DISTINCT seen.case_id AS id FROM casework.involvement seen, bounds
    WHERE seen.unit_id = ANY($6::text[]) AND seen.received_at >= since AND seen.received_at < until
      AND seen.received_at < known),
  fate AS (
    SELECT received.id,
      (array_agg(line.kind ORDER BY line.seq DESC) FILTER (WHERE line.kind IN ('closed', 'withdrawn', 'reopened', 'separated')))[1] AS ending,
      bool_or(line.kind = 'lapsed' AND coalesce((line.detail ->> 'goesOn')::boolean,
        jsonb_array_length(coalesce(line.detail -> 'next', '[]')) > 0)) AS lapsed,
      bool_or(line.detail ? 'returned') AS returned,
      bool_or(line.kind = 'reopened' OR line.kind = 'completed' AND line.detail ->> 'outcome' = 'dissatisfied') AS reworked,
      (array_agg(line.detail ORDER BY line.seq DESC) FILTER (WHERE line.kind = 'rated'))[1] AS rating,
      (array_agg(line.detail -> 'solved' ORDER BY line.seq DESC)
        FILTER (WHERE line.kind = 'rated' AND line.detail ->> 'solved' IS NOT NULL))[1] AS solved
    FROM received JOIN bounds ON true JOIN casework.trail line ON line.case_id = received.id AND line.at < known
      AND coalesce(line.definition_key, '') <> ALL($7::text[])
    GROUP BY received.id)`;

/** What became of the cases of one topic that are left out of adjusted rates by a decision, or that are not. */
export interface TopicFates extends CaseCounts, TopicCounts {
  readonly excluded: boolean;
}

/** The cases of the period by the first level of their topic, and by whether they are left out. */
export async function countTopics(db: Database, counted: Counted): Promise<TopicFates[]> {
  const { from, to, asOf, timeZone, now, unitIds } = counted;
  return await db.query<TopicFates>({
    name: 'casework-count-topics',
    text: `WITH ${fates}
      SELECT coalesce(top.code, '') AS code, coalesce(top.name, '未分类') AS name, excluded, count(*)::int AS received,
        count(*) FILTER (WHERE lapsed)::int AS lapsed,
        count(*) FILTER (WHERE (rating ->> 'grade')::int < 3)::int AS dissatisfied,
        count(*) FILTER (WHERE ending = 'closed')::int AS closed,
        count(*) FILTER (WHERE ending = 'withdrawn')::int AS withdrawn,
        count(*) FILTER (WHERE ending = 'closed' AND NOT lapsed)::int AS "closedInTime",
        count(*) FILTER (WHERE returned)::int AS returned,
        count(*) FILTER (WHERE reworked)::int AS reworked,
        count(rating)::int AS rated,
        count(*) FILTER (WHERE (rating ->> 'grade')::int >= 3)::int AS satisfied,
        count(solved)::int AS asked,
        count(*) FILTER (WHERE solved = 'true')::int AS solved
      FROM fate JOIN bounds ON true JOIN casework.case_file file USING (id)
        CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM casework.exclusion
          WHERE case_id = file.id AND state = 'granted' AND decided_at < known) AS excluded) AS decision
        LEFT JOIN casework.category ON category.code = file.category_code
        LEFT JOIN casework.category top ON top.code = coalesce(category.parent_code, category.code)
      GROUP BY top.code, top.name, excluded`,
    values: [from, to, asOf ?? null, timeZone, now, unitIds, sideKinds],
  });
}

/** Tasks that the units of the scope received in the period, without helpers and supervision orders. */
export async function countUnits(db: Database, counted: Counted): Promise<UnitCounts[]> {
  const { from, to, asOf, timeZone, now, paths } = counted;
  return await db.query<UnitCounts>({
    name: 'casework-count-units',
    text: `WITH ${bounds},
      task AS (
        SELECT step.unit_id, step.due_at, step.received_at, known,
          CASE WHEN step.finished_at < known THEN step.finished_at END AS ended_at,
          CASE WHEN step.finished_at < known THEN step.state ELSE 'open' END AS state
        FROM casework.step, bounds
        WHERE step.received_at >= since AND step.received_at < until AND step.received_at < known AND ${isOwnStep})
      SELECT unit.id AS "unitId", unit.name AS unit, unit.kind, count(*)::int AS tasks,
        count(*) FILTER (WHERE state = 'done')::int AS done,
        count(*) FILTER (WHERE state = 'done' AND (due_at IS NULL OR ended_at <= due_at))::int AS "doneInTime",
        count(*) FILTER (WHERE state = 'lapsed' OR state = 'open' AND due_at < known
          OR state = 'done' AND ended_at > due_at)::int AS late,
        count(*) FILTER (WHERE state = 'open')::int AS open,
        round(extract(epoch FROM avg(ended_at - received_at)) / 3600, 1)::float AS hours
      FROM task JOIN organisation.unit ON unit.id = task.unit_id
      WHERE unit.path LIKE ANY($6::text[])
      GROUP BY unit.id, unit.name, unit.kind, unit.path ORDER BY unit.path`,
    values: [from, to, asOf ?? null, timeZone, now, paths.map((path) => `${path}%`)],
  });
}
