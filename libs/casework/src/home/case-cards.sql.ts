import { bulletins } from '../ladder/bulletin.sql.js';
import { talks } from '../ladder/talk.sql.js';
import { notRecused } from '../recusals/recusal.sql.js';
import type { HomeCardSource, HomeReader } from './home-card.js';
import { likePaths } from './like-paths.js';

/** Cases and what the ladder left units with, as far as they wait for somebody. */
export const caseCards: readonly HomeCardSource[] = [
  {
    id: 'registered',
    permission: 'case.register',
    things: ({ account }) => `SELECT received_at AS since, NULL::timestamptz AS due FROM casework.case_file
      WHERE registered_by = ${account} AND state = 'open' AND ${notRecused('id', account)}`,
  },
  {
    id: 'bulletins',
    permission: 'supervision.answer',
    things: (reader, sql) =>
      ofUnits(reader, { table: 'bulletin', since: 'decided_at', state: bulletins.told }) +
      likePaths(reader, 'supervision.answer', sql),
  },
  {
    id: 'talks',
    permission: 'supervision.answer',
    things: (reader, sql) =>
      ofUnits(reader, { table: 'talk', since: 'held_at', state: talks.told }) +
      likePaths(reader, 'supervision.answer', sql),
  },
  {
    id: 'drafts',
    permission: 'supervision.order',
    things: (reader, sql) =>
      ofUnits(reader, { table: 'bulletin', since: 'drafted_at', state: 'draft' }) +
      likePaths(reader, 'supervision.order', sql),
  },
  {
    id: 'supervised',
    permission: 'supervision.read',
    things: (reader, sql) => `SELECT side.asked_at AS since, side.due_at AS due FROM casework.side_process side
        JOIN organisation.unit ON unit.id = side.unit_id
      WHERE side.kind = 'supervision' AND side.ended_at IS NULL AND ${notRecused('side.case_id', reader.account)}
        ${likePaths(reader, 'supervision.read', sql)}`,
  },
];

/** What of one table is in one state; the texts are constants of the code. */
function ofUnits(
  { account }: HomeReader,
  { table, since, state }: { readonly table: 'bulletin' | 'talk'; readonly since: string; readonly state: string },
): string {
  return `SELECT ${table}.${since} AS since, NULL::timestamptz AS due FROM casework.${table}
      JOIN organisation.unit ON unit.id = ${table}.unit_id
    WHERE ${table}.state = '${state}' AND ${notRecused(`${table}.case_id`, account)} `;
}
