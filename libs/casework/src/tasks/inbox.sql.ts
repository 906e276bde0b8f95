import { isUuid } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { isMarkInstant, pageMarkInvalid } from '../page-mark.js';
import { SqlValues } from '../sql-values.js';
import type { Box } from './inbox.js';
import { lightSql } from './light.sql.js';

/** What decides which lines a person sees in a box, and from where on. */
export interface InboxFilter {
  readonly box: Box;
  readonly sort: 'due' | 'received';
  readonly accountId: string;
  readonly pools: readonly string[];
  /** Accounts of people who are away and for whom the person stands in: their tasks can be claimed. */
  readonly absent: readonly string[];
  readonly now: Date;
  readonly limit: number;
  readonly after?: InboxMark | undefined;
  readonly terms?: readonly string[] | undefined;
}

/** Sort key of a line: the instant as PostgreSQL writes it, and what tells equal instants apart. */
export type InboxMark = readonly [sort: string, id: string, key: number];

/** Prepared once per connection: planning takes as long as running. */
interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** One query for one page of one box. Each box reads one index and costs no more with the cases of other people. */
export function inboxStatement(filter: InboxFilter): NamedStatement {
  const sql = new SqlValues();
  const box = boxSql(filter, sql);
  const order = `${box.sort} ${box.direction}, ${box.id} ${box.direction}, ${box.key} ${box.direction}`;
  const beyond = box.direction === 'ASC' ? '>' : '<';
  const mark = filter.after && [
    sql.bind(filter.after[0], 'timestamptz'),
    sql.bind(filter.after[1], 'uuid'),
    sql.bind(filter.after[2], 'integer'),
  ];
  const text = `
    WITH page AS (
      SELECT ${box.caseId} AS case_id, step.instance_id, step.key, ${box.sort} AS sort, ${box.id} AS mark_id, ${box.key} AS mark_key,
        ${countsItself(filter) ? 'count(*) OVER ()::integer' : 'NULL::integer'} AS total
      FROM ${box.from}
      WHERE ${box.where} AND ${notRecused(box.caseId, sql.bind(filter.accountId, 'uuid'))}
        ${mark ? `AND (${box.sort}, ${box.id}, ${box.key}) ${beyond} (${mark.join(', ')})` : ''}
        ${filter.terms ? `AND file.search_terms @> ${sql.bind(filter.terms, 'text[]')}` : ''}
      ORDER BY ${order} LIMIT ${sql.bind(filter.limit, 'integer')}
    )
    SELECT page.total, page.sort::text AS sort, mark_id AS "markId", mark_key AS "markKey", file.id AS "caseId", file.code, file.title,
      category.code AS "categoryCode", category.name AS "categoryName", file.anonymous, file.resident_name AS "residentName",
      file.received_at AS "caseReceivedAt", file.state, step.instance_id AS "instanceId", step.key, step.name AS step,
      step.element_id AS "elementId", step.unit_name AS unit, step.unit_id AS "unitId", step.assignee_name AS assignee,
      step.received_at AS "receivedAt", step.due_at AS "dueAt", step.calendar_id AS "calendarId", step.suspended,
      step.finished_at AS "finishedAt", ${lightSql('step', sql.bind(filter.now, 'timestamptz'))} AS light
    FROM page JOIN casework.case_file file ON file.id = page.case_id
      LEFT JOIN casework.step ON step.instance_id = page.instance_id AND step.key = page.key
      LEFT JOIN casework.category ON category.code = file.category_code
    ORDER BY page.sort ${box.direction}, mark_id ${box.direction}, mark_key ${box.direction}`;
  const shape = `${filter.absent.length > 0 ? 'absent-' : ''}${filter.box}-${filter.sort}-${mark ? 'on' : 'first'}-${filter.terms ? 'search' : 'all'}`;
  return { name: `casework-inbox-${shape}`, text, values: sql.values };
}

/** Most lines that a box is said to have. */
export const mostCounted = 1_000;

/**
 * Whether the page of a filter tells how many lines its box has: what may be claimed is read whole to find what is due
 * first, so the first page knows.
 */
export function countsItself({ box, after, terms }: Pick<InboxFilter, 'box' | 'after' | 'terms'>): boolean {
  return box === 'claimable' && after === undefined && terms === undefined;
}

/** One query for the counts of all boxes but one that is counted elsewhere. */
export function countsStatement(
  { accountId, pools, absent }: Pick<InboxFilter, 'accountId' | 'pools' | 'absent'>,
  but?: Box,
): NamedStatement {
  const sql = new SqlValues();
  const me = sql.bind(accountId, 'uuid');
  const claimable = but === 'claimable' ? '' : claimableSql({ pools, absent }, sql);
  const count = (box: Box, from: string) =>
    box === but
      ? `NULL::integer AS ${box}`
      : `(SELECT count(*)::int FROM (SELECT FROM ${from} LIMIT ${mostCounted}) AS lines) AS ${box}`;
  const known = notRecused('case_id', me);
  const step = `casework.step WHERE ${known} AND state =`;
  const text = `SELECT ${[
    count('todo', `${step} 'open' AND assignee_id = ${me}`),
    count('claimable', `${step} 'open' AND ${claimable}`),
    count('done', `${step} 'done' AND finished_by = ${me}`),
    count('registered', `casework.case_file WHERE registered_by = ${me} AND ${notRecused('id', me)}`),
    count('copied', `casework.copy WHERE account_id = ${me} AND ${known}`),
  ].join(', ')}`;
  return {
    name: `casework-inbox-counts-${absent.length > 0 ? 'absent-' : ''}${but ?? 'all'}`,
    text,
    values: sql.values,
  };
}

/** Checks a decoded page mark; it comes from the client. @throws cursor-invalid */
export function inboxMarkOf(values: readonly unknown[]): InboxMark {
  const [sort, id, key] = values;
  if (!isMarkInstant(sort) || !isUuid(id) || !Number.isInteger(key)) throw pageMarkInvalid();
  return [sort, id, Number(key)];
}

interface BoxSql {
  readonly from: string;
  readonly caseId: string;
  readonly where: string;
  readonly sort: string;
  readonly id: string;
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
}

/** What may be claimed: what nobody has, and in the units where one works what somebody has who is away. */
function claimableSql({ pools, absent }: Pick<InboxFilter, 'pools' | 'absent'>, sql: SqlValues): string {
  const mine = sql.bind(pools, 'text[]');
  const free = `step.assignee_id IS NULL AND step.pools && ${mine}`;
  if (absent.length === 0) return free;
  return `(${free} OR step.assignee_id = ANY(${sql.bind(absent, 'uuid[]')})
    AND (step.unit_id IS NULL OR 'unit:' || step.unit_id = ANY(${mine})))`;
}

function boxSql(filter: InboxFilter, sql: SqlValues): BoxSql {
  const me = () => sql.bind(filter.accountId, 'uuid');
  // A step tells all that picks a page, so the cases of the other lines are looked up only to be searched.
  const steps = {
    from: filter.terms ? 'casework.step JOIN casework.case_file file ON file.id = step.case_id' : 'casework.step',
    caseId: 'step.case_id',
    id: 'step.instance_id',
    key: 'step.key',
  };
  const open =
    filter.sort === 'due'
      ? ({ ...steps, sort: 'step.due_sort', direction: 'ASC' } as const)
      : ({ ...steps, sort: 'step.received_at', direction: 'DESC' } as const);
  const first = `LEFT JOIN LATERAL (SELECT instance_id, key FROM casework.step WHERE case_id = file.id AND state = 'open'
    AND ${isOwnStep} ORDER BY due_sort, instance_id, key LIMIT 1) AS step ON true`;
  const cases = { id: 'file.id', caseId: 'file.id', key: '0::integer', direction: 'DESC' } as const;
  switch (filter.box) {
    case 'todo':
      return { ...open, where: `step.state = 'open' AND step.assignee_id = ${me()}` };
    case 'claimable':
      return {
        ...open,
        where: `step.state = 'open' AND ${claimableSql(filter, sql)}`,
      };
    case 'done':
      return {
        ...steps,
        sort: 'step.finished_at',
        direction: 'DESC',
        where: `step.state = 'done' AND step.finished_by = ${me()}`,
      };
    case 'registered':
      return {
        ...cases,
        sort: 'file.received_at',
        from: `casework.case_file file ${first}`,
        where: `file.registered_by = ${me()}`,
      };
    case 'copied': {
      const from = `casework.copy JOIN casework.case_file file ON file.id = copy.case_id ${first}`;
      return { ...cases, sort: 'copy.at', from, where: `copy.account_id = ${me()}` };
    }
  }
}
