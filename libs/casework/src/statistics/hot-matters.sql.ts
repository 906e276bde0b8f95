import type { Database } from '@lianban/platform';
import { mayRead, type CaseScope } from '../cases/case-access.js';
import type { Counted } from './counted.js';
import type { HotCase } from './hot-matters.js';

/** How many combinations of topic and place are looked at, the fullest first, and how many cases of each, the latest first. */
const mostBlocks = 80;
const mostOfBlock = 100;
/** As much of a letter as a title would say. */
const compared = 80;

/** A recent case with what it is compared by. */
export interface RecentCase {
  readonly id: string;
  readonly title: string;
  readonly address: string | null;
  readonly text: string;
  /** Day of receipt, local. */
  readonly day: string;
  readonly categoryCode: string;
  readonly topic: string;
  readonly placeId: string;
  readonly place: string | null;
  /** Its topic and place have more cases than were handed out. */
  readonly cut: boolean;
}

/**
 * Cases of the scope of the last days, where one street has several of one topic. However many cases there are, no more
 * than a fixed number is handed out: a matter that is hot stands out in any of them.
 */
export async function recentCases(
  db: Database,
  { known, unitIds, timeZone, settings }: Counted,
): Promise<RecentCase[]> {
  const { days, fewest } = settings.hotMatters;
  return await db.query<RecentCase>({
    name: 'casework-recent-cases',
    text: `
      WITH recent AS (
        SELECT DISTINCT case_id AS id FROM casework.involvement
        WHERE unit_id = ANY($1::text[]) AND received_at >= $2::timestamptz - make_interval(days => $3) AND received_at < $2),
      street AS MATERIALIZED (
        SELECT unit.id AS unit_id, street.id, street.name FROM organisation.unit
          JOIN organisation.unit street ON street.kind = 'street' AND street.id = ANY(string_to_array(unit.path, '/'))),
      placed AS MATERIALIZED (
        SELECT file.id, coalesce(file.category_code, '') AS category, coalesce(street.id, '') AS place, file.received_at
        FROM recent JOIN casework.case_file file USING (id)
          LEFT JOIN street ON street.unit_id = coalesce(file.station_id, file.first_unit_id)
        WHERE file.received_at >= $2::timestamptz - make_interval(days => $3)),
      block AS (
        SELECT category, place, count(*)::int AS together FROM placed
        GROUP BY category, place HAVING count(*) >= $4 ORDER BY count(*) DESC, category, place LIMIT ${mostBlocks}),
      latest AS (
        SELECT id, category, place, together FROM (
          SELECT placed.id, category, place, together,
            row_number() OVER (PARTITION BY category, place ORDER BY received_at DESC, placed.id) AS nth
          FROM placed JOIN block USING (category, place)) AS numbered
        WHERE nth <= ${mostOfBlock})
      SELECT file.id, file.title, file.address, left(file.text, ${compared}) AS text, to_char(file.received_at AT TIME ZONE $5, 'YYYY-MM-DD') AS day,
        latest.category AS "categoryCode", coalesce(category.name, '未分类') AS topic, latest.place AS "placeId",
        (SELECT name FROM organisation.unit WHERE id = latest.place) AS place,
        together > ${mostOfBlock} AS cut
      FROM latest JOIN casework.case_file file USING (id)
        LEFT JOIN casework.category ON category.code = latest.category
      ORDER BY file.received_at, file.id`,
    values: [unitIds, known, days, fewest, timeZone],
  });
}

/** Those of the cases that somebody may read, the latest first. */
export async function readableCases(db: Database, ids: readonly string[], scope: CaseScope): Promise<HotCase[]> {
  return await db.query<HotCase>({
    name: 'casework-readable-cases',
    text: `SELECT id, code, title FROM casework.case_file file
           WHERE id = ANY($1::uuid[]) AND ${mayRead('$2', '$3')} ORDER BY received_at DESC, id`,
    values: [ids, scope.accountId, scope.unitIds],
  });
}
