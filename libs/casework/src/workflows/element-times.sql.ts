import type { Database } from '@lianban/platform';
import { officeTime, workedBefore } from '../statistics/office-time.sql.js';
import type { OfficeTime } from '../statistics/office-time.rules.js';
import type { ElementTime } from './element-times.js';

/** Which steps are measured. */
interface Asked {
  readonly processKey: string;
  readonly version: number;
  readonly since: string;
  readonly timeZone: string;
  /** Not more than the newest so many. */
  readonly most: number;
}

/** Times of the newest ended steps of a version, by element; read from an index alone. */
export async function measureElements(db: Database, asked: Asked, office: OfficeTime): Promise<ElementTime[]> {
  const { processKey, version, since, timeZone, most } = asked;
  const hours = (part: number): string =>
    `round((percentile_cont(${part}) WITHIN GROUP (ORDER BY seconds) / 3600)::numeric, 1)::float`;
  return await db.query<ElementTime>({
    name: 'casework-element-times',
    text: `WITH ${officeTime({ days: '$5', opens: '$6', closes: '$7', timeZone: '$4' })},
      ended AS (
        SELECT element_id, state, received_at, finished_at FROM casework.step
        WHERE definition_key = $1 AND definition_version = $2 AND state IN ('done', 'lapsed') AND finished_at >= $3
        ORDER BY finished_at DESC LIMIT $8),
      stay AS (
        SELECT element_id, state, ${workedBefore('finished_at')} - ${workedBefore('received_at')} AS seconds FROM ended)
      SELECT element_id AS "elementId", count(*)::int AS count, count(*) FILTER (WHERE state = 'lapsed')::int AS lapsed,
        ${hours(0.5)} AS median, ${hours(0.9)} AS p90
      FROM stay GROUP BY element_id ORDER BY count DESC, element_id`,
    values: [processKey, version, since, timeZone, office.days, office.opens, office.closes, most],
  });
}
