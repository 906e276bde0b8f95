import type { Database } from '@lianban/platform';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { Counted } from './counted.js';
import { bounds } from './fates.sql.js';
import { officeTime, workedBefore } from './office-time.sql.js';
import type { OfficeTime } from './office-time.rules.js';
import type { StepTime } from './step-times.js';

/** Median and ninth decile as an object, hours to one digit. */
function spread(seconds: string): string {
  const percentile = (part: number): string =>
    `round((percentile_cont(${part}) WITHIN GROUP (ORDER BY ${seconds}) / 3600)::numeric, 1)`;
  return `jsonb_build_object('median', ${percentile(0.5)}, 'p90', ${percentile(0.9)})`;
}

/**
 * How long the tasks took that the units of the scope received in the period and that have ended by being finished or by
 * a lapse, in working hours. An ended task never changes, so an earlier day stays what it was.
 */
export async function countStepTimes(db: Database, counted: Counted, office: OfficeTime): Promise<StepTime[]> {
  const { from, to, known, timeZone, paths } = counted;
  return await db.query<StepTime>({
    name: 'casework-count-step-times',
    text: `WITH ${bounds},
      ${officeTime({ days: '$6', opens: '$7', closes: '$8', timeZone: '$4' })},
      ended AS (
        SELECT step.definition_key, step.element_id, step.name, unit.id AS unit_id, unit.name AS unit, unit.path,
          step.claimed_at IS NOT NULL AS claimed,
          ${workedBefore('step.received_at')} AS received,
          ${workedBefore('coalesce(step.claimed_at, step.finished_at)')} AS taken,
          ${workedBefore('step.finished_at')} AS finished,
          pause.seconds AS paused
        FROM bounds JOIN casework.step ON step.received_at >= since AND step.received_at < until
          JOIN organisation.unit ON unit.id = step.unit_id
          LEFT JOIN LATERAL (
            SELECT sum(${workedBefore('least(coalesce(act.ended_at, step.finished_at), step.finished_at)')}
              - ${workedBefore('greatest(act.at, step.received_at)')}) AS seconds
            FROM casework.case_act act
            WHERE act.instance_id = step.instance_id AND act.key = step.term_key AND act.kind = 'suspend'
              AND act.at < step.finished_at AND (act.ended_at IS NULL OR act.ended_at > step.received_at)
            HAVING count(*) > 0) AS pause ON true
        WHERE step.finished_at < known AND step.state IN ('done', 'lapsed') AND unit.path LIKE ANY($5::text[])
          AND ${isOwnStep}),
      task AS (
        SELECT *, finished - received AS whole, taken - received AS waiting,
          CASE WHEN claimed THEN greatest(finished - taken - coalesce(paused, 0), 0) END AS handling
        FROM ended)
      SELECT definition_key AS "definitionKey", element_id AS "elementId", max(name) AS step, unit_id AS "unitId", unit,
        count(*)::int AS count, ${spread('whole')} AS whole, ${spread('waiting')} AS waiting,
        ${spread('handling')} AS handling, count(paused)::int AS paused,
        round((coalesce(sum(paused), 0) / 3600)::numeric, 1)::float AS "pausedHours"
      FROM task GROUP BY GROUPING SETS (
        (definition_key, element_id), (definition_key, element_id, unit_id, unit, path))
      ORDER BY max(count(*)) OVER (PARTITION BY definition_key, element_id) DESC, definition_key, element_id,
        unit_id IS NOT NULL, path`,
    values: [from, to, known, timeZone, paths.map((path) => `${path}%`), office.days, office.opens, office.closes],
  });
}
