import { isMarkInstant, isMarkNumber, isUuid, pageMarkInvalid, type Statement } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { SqlValues } from '../sql-values.js';
import { asksForCase, asksForStep, conditionsSql } from './inbox-conditions.sql.js';
import type { InboxConditions } from './inbox-conditions.js';
import type { Box, InboxSort } from './inbox.js';
import { lightSql } from './light.sql.js';

/** What decides which lines a person sees in a box, and from where on. */
export interface InboxFilter {
  readonly box: Box;
  readonly sort: InboxSort;
  readonly accountId: string;
  readonly pools: readonly string[];
  /** Accounts of people who are away and for whom the person stands in: their tasks can be claimed. */
  readonly absent: readonly string[];
  readonly now: Date;
  /** In which days are meant. */
  readonly timeZone: string;
  readonly conditions?: InboxConditions | undefined;
  readonly limit: number;
  readonly after?: InboxMark | undefined;
  readonly terms?: readonly string[] | undefined;
}

/** Sort key of a line: the code, or the instant as PostgreSQL writes it, and what tells equal instants apart. */
export type InboxMark = readonly [sort: string, id: string, key: number];

/**
 * One query for one page of one box. Each box reads one index and costs no more with the cases of other people. Prepared
 * once per connection, as planning takes as long as running; but for conditions, of which there are too many kinds.
 */
export function inboxStatement(filter: InboxFilter): Statement {
  const sql = new SqlValues();
  const box = boxSql(filter, sql);
  const order = `${box.sort} ${box.direction}, ${box.id} ${box.direction}, ${box.key} ${box.direction}`;
  const beyond = box.direction === 'ASC' ? '>' : '<';
  const mark = filter.after && [
    sql.bind(filter.after[0], box.type),
    sql.bind(filter.after[1], 'uuid'),
    sql.bind(filter.after[2], 'integer'),
  ];
  const text = `
    WITH page AS (
      SELECT ${box.caseId} AS case_id, step.instance_id, step.key, ${box.sort} AS sort, ${box.id} AS mark_id, ${box.key} AS mark_key,
        ${countsItself(filter) ? 'count(*) OVER ()::integer' : 'NULL::integer'} AS total
      FROM ${box.from}
      WHERE ${box.where} ${conditionsOf(filter, box, sql)} AND ${notRecused(box.caseId, sql.bind(filter.accountId, 'uuid'))}
        ${mark ? `AND (${box.sort}, ${box.id}, ${box.key}) ${beyond} (${mark.join(', ')})` : ''}
        ${filter.terms ? `AND file.search_terms @> ${sql.bind(filter.terms, 'text[]')}` : ''}
      ORDER BY ${order} LIMIT ${sql.bind(filter.limit, 'integer')}
    )
    SELECT page.total, page.sort::text AS sort, mark_id AS "markId", mark_key AS "markKey", file.id AS "caseId", file.code, file.title,
      category.code AS "categoryCode", category.name AS "categoryName", channel.name AS channel, file.anonymous, coalesce(file.resident_name_masked, file.resident_name) AS "residentName",
      file.received_at AS "caseReceivedAt", file.state, step.instance_id AS "instanceId", step.key, step.name AS step,
      step.element_id AS "elementId", step.unit_name AS unit, step.unit_id AS "unitId", step.assignee_name AS assignee,
      step.received_at AS "receivedAt", step.due_at AS "dueAt", step.calendar_id AS "calendarId", step.suspended,
      step.finished_at AS "finishedAt", ${lightSql('step', sql.bind(filter.now, 'timestamptz'))} AS light
    FROM page JOIN casework.case_file file ON file.id = page.case_id
      LEFT JOIN casework.step ON step.instance_id = page.instance_id AND step.key = page.key
      LEFT JOIN casework.category ON category.code = file.category_code
      JOIN casework.channel ON channel.code = file.channel_code
    ORDER BY page.sort ${box.direction}, mark_id ${box.direction}, mark_key ${box.direction}`;
  const shape = `${filter.absent.length > 0 ? 'absent-' : ''}${filter.box}-${filter.sort}-${mark ? 'on' : 'first'}-${filter.terms ? 'search' : 'all'}`;
  return { ...(!filter.conditions && { name: `casework-inbox-${shape}` }), text, values: sql.values };
}

/** How many lines of a box are looked at for what it offers to be chosen from. */
const mostLookedAt = 5_000;

/** What the lines of a box offer to be chosen from, in one row. */
export function choicesStatement(filter: InboxFilter): Statement {
  const sql = new SqlValues();
  const box = boxSql(filter, sql);
  const choices = (code: string, name: string, from: string) => `
    (SELECT coalesce(jsonb_agg(choice ORDER BY choice ->> 'name'), '[]') FROM (
      SELECT DISTINCT jsonb_build_object('code', ${code}, 'name', ${name}) AS choice FROM ${from}
      WHERE ${code} IS NOT NULL LIMIT 200) AS known)`;
  const stepOf = `LATERAL (SELECT name, unit_id, unit_name FROM casework.step
    WHERE instance_id = lines.instance_id AND key = lines.key OFFSET 0)`;
  const text = `
    WITH lines AS MATERIALIZED (
      SELECT ${box.caseId} AS case_id, step.instance_id, step.key FROM ${box.from}
      WHERE ${box.where} AND ${notRecused(box.caseId, sql.bind(filter.accountId, 'uuid'))}
      ORDER BY ${box.sort} ${box.direction} LIMIT ${mostLookedAt}
    ), files AS MATERIALIZED (SELECT category_code, channel_code FROM lines CROSS JOIN ${caseOf('case_id')} AS file),
    steps AS MATERIALIZED (SELECT step.* FROM lines CROSS JOIN ${stepOf} AS step)
    SELECT ${choices('category.code', 'category.name', 'files JOIN casework.category ON category.code = category_code')} AS categories,
      ${choices('channel.code', 'channel.name', 'files JOIN casework.channel ON channel.code = channel_code')} AS channels,
      ${choices('unit_id', 'unit_name', 'steps')} AS units,
      (SELECT coalesce(jsonb_agg(name ORDER BY name), '[]') FROM (SELECT DISTINCT name FROM steps LIMIT 200) AS known) AS steps`;
  const shape = `${filter.absent.length > 0 ? 'absent-' : ''}${filter.box}-${filter.sort}`;
  return { name: `casework-inbox-choices-${shape}`, text, values: sql.values };
}

function conditionsOf({ conditions, now, timeZone }: InboxFilter, { receivedAt }: BoxSql, sql: SqlValues): string {
  if (!conditions) return '';
  // Only an open case has a step in the boxes of cases, so that those that are over need no look at their steps.
  const open = receivedAt.startsWith('file') && asksForStep(conditions) ? `AND file.state = 'open' ` : '';
  return open + conditionsSql(conditions, { receivedAt, now, timeZone }, sql);
}

/** Most lines that a box is said to have. */
export const mostCounted = 1_000;

/**
 * Whether the page of a filter tells how many lines its box has: what may be claimed is read whole to find what is due
 * first, so the first page knows.
 */
export function countsItself({
  box,
  after,
  terms,
  conditions,
}: Pick<InboxFilter, 'box' | 'after' | 'terms' | 'conditions'>): boolean {
  return box === 'claimable' && after === undefined && terms === undefined && conditions === undefined;
}

/** One query for the counts of all boxes but one that is counted elsewhere. */
export function countsStatement(
  { accountId, pools, absent }: Pick<InboxFilter, 'accountId' | 'pools' | 'absent'>,
  but?: Box,
): Statement {
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
export function inboxMarkOf(
  values: readonly unknown[],
  { box, sort: by }: Pick<InboxFilter, 'box' | 'sort'>,
): InboxMark {
  const [sort, id, key] = values;
  const isSort = by === 'code' && isOpen(box) ? isCode : isMarkInstant;
  if (!isSort(sort) || !isUuid(id) || !isMarkNumber(key)) throw pageMarkInvalid();
  return [sort, id, key];
}

/** Boxes of what is still to be done, which can be put in another order. */
function isOpen(box: Box): boolean {
  return box === 'todo' || box === 'claimable';
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 80;
}

interface BoxSql {
  readonly from: string;
  readonly caseId: string;
  readonly where: string;
  readonly sort: string;
  /** Of what lines are sorted by. */
  readonly type: 'timestamptz' | 'text';
  /** When a line was received. */
  readonly receivedAt: string;
  readonly id: string;
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
}

/** What may be claimed: what nobody has, and in the units where one works what somebody has who is away. */
export function claimableSql({ pools, absent }: Pick<InboxFilter, 'pools' | 'absent'>, sql: SqlValues): string {
  const mine = sql.bind(pools, 'text[]');
  const free = `step.assignee_id IS NULL AND step.pools && ${mine}`;
  if (absent.length === 0) return free;
  return `(${free} OR step.assignee_id = ANY(${sql.bind(absent, 'uuid[]')})
    AND (step.unit_id IS NULL OR 'unit:' || step.unit_id = ANY(${mine})))`;
}

function boxSql(filter: InboxFilter, sql: SqlValues): BoxSql {
  const me = () => sql.bind(filter.accountId, 'uuid');
  const steps = {
    from: stepsFrom(filter),
    caseId: 'step.case_id',
    receivedAt: 'step.received_at',
    type: 'timestamptz',
    id: 'step.instance_id',
    key: 'step.key',
  } as const;
  const open = { ...steps, ...orders[filter.sort] };
  const first = `LEFT JOIN LATERAL (SELECT * FROM casework.step WHERE case_id = file.id AND state = 'open'
    AND ${isOwnStep} ORDER BY due_sort, instance_id, key LIMIT 1) AS step ON true`;
  const cases = {
    id: 'file.id',
    caseId: 'file.id',
    key: '0::integer',
    type: 'timestamptz',
    direction: 'DESC',
    receivedAt: 'file.received_at',
  } as const;
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

/**
 * Steps, with their cases where those are asked for, as the words of a search are. By default a step tells all that picks
 * a page; what else is asked of a case is looked up for each step by itself (OFFSET keeps it so), as the way by the index
 * of the steps is bounded by what one person has, and a way through all cases is not.
 */
function stepsFrom({ box, sort, terms, conditions }: InboxFilter): string {
  if (terms !== undefined) return 'casework.step JOIN casework.case_file file ON file.id = step.case_id';
  const cased = (isOpen(box) && sort === 'code') || (conditions !== undefined && asksForCase(conditions));
  return cased ? `casework.step CROSS JOIN ${caseOf('step.case_id')} AS file` : 'casework.step';
}

/** What lists ask of a case, which an index of its own holds. */
function caseOf(id: string): string {
  return `LATERAL (SELECT code, category_code, channel_code FROM casework.case_file WHERE id = ${id} OFFSET 0)`;
}

/** How what is still to be done is put in order. */
const orders = {
  due: { sort: 'step.due_sort', type: 'timestamptz', direction: 'ASC' },
  received: { sort: 'step.received_at', type: 'timestamptz', direction: 'DESC' },
  code: { sort: 'file.code', type: 'text', direction: 'ASC' },
} as const satisfies Record<InboxSort, Pick<BoxSql, 'sort' | 'type' | 'direction'>>;
