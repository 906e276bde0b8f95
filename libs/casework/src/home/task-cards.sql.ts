import { offeredSql, takenSql } from '../mutual-aid/volunteer-task.sql.js';
import { notRecused } from '../recusals/recusal.sql.js';
import type { SqlValues } from '../sql-values.js';
import { claimableSql } from '../tasks/inbox.sql.js';
import { lightSql } from '../tasks/light.sql.js';
import { poolsOfPrincipal } from '../tasks/pools.rules.js';
import type { HomeCardSource, HomeReader } from './home-card.js';
import { patternsOf } from './like-paths.js';

/** Tasks in one's hands, and those that one may claim, by the same conditions as the inbox. */
export const taskCards: readonly HomeCardSource[] = [
  { id: 'todo', permission: 'task.handle', things: (reader) => held(reader) },
  { id: 'over', permission: 'task.handle', things: (reader) => held(reader, lit(reader, 'red')) },
  { id: 'soon', permission: 'task.handle', things: (reader) => held(reader, lit(reader, 'yellow')) },
  {
    id: 'fresh',
    permission: 'task.handle',
    things: (reader) => held(reader, `step.received_at >= ${reader.yesterday}`),
  },
  { id: 'orders', permission: 'task.handle', things: (reader) => held(reader, isOrder) },
  { id: 'claimable', permission: 'task.handle', things: (reader, sql) => claimable(reader, sql) },
  { id: 'orders-to-claim', permission: 'task.handle', things: (reader, sql) => claimable(reader, sql, isOrder) },
  {
    id: 'offers',
    permission: 'mutual-aid.help',
    things: (reader, sql) => `${times} FROM ${offeredSql(reader.account, patternsOf(reader, 'mutual-aid.help', sql))}`,
  },
  {
    id: 'helps',
    permission: 'mutual-aid.help',
    things: (reader, sql) =>
      `${times} FROM ${takenSql(reader.account, patternsOf(reader, 'mutual-aid.help', sql))} AND step.state = 'open'`,
  },
];

const times = 'SELECT step.received_at AS since, step.due_at AS due';

const isOrder = `EXISTS (SELECT FROM casework.side_process side WHERE side.id = step.instance_id AND side.kind = 'supervision')`;

function lit({ now }: HomeReader, light: 'yellow' | 'red'): string {
  return `${lightSql('step', now)} = '${light}'`;
}

function held(reader: HomeReader, which?: string): string {
  return open(reader, `step.assignee_id = ${reader.account}`, which);
}

function claimable(reader: HomeReader, sql: SqlValues, which?: string): string {
  const { principal, access } = reader;
  const absent = principal.standsInFor.map(({ accountId }) => accountId);
  return open(reader, claimableSql({ pools: poolsOfPrincipal(principal, access), absent }, sql), which);
}

function open({ account }: HomeReader, whose: string, which = 'true'): string {
  return `${times} FROM casework.step
    WHERE step.state = 'open' AND ${whose} AND ${which} AND ${notRecused('step.case_id', account)}`;
}
