import { laneOf } from '../mutual-aid/lane.sql.js';
import { phoneMark } from '../sealing/resident.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { sideKinds } from '../sides/side-process.js';
import type { SqlValues } from '../sql-values.js';
import { lightSql } from '../tasks/light.sql.js';
import type { Counted } from './counted.js';
import { boundsOf, fateConditions, fateOf, isExcluded } from './fates.sql.js';
import type { CaseFigure, FigureQuery, TaskFigure } from './figure.js';
import { markedSql } from './historic-counts.sql.js';
import type { OfficeTime } from './office-time.rules.js';
import { taskConditions, unitTasks } from './statistics.sql.js';

/** The cases that a figure counts, as parts of a statement that reads `casework.case_file file`. */
export interface FigureSql {
  /** Expressions for `WITH`. */
  readonly expressions: readonly string[];
  readonly conditions: readonly string[];
  /** The figure is of what was received in the period, which the expression `bounds` knows. */
  readonly received: boolean;
}

/** What a figure is counted by beside what was asked. */
export interface FigureCount {
  readonly counted: Counted;
  readonly office: OfficeTime;
  /** Cases of the hot matter that is asked for. */
  readonly matter: readonly string[];
  /** Since when the matters stand that are as old as is asked for; undefined: whatever their age. */
  readonly since: readonly string[] | undefined;
}

/**
 * Which cases a figure counts: by the conditions by which it was counted, over the same units, as of the same day. A case
 * of several tasks is one line of the list.
 */
export function figureSql(asked: FigureQuery, count: FigureCount, sql: SqlValues): FigureSql {
  const { from, to, known, timeZone, unitIds } = count.counted;
  const bounds = boundsOf({
    from: sql.bind(from, 'text'),
    to: sql.bind(to, 'text'),
    known: sql.bind(known, 'timestamptz'),
    timeZone: sql.bind(timeZone, 'text'),
  });
  // Bound only where they are asked for: PostgreSQL refuses a parameter that a statement does not use.
  const parts = {
    ...{ asked, count, sql },
    scope: () => sql.bind(unitIds, 'text[]'),
    sides: () => sql.bind(sideKinds, 'text[]'),
  };
  const left = asked.left === 'true' ? [`NOT ${isExcluded('file.id')}`] : [];
  const [kind, name] = (asked.figure ?? '').split('.');
  if (kind === 'cases')
    return { expressions: [bounds], conditions: [...fateSql(name as CaseFigure, parts), ...left], received: true };
  if (kind === 'tasks') {
    const { days, opens, closes } = count.office;
    const office = {
      ...{ days: sql.bind(days, 'text[]'), opens: sql.bind(opens, 'text[]'), closes: sql.bind(closes, 'text[]') },
      timeZone: sql.bind(timeZone, 'text'),
    };
    const tasks = unitTasks(office, sql.bind(count.counted.settings.signing.days, 'integer'));
    return { expressions: [bounds, tasks], conditions: [taskSql(name as TaskFigure, parts), ...left], received: false };
  }
  return { expressions: [bounds], conditions: [standingSql(parts)], received: false };
}

interface Parts {
  readonly asked: FigureQuery;
  readonly count: FigureCount;
  /** Parameter with the units for which somebody answers. */
  readonly scope: () => string;
  /** Parameter with the keys of processes beside a case. */
  readonly sides: () => string;
  readonly sql: SqlValues;
}

/** Of the cases of the period: by their fate, and by all else that the tables of the statistics sort them. */
function fateSql(name: CaseFigure, { asked, scope, sides, sql }: Parts): string[] {
  const { by, topic, lane, disposition } = asked;
  const unit = by === undefined ? undefined : sql.bind(by, 'text');
  const { repeated: _, ...conditions } = fateConditions(unit === undefined ? 'NOT lapsed' : notBy(unit));
  const fate = name === 'repeated' ? 'true' : conditions[name];
  return [
    `file.received_at < (SELECT known FROM bounds)`,
    inScope(scope()),
    ...(name === 'received' ? [] : [`EXISTS (SELECT FROM (${fateOf(sides())}) AS fate WHERE ${fate})`]),
    ...(name === 'repeated' ? [isRepeat(sides(), scope())] : []),
    ...(topic === undefined ? [] : [ofTopic(topic, sql)]),
    ...(lane === undefined ? [] : [`${laneOf('file.id', '(SELECT known FROM bounds)')} = ${sql.bind(lane, 'text')}`]),
    ...(disposition === undefined ? [] : [settledIn(disposition, sql, unit)]),
    ...(unit === undefined || disposition !== undefined ? [] : [heldBelow(unit)]),
  ];
}

function inScope(scope: string, which = 'true'): string {
  return `EXISTS (SELECT FROM casework.involvement scoped
    WHERE scoped.case_id = file.id AND scoped.unit_id = ANY(${scope}) AND ${which})`;
}

/** A lapse counts for who let it happen, and for the units above. */
function notBy(unit: string): string {
  return `NOT EXISTS (SELECT FROM unnest(lapsed_by) AS whom JOIN organisation.unit lower ON lower.id = whom
    WHERE ${unit} = ANY(string_to_array(lower.path, '/')))`;
}

/** The unit, or one below it, handled the case. */
function heldBelow(unit: string): string {
  return `EXISTS (SELECT FROM casework.step JOIN organisation.unit lower ON lower.id = step.unit_id
    WHERE step.case_id = file.id AND step.received_at < (SELECT known FROM bounds)
      AND ${unit} = ANY(string_to_array(lower.path, '/')) AND ${isOwnStep})`;
}

/** It goes with another case, or the same telephone asked about the same topic before, in the period. */
function isRepeat(sides: string, scope: string): string {
  return `(EXISTS (SELECT FROM (${fateOf(sides)}) AS fate WHERE merged) OR file.id = ANY(ARRAY(
    SELECT id FROM (
      SELECT came.id, row_number()
        OVER (PARTITION BY ${phoneMark('came')}, came.category_code ORDER BY came.received_at, came.id) > 1 AS again
      FROM casework.case_file came, bounds
      WHERE came.category_code IS NOT NULL AND ${phoneMark('came')} IS NOT NULL
        AND came.received_at >= since AND came.received_at < least(until, known)
        AND EXISTS (SELECT FROM casework.involvement WHERE case_id = came.id AND unit_id = ANY(${scope}))) AS compared
    WHERE again)))`;
}

function ofTopic(topic: string, sql: SqlValues): string {
  if (topic === 'none') return 'file.category_code IS NULL';
  const code = sql.bind(topic, 'text');
  return `file.category_code IN (SELECT code FROM casework.category WHERE coalesce(parent_code, code) = ${code})`;
}

/** By the last answer that was known, and by the unit that gave it. */
function settledIn(disposition: string, sql: SqlValues, unit: string | undefined): string {
  const which =
    disposition === 'any'
      ? ''
      : `AND coalesce(given.disposition_code, '') = ${sql.bind(disposition === 'none' ? '' : disposition, 'text')}`;
  return `EXISTS (SELECT FROM (SELECT 1) AS one LEFT JOIN LATERAL (
      SELECT * FROM casework.answer WHERE case_id = file.id AND at < (SELECT known FROM bounds)
      ORDER BY id DESC LIMIT 1) AS given ON true
    WHERE true ${which} ${unit === undefined ? '' : `AND given.unit_id = ${unit}`})`;
}

/** Of the tasks of the period: those of one unit, or of all for which somebody answers. */
function taskSql(name: TaskFigure, { asked: { by }, count, sql }: Parts): string {
  return `file.id IN (SELECT case_id FROM task JOIN organisation.unit ON unit.id = task.unit_id
    WHERE ${taskConditions[name]} AND ${ofUnit(by, count, sql)})`;
}

function ofUnit(by: string | undefined, { counted }: FigureCount, sql: SqlValues): string {
  const scope = `unit.path LIKE ANY(${sql.bind(
    counted.paths.map((path) => `${path}%`),
    'text[]',
  )})`;
  return by === undefined ? scope : `${scope} AND unit.id = ${sql.bind(by, 'text')}`;
}

/** Of what stands now or on a day, whenever it was received. */
function standingSql({ asked, count, scope, sides, sql }: Parts): string {
  switch (asked.figure) {
    case 'endings':
      return `${inScope(scope())} AND EXISTS (SELECT FROM casework.trail line, bounds
        WHERE line.case_id = file.id AND line.kind = 'closed' AND line.at >= since AND line.at < until AND line.at < known
          AND coalesce(line.definition_key, '') <> ALL(${sides()}))`;
    case 'lit':
      return `file.id IN (SELECT step.case_id FROM casework.step JOIN organisation.unit ON unit.id = step.unit_id
        WHERE step.state = 'open' AND ${isOwnStep} AND ${ofUnit(asked.by, count, sql)}
          AND coalesce(${lightSql('step', '(SELECT known FROM bounds)')}, 'green') = ${sql.bind(asked.light ?? 'red', 'text')})`;
    case 'historic':
      return `file.id = ANY(ARRAY(${markedSql('marked.id', { known: '(SELECT known FROM bounds)', scope: scope(), sides: sides() })}
        ${asked.by === undefined ? '' : `AND unit.id = ${sql.bind(asked.by, 'text')}`}
        ${count.since === undefined ? '' : `AND since = ANY(${sql.bind(count.since, 'text[]')})`}))`;
    case 'matter':
      return `file.id = ANY(${sql.bind(count.matter, 'uuid[]')})`;
    default:
      return inScope(scope(), `scoped.state = 'open'`);
  }
}
