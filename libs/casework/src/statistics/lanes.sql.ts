import type { Database } from '@lianban/platform';
import { laneOf } from '../mutual-aid/lane.sql.js';
import type { Counted } from './counted.js';
import { bounds, received } from './fates.sql.js';
import type { LaneCount } from './lanes.rules.js';

/** The cases of the period by the lane in which they were as far as was known, and how those went that were closed. */
export async function countLanes(db: Database, counted: Counted): Promise<LaneCount[]> {
  const { from, to, known, timeZone, unitIds } = counted;
  return await db.query<LaneCount>({
    name: 'casework-count-lanes',
    text: `WITH ${bounds}, ${received},
      fate AS (
        SELECT received.id, (array_agg(line.kind ORDER BY line.seq DESC))[1] AS ending,
          (array_agg(line.at ORDER BY line.seq DESC))[1] AS ended_at
        FROM received JOIN bounds ON true
          LEFT JOIN casework.trail line ON line.case_id = received.id AND line.at >= since AND line.at < known
            AND line.kind IN ('closed', 'withdrawn', 'reopened', 'separated')
        GROUP BY received.id),
      told AS (
        SELECT ending, ended_at - file.received_at AS lasted, ${laneOf('file.id', '(SELECT known FROM bounds)')} AS lane
        FROM fate JOIN casework.case_file file USING (id) WHERE file.received_at >= (SELECT since FROM bounds))
      SELECT lane, count(*)::int AS received, count(*) FILTER (WHERE ending = 'closed')::int AS closed,
        round((avg(extract(epoch FROM lasted)) FILTER (WHERE ending = 'closed') / 3600)::numeric, 1)::float AS hours
      FROM told GROUP BY lane`,
    values: [from, to, known, timeZone, unitIds],
  });
}
