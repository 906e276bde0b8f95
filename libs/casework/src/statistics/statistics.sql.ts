import type { Database } from '@lianban/platform';
import { sideKinds } from '../sides/side-process.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { Counted } from './counted.js';
import { bounds, countsOf, fates, isExcluded } from './fates.sql.js';
import { closingAfter, officeTime } from './office-time.sql.js';
import type { OfficeTime } from './office-time.rules.js';
import type { CaseCounts, TopicCounts, UnitCounts } from './statistics.js';

/** What became of the cases of one topic that are left out of adjusted rates by a decision, or that are not. */
export interface TopicFates extends CaseCounts, TopicCounts {
  readonly excluded: boolean;
}

/**
 * The cases of the period by the first level of their topic, and by whether they are left out. A repeat is a case that
 * goes with another one, or comes from a telephone that asked about the same topic before.
 */
export async function countTopics(db: Database, counted: Counted): Promise<TopicFates[]> {
  const { from, to, known, timeZone, unitIds } = counted;
  return await db.query<TopicFates>({
    name: 'casework-count-topics',
    text: `WITH ${fates},
      told AS (
        SELECT fate.*, file.category_code, ${isExcluded('fate.id')} AS excluded,
          coalesce(merged, false) OR file.resident_phone IS NOT NULL AND file.category_code IS NOT NULL AND row_number()
            OVER (PARTITION BY file.resident_phone, file.category_code ORDER BY file.received_at, file.id) > 1 AS repeated
        FROM fate JOIN casework.case_file file USING (id))
      SELECT coalesce(top.code, '') AS code, coalesce(top.name, '未分类') AS name, excluded,
        ${countsOf('NOT lapsed')},
        count(*) FILTER (WHERE repeated)::int AS repeated,
        count(*) FILTER (WHERE lapsed)::int AS lapsed,
        count(*) FILTER (WHERE (rating ->> 'grade')::int < 3)::int AS dissatisfied
      FROM told LEFT JOIN casework.category ON category.code = told.category_code
        LEFT JOIN casework.category top ON top.code = coalesce(category.parent_code, category.code)
      GROUP BY top.code, top.name, excluded`,
    values: [from, to, known, timeZone, unitIds, sideKinds],
  });
}

/** What a unit did, with what of it is not left out of adjusted rates. */
export interface UnitTasks extends UnitCounts {
  readonly toClaimLeft: number;
  readonly claimedInTimeLeft: number;
}

/**
 * Tasks that the units of the scope received in the period, without helpers and supervision orders. A task is due to be
 * claimed when it was, or its term for that is over, unless it ended before without anybody's fault.
 */
export async function countUnits(db: Database, counted: Counted, office: OfficeTime): Promise<UnitTasks[]> {
  const { from, to, known, timeZone, paths, settings } = counted;
  return await db.query<UnitTasks>({
    name: 'casework-count-units',
    text: `WITH ${bounds},
      ${officeTime({ days: '$6', opens: '$7', closes: '$8', timeZone: '$4' })},
      received AS (
        SELECT step.case_id, step.unit_id, step.due_at, step.received_at, known,
          CASE WHEN step.finished_at < known THEN step.finished_at END AS ended_at,
          CASE WHEN step.finished_at < known THEN step.state ELSE 'open' END AS state,
          CASE WHEN step.claimed_at < known THEN step.claimed_at END AS claimed_at,
          coalesce(to_timestamp(${closingAfter('step.received_at', '$9')}), 'infinity') AS claim_due
        FROM casework.step, bounds
        WHERE step.received_at >= since AND step.received_at < until AND step.received_at < known AND ${isOwnStep}),
      task AS (
        SELECT received.*, coalesce(claimed_at <= claim_due, false) AS claimed_in_time,
          claimed_at IS NOT NULL OR state = 'lapsed'
            OR claim_due < known AND coalesce(ended_at >= claim_due, true) AS to_claim,
          ${isExcluded('received.case_id')} AS excluded
        FROM received)
      SELECT unit.id AS "unitId", unit.name AS unit, unit.kind, count(*)::int AS tasks,
        count(*) FILTER (WHERE state = 'done')::int AS done,
        count(*) FILTER (WHERE state = 'done' AND (due_at IS NULL OR ended_at <= due_at))::int AS "doneInTime",
        count(*) FILTER (WHERE state = 'lapsed' OR state = 'open' AND due_at < known
          OR state = 'done' AND ended_at > due_at)::int AS late,
        count(*) FILTER (WHERE state = 'open')::int AS open,
        count(*) FILTER (WHERE to_claim)::int AS "toClaim",
        count(*) FILTER (WHERE to_claim AND claimed_in_time)::int AS "claimedInTime",
        count(*) FILTER (WHERE to_claim AND NOT excluded)::int AS "toClaimLeft",
        count(*) FILTER (WHERE to_claim AND claimed_in_time AND NOT excluded)::int AS "claimedInTimeLeft",
        round(extract(epoch FROM avg(ended_at - received_at)) / 3600, 1)::float AS hours
      FROM task JOIN organisation.unit ON unit.id = task.unit_id
      WHERE unit.path LIKE ANY($5::text[])
      GROUP BY unit.id, unit.name, unit.kind, unit.path ORDER BY unit.path`,
    values: [
      from,
      to,
      known,
      timeZone,
      paths.map((path) => `${path}%`),
      office.days,
      office.opens,
      office.closes,
      settings.signing.days,
    ],
  });
}
