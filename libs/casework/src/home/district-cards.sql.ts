import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { SqlValues } from '../sql-values.js';
import type { HomeCardSource, HomeReader } from './home-card.js';
import { likePaths } from './like-paths.js';

/** How the units stand for whose figures somebody answers. */
export const districtCards: readonly HomeCardSource[] = [
  {
    id: 'late',
    permission: 'statistics.read',
    things: (
      reader,
      sql,
    ) => `SELECT step.case_id, min(step.due_at) AS since, NULL::timestamptz AS due FROM casework.step
        JOIN organisation.unit ON unit.id = step.unit_id
      WHERE step.state = 'open' AND NOT step.suspended AND step.due_at < ${reader.now} AND ${isOwnStep}
        AND ${notRecused('step.case_id', reader.account)} ${likePaths(reader, 'statistics.read', sql)}
      GROUP BY step.case_id`,
  },
  {
    id: 'open',
    permission: 'statistics.read',
    things: (reader, sql) => cases(reader, sql, `involvement.state = 'open'`),
  },
  {
    id: 'received',
    permission: 'statistics.read',
    things: (reader, sql) => cases(reader, sql, `involvement.received_at >= ${reader.today}`),
  },
];

/** Cases of the scope; a case counts once, however many of the scope's units held it. */
function cases({ principal, access, account }: HomeReader, sql: SqlValues, which: string): string {
  const { unitIds } = access.unitScope(principal, 'statistics.read');
  return `SELECT DISTINCT involvement.case_id, involvement.received_at AS since, NULL::timestamptz AS due
    FROM casework.involvement
    WHERE involvement.unit_id = ANY(${sql.bind(unitIds, 'text[]')}) AND ${which}
      AND ${notRecused('involvement.case_id', account)}`;
}
