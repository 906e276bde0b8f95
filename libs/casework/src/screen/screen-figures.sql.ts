import type { Database } from '@lianban/platform';

/** Open cases of units and those below, by the level at which they are. */
export async function openByLevel(
  db: Database,
  unitIds: readonly string[],
): Promise<{ readonly level: string; readonly open: number }[]> {
  return await db.query({
    name: 'casework-screen-levels',
    text: `WITH held AS (SELECT DISTINCT case_id FROM casework.involvement WHERE unit_id = ANY($1) AND state = 'open')
           SELECT coalesce(file.level, 'station') AS level, count(*)::int AS open
           FROM held JOIN casework.case_file file ON file.id = held.case_id AND file.state = 'open' GROUP BY 1`,
    values: [unitIds],
  });
}
