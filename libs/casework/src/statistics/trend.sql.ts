import type { Database } from '@lianban/platform';
import { sideKinds } from '../sides/side-process.js';
import type { Counted } from './counted.js';
import { countNames, countsOf, fates } from './fates.sql.js';
import type { TrendCounts } from './trend.rules.js';
import type { Trend } from './trend.js';

/** Each day or month of the period up to what is known: the fate of what was received then, and what was closed then. */
export async function countTrend(
  db: Database,
  { from, to, known, timeZone, unitIds }: Counted,
  by: Trend['by'],
): Promise<TrendCounts[]> {
  return await db.query<TrendCounts>({
    name: 'casework-count-trend',
    text: `WITH ${fates},
      came AS (
        SELECT date_trunc($7, received_at AT TIME ZONE $4) AS stretch, ${countsOf('NOT lapsed')}
        FROM fate GROUP BY stretch),
      went AS (
        SELECT date_trunc($7, line.at AT TIME ZONE $4) AS stretch, count(*)::int AS endings
        FROM casework.trail line, bounds
        WHERE line.kind = 'closed' AND line.at >= since AND line.at < until AND line.at < known
          AND coalesce(line.definition_key, '') <> ALL($6::text[])
          AND EXISTS (SELECT FROM casework.involvement
            WHERE case_id = line.case_id AND unit_id = ANY($5::text[]))
        GROUP BY stretch)
      SELECT to_char(stretch, 'YYYY-MM-DD') AS day, coalesce(endings, 0) AS endings,
        ${countNames.map((name) => `coalesce("${name}", 0) AS "${name}"`).join(', ')}
      FROM bounds, generate_series(date_trunc($7, $1::date::timestamp),
          least($2::date::timestamp, known AT TIME ZONE $4), ('1 ' || $7)::interval) AS stretch
        LEFT JOIN came USING (stretch) LEFT JOIN went USING (stretch)
      ORDER BY stretch LIMIT 400`,
    values: [from, to, known, timeZone, unitIds, sideKinds, by],
  });
}
