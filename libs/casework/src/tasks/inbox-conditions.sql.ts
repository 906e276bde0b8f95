import type { SqlValues } from '../sql-values.js';
import type { InboxConditions } from './inbox-conditions.js';
import { lightSql } from './light.sql.js';

/** Whether conditions look at the case of a line. */
export function asksForCase({ category, channel }: InboxConditions): boolean {
  return category !== undefined || channel !== undefined;
}

/** Whether conditions look at what only an open or finished step has. */
export function asksForStep({ unit, step, light }: InboxConditions): boolean {
  return unit !== undefined || step !== undefined || light !== undefined;
}

/**
 * Conditions on the lines of a box, each beginning with AND.
 *
 * @param receivedAt when a line was received, as SQL
 */
export function conditionsSql(
  conditions: InboxConditions,
  { receivedAt, now, timeZone }: { readonly receivedAt: string; readonly now: Date; readonly timeZone: string },
  sql: SqlValues,
): string {
  const { category, channel, unit, step, light, from, to } = conditions;
  const oneOf = (what: string, values: readonly string[] | undefined) =>
    values === undefined ? [] : [`${what} = ANY(${sql.bind(values, 'text[]')})`];
  const begin = (day: string, later: string) =>
    `(${sql.bind(day, 'text')}::date${later})::timestamp AT TIME ZONE ${sql.bind(timeZone, 'text')}`;
  return [
    ...oneOf('file.category_code', category),
    ...oneOf('file.channel_code', channel),
    ...oneOf('step.unit_id', unit),
    ...oneOf('step.name', step),
    ...(light === undefined ? [] : oneOf(lightSql('step', sql.bind(now, 'timestamptz')), light)),
    ...(from === undefined ? [] : [`${receivedAt} >= ${begin(from, '')}`]),
    ...(to === undefined ? [] : [`${receivedAt} < ${begin(to, ' + 1')}`]),
  ]
    .map((condition) => `AND ${condition}`)
    .join(' ');
}
