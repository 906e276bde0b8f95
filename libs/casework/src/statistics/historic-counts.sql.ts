import type { Database } from '@lianban/platform';
import { isOwnStep } from '../sides/own-step.sql.js';
import { sideKinds } from '../sides/side-process.js';
import type { Counted } from './counted.js';
import type { HistoricAge, SinceCount } from './historic-counts.rules.js';

/** Parameters of a statement over marked cases. */
interface MarkedParameters {
  readonly known: string;
  readonly scope: string;
  /** Keys of processes beside the case. */
  readonly sides: string;
}

/**
 * The cases `marked` of the scope that were open and marked, with since when, and with the `unit` whose task of them was
 * due first; with the one that is responsible where no unit had any. Read from the few cases that ever were marked.
 */
export function markedSql(columns: string, { known, scope, sides }: MarkedParameters): string {
  const lastLine = (what: string, kinds: string): string => `(SELECT ${what} FROM casework.trail line
    WHERE line.case_id = file.id AND line.at < ${known} AND line.kind IN (${kinds})
      AND coalesce(line.definition_key, '') <> ALL(${sides}) ORDER BY line.seq DESC LIMIT 1)`;
  return `SELECT ${columns}
      FROM (SELECT file.id, file.owner_unit_id,
          ${lastLine(`line.detail ->> 'since'`, `'historic-marked', 'historic-unmarked'`)} AS since,
          ${lastLine('line.kind', `'closed', 'withdrawn', 'reopened', 'separated'`)} AS ending
        FROM casework.case_file file
        WHERE historic_at < ${known}
          AND EXISTS (SELECT FROM casework.involvement WHERE case_id = file.id AND unit_id = ANY(${scope}))) AS marked
        LEFT JOIN LATERAL (
          SELECT unit_id FROM casework.step
          WHERE case_id = marked.id AND received_at < ${known} AND coalesce(finished_at >= ${known}, true)
            AND unit_id IS NOT NULL AND ${isOwnStep}
          ORDER BY due_sort, instance_id, key LIMIT 1) held ON true
        JOIN organisation.unit ON unit.id = coalesce(held.unit_id, owner_unit_id)
      WHERE since IS NOT NULL AND coalesce(ending IN ('reopened', 'separated'), true)`;
}

/** How many cases each unit has, by since when their matters stand. */
export async function countHistoric(db: Database, { known, unitIds }: Counted): Promise<SinceCount[]> {
  const marked = markedSql('unit.id AS "unitId", unit.name AS unit, since, count(*)::int AS count', {
    known: '$1',
    scope: '$2::text[]',
    sides: '$3::text[]',
  });
  return await db.query<SinceCount>({
    name: 'casework-count-historic',
    text: `${marked} GROUP BY unit.id, unit.name, unit.path, since ORDER BY unit.path, since`,
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
