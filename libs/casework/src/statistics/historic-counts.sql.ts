import type { Database } from '@lianban/platform';
import { isOwnStep } from '../sides/own-step.sql.js';
import { sideKinds } from '../sides/side-process.js';
import type { Counted } from './counted.js';
import type { HistoricAge, SinceCount } from './historic-counts.rules.js';

/** The last line of a case of one of these kinds that was known, of no process beside the case. */
function lastLine(what: string, kinds: readonly string[]): string {
  return `(SELECT ${what} FROM casework.trail line WHERE line.case_id = file.id AND line.at < $1
    AND line.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})
    AND coalesce(line.definition_key, '') <> ALL($3::text[]) ORDER BY line.seq DESC LIMIT 1)`;
}

/**
 * The cases of the scope that were open and marked, by since when and by the unit whose task of them was due first; by
 * the one that is responsible where no unit had any. Read from the few cases that ever were marked.
 */
export async function countHistoric(db: Database, { known, unitIds }: Counted): Promise<SinceCount[]> {
  return await db.query<SinceCount>({
    name: 'casework-count-historic',
    text: `WITH marked AS (
        SELECT file.id, file.owner_unit_id,
          ${lastLine(`line.detail ->> 'since'`, ['historic-marked', 'historic-unmarked'])} AS since,
          ${lastLine('line.kind', ['closed', 'withdrawn', 'reopened', 'separated'])} AS ending
        FROM casework.case_file file
        WHERE historic_at < $1
          AND EXISTS (SELECT FROM casework.involvement WHERE case_id = file.id AND unit_id = ANY($2::text[])))
      SELECT unit.id AS "unitId", unit.name AS unit, since, count(*)::int AS count
      FROM marked LEFT JOIN LATERAL (
          SELECT unit_id FROM casework.step
          WHERE case_id = marked.id AND received_at < $1 AND coalesce(finished_at >= $1, true) AND unit_id IS NOT NULL
            AND ${isOwnStep}
          ORDER BY due_sort, instance_id, key LIMIT 1) held ON true
        JOIN organisation.unit ON unit.id = coalesce(held.unit_id, owner_unit_id)
      WHERE since IS NOT NULL AND coalesce(ending IN ('reopened', 'separated'), true)
      GROUP BY unit.id, unit.name, unit.path, since ORDER BY unit.path, since`,
    values: [known, unitIds, sideKinds],
  });
}

/** Ages in use, by which matters are counted. */
export async function historicAges(db: Database): Promise<HistoricAge[]> {
  return await db.query<HistoricAge>({
    name: 'casework-historic-ages',
    text: 'SELECT code, name, years FROM casework.historic_age WHERE active ORDER BY years, position, code',
  });
}
