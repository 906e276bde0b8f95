import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { SqlValues } from '../sql-values.js';
import type { FigureSql } from '../statistics/figure.sql.js';
import { lightSql } from '../tasks/light.sql.js';
import type { CaseScope } from './case-access.js';
import type { CaseState } from './case.js';

/** Which cases a list shows, and from where on. */
export interface CaseFilter {
  readonly scope: CaseScope;
  readonly now: Date;
  readonly limit: number;
  readonly state?: CaseState | undefined;
  /** Code of a campaign. */
  readonly campaign?: string | undefined;
  /** True: about long-standing matters only. */
  readonly historic?: boolean | undefined;
  /** That this unit, or one below it, ever held. */
  readonly unit?: string | undefined;
  /** Received from this instant on. */
  readonly since?: string | undefined;
  /** Received before this instant. */
  readonly before?: string | undefined;
  /** Only the cases that a figure counts. */
  readonly figure?: ((sql: SqlValues) => FigureSql) | undefined;
  readonly terms?: readonly string[] | undefined;
  readonly after?: readonly [receivedAt: string, id: string] | undefined;
}

/**
 * One query for one page, the newest first. Each reason to see a case, and each unit of the scope, is read from an index
 * of its own, already sorted and limited, so the page costs no more with the number of cases.
 */
export function caseListStatement(filter: CaseFilter): { text: string; values: unknown[] } {
  const sql = new SqlValues();
  const limit = sql.bind(filter.limit, 'integer');
  const me = sql.bind(filter.scope.accountId, 'uuid');
  const state = filter.state && sql.bind(filter.state, 'text');
  const figure = filter.figure?.(sql);
  const content = [...contentOf(filter, sql), ...(figure?.conditions ?? [])];
  const mark = filter.after && `(${sql.bind(filter.after[0], 'timestamptz')}, ${sql.bind(filter.after[1], 'uuid')})`;
  const since = filter.since && sql.bind(filter.since, 'timestamptz');
  const before = filter.before && sql.bind(filter.before, 'timestamptz');
  const held = filter.unit && sql.bind(filter.unit, 'text');
  const branch = (from: string, where: string, key: { at: string; id: string; state: string }) => `
    (SELECT ${key.at} AS received_at, ${key.id} AS id FROM ${from} WHERE ${where} AND ${notRecused(key.id, me)}
      ${mark ? `AND (${key.at}, ${key.id}) < ${mark}` : ''}
      ${since ? `AND ${key.at} >= ${since}` : ''} ${before ? `AND ${key.at} < ${before}` : ''}
      ${figure?.received ? `AND ${key.at} >= (SELECT since FROM bounds) AND ${key.at} < (SELECT until FROM bounds)` : ''}
      ${held ? `AND ${heldBy(key.id, held)}` : ''}
      ${state ? `AND ${key.state} = ${state}` : ''} ${content.map((condition) => `AND ${condition}`).join(' ')}
      ORDER BY 1 DESC, 2 DESC LIMIT ${limit})`;
  const file = 'casework.case_file file';
  const ofFile = { at: 'file.received_at', id: 'file.id', state: 'file.state' };
  const ofUnit = { at: 'seen.received_at', id: 'seen.case_id', state: 'seen.state' };
  const seen = `casework.involvement seen ${content.length > 0 ? `JOIN ${file} ON file.id = seen.case_id` : ''}`;
  const units = filter.scope.unitIds.map((unit) => branch(seen, `seen.unit_id = ${sql.bind(unit, 'text')}`, ofUnit));
  const own = branch(file, `file.registered_by = ${me}`, ofFile);
  const copied = branch(`casework.copy JOIN ${file} ON file.id = copy.case_id`, `copy.account_id = ${me}`, ofFile);
  const text = `
    WITH ${figure ? `${figure.expressions.join(', ')}, ` : ''}hit AS (${[...units, own, copied].join(' UNION ')})
    SELECT file.id, file.code, file.title, file.historic_since IS NOT NULL AS historic, file.state, file.level, category.code AS "categoryCode",
      category.name AS "categoryName", file.received_at AS "receivedAt", file.received_at::text AS mark,
      step.unit_name AS unit, step.due_at AS "dueAt", step.calendar_id AS "calendarId", step.suspended,
      CASE WHEN step.key IS NOT NULL THEN ${lightSql('step', sql.bind(filter.now, 'timestamptz'))} END AS light
    FROM hit JOIN ${file} USING (id) LEFT JOIN casework.category ON category.code = file.category_code
      LEFT JOIN LATERAL (SELECT * FROM casework.step WHERE case_id = file.id AND state = 'open'
        AND ${isOwnStep} ORDER BY due_sort, instance_id, key LIMIT 1) AS step ON true
    ORDER BY file.received_at DESC, file.id DESC LIMIT ${limit}`;
  return { text, values: sql.values };
}

/** Condition: the unit, or one below it, ever held the case. */
function heldBy(caseId: string, unit: string): string {
  return `EXISTS (SELECT FROM casework.involvement WHERE case_id = ${caseId} AND unit_id = ${unit})`;
}

/** Conditions on `file`, the case itself, that the lists of who sees it do not hold. */
function contentOf({ terms, campaign, historic }: CaseFilter, sql: SqlValues): string[] {
  return [
    ...(terms ? [`file.search_terms @> ${sql.bind(terms, 'text[]')}`] : []),
    ...(campaign !== undefined ? [`file.campaign_code = ${sql.bind(campaign, 'text')}`] : []),
    ...(historic ? ['file.historic_since IS NOT NULL'] : []),
  ];
}
