import type { Database } from '@lianban/platform';
import type { Counted } from './counted.js';
import { bounds, received } from './fates.sql.js';

/** How many closed cases of one topic or of one unit were settled in one way. */
export interface DispositionCount {
  readonly of: 'topic' | 'unit';
  readonly code: string;
  readonly name: string;
  readonly disposition: string;
  readonly count: number;
}

/**
 * The closed cases of the period by the last answer that was known, '' where there was none; by topic, and by the unit
 * that answered where it lies in the scope.
 */
export async function countDispositions(db: Database, counted: Counted): Promise<DispositionCount[]> {
  const { from, to, known, timeZone, unitIds, paths } = counted;
  return await db.query<DispositionCount>({
    name: 'casework-count-dispositions',
    text: `WITH ${bounds}, ${received},
      closed AS (
        SELECT received.id FROM received JOIN bounds ON true
          JOIN casework.trail line ON line.case_id = received.id AND line.at >= since AND line.at < known
        WHERE line.kind IN ('closed', 'withdrawn', 'reopened', 'separated')
        GROUP BY received.id HAVING (array_agg(line.kind ORDER BY line.seq DESC))[1] = 'closed'),
      answer AS (
        SELECT DISTINCT ON (closed.id) closed.id AS case_id, given.unit_id, coalesce(given.disposition_code, '') AS disposition
        FROM closed JOIN bounds ON true
          LEFT JOIN casework.answer given ON given.case_id = closed.id AND given.at < known
        ORDER BY closed.id, given.id DESC),
      sorted AS (
        SELECT 'topic' AS of, coalesce(top.code, '') AS code, coalesce(top.name, '未分类') AS name, '' AS place, disposition
        FROM answer JOIN casework.case_file file ON file.id = case_id AND file.received_at >= (SELECT since FROM bounds)
          LEFT JOIN casework.category ON category.code = file.category_code
          LEFT JOIN casework.category top ON top.code = coalesce(category.parent_code, category.code)
        UNION ALL
        SELECT 'unit', unit.id, unit.name, unit.path, disposition
        FROM answer JOIN organisation.unit ON unit.id = unit_id WHERE unit.path LIKE ANY($6::text[]))
      SELECT of, code, name, disposition, count(*)::int AS count
      FROM sorted GROUP BY of, code, name, place, disposition ORDER BY of, place, code`,
    values: [from, to, known, timeZone, unitIds, paths.map((path) => `${path}%`)],
  });
}

/** All ways, those out of use too: cases were settled in them. */
export async function dispositionKinds(db: Database): Promise<{ readonly code: string; readonly name: string }[]> {
  return await db.query({
    name: 'casework-disposition-kinds',
    text: 'SELECT code, name FROM casework.disposition ORDER BY position, code',
  });
}
