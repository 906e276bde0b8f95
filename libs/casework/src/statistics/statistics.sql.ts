import type { Database } from '@lianban/platform';
import { sideKinds } from '../sides/side-process.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { Counted } from './counted.js';
import { bounds, countOf, countsOf, fateConditions, fates, isExcluded } from './fates.sql.js';
import { taskFigures, type TaskFigure } from './figure.js';
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
  const topic = fateConditions('NOT lapsed');
  return await db.query<TopicFates>({
    name: 'casework-count-topics',
    text: `WITH ${fates},
      told AS (
        SELECT fate.*, ${isExcluded('fate.id')} AS excluded,
          coalesce(merged, false) OR phone_mark IS NOT NULL AND category_code IS NOT NULL AND row_number()
            OVER (PARTITION BY phone_mark, category_code ORDER BY received_at, id) > 1 AS repeated
        FROM fate)
      SELECT coalesce(top.code, '') AS code, coalesce(top.name, '未分类') AS name, excluded,
        ${countsOf('NOT lapsed')},
        ${(['repeated', 'lapsed', 'dissatisfied'] as const).map((name) => countOf(name, topic[name])).join(', ')}
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
 * Expressions for `WITH`: the tasks of the period, without helpers and supervision orders. A task is due to be claimed
 * when it was, or its term for that is over, unless it ended before without anybody's fault.
 *
 * @param signing parameter with the days within which a task is to be claimed
 */
export function unitTasks(office: Parameters<typeof officeTime>[0], signing: string): string {
  return `${officeTime(office)},
      came AS (
        SELECT step.case_id, step.unit_id, step.due_at, step.received_at, known,
          CASE WHEN step.finished_at < known THEN step.finished_at END AS ended_at,
          CASE WHEN step.finished_at < known THEN step.state ELSE 'open' END AS state,
          CASE WHEN step.claimed_at < known THEN step.claimed_at END AS claimed_at,
          coalesce(to_timestamp(${closingAfter('step.received_at', signing)}), 'infinity') AS claim_due
        FROM casework.step, bounds
        WHERE step.received_at >= since AND step.received_at < until AND step.received_at < known AND ${isOwnStep}),
      task AS (
        SELECT came.*, coalesce(claimed_at <= claim_due, false) AS claimed_in_time,
          claimed_at IS NOT NULL OR state = 'lapsed'
            OR claim_due < known AND coalesce(ended_at >= claim_due, true) AS to_claim,
          ${isExcluded('came.case_id')} AS excluded
        FROM came)`;
}

/** Which tasks a figure counts; the figure and the list behind it ask the same. */
export const taskConditions: Readonly<Record<TaskFigure, string>> = {
  tasks: 'true',
  done: `state = 'done'`,
  doneInTime: `state = 'done' AND (due_at IS NULL OR ended_at <= due_at)`,
  late: `(state = 'lapsed' OR state = 'open' AND due_at < known OR state = 'done' AND ended_at > due_at)`,
  open: `state = 'open'`,
  toClaim: 'to_claim',
  claimedInTime: 'to_claim AND claimed_in_time',
};

/** Tasks that the units of the scope received in the period. */
export async function countUnits(db: Database, counted: Counted, office: OfficeTime): Promise<UnitTasks[]> {
  const { from, to, known, timeZone, paths, settings } = counted;
  const left = (['toClaim', 'claimedInTime'] as const).map((name) =>
    countOf(`${name}Left`, `${taskConditions[name]} AND NOT excluded`),
  );
  return await db.query<UnitTasks>({
    name: 'casework-count-units',
    text: `WITH ${bounds},
      ${unitTasks({ days: '$6', opens: '$7', closes: '$8', timeZone: '$4' }, '$9')}
      SELECT unit.id AS "unitId", unit.name AS unit, unit.kind,
        ${taskFigures.map((name) => countOf(name, taskConditions[name])).join(',\n        ')}, ${left.join(', ')},
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
