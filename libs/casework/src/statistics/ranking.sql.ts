import type { UnitKind } from '@lianban/organisation';
import type { Database } from '@lianban/platform';
import { isOwnStep } from '../sides/own-step.sql.js';
import { sideKinds } from '../sides/side-process.js';
import type { Counted } from './counted.js';
import { countsOf, fates, isExcluded } from './fates.sql.js';
import type { CaseCounts } from './statistics.js';

/** What became of the cases that a unit, or a unit below it, handled. */
export interface UnitFates extends CaseCounts {
  readonly unitId: string;
  readonly unit: string;
  readonly kind: UnitKind;
}

/**
 * The cases of the period by each unit of some kinds that handled them, itself or by a unit below, without those that are
 * left out. A lapse counts for who let it happen, and for the units above.
 */
export async function countUnitFates(db: Database, counted: Counted): Promise<UnitFates[]> {
  const { from, to, known, timeZone, unitIds, paths, settings } = counted;
  return await db.query<UnitFates>({
    name: 'casework-count-unit-fates',
    text: `WITH ${fates},
      above AS MATERIALIZED (
        SELECT unit.id, lower.id AS holder_id
        FROM organisation.unit JOIN organisation.unit lower ON unit.id = ANY(string_to_array(lower.path, '/'))
        WHERE unit.path LIKE ANY($7::text[]) AND unit.kind = ANY($8::text[])),
      left_in AS MATERIALIZED (SELECT * FROM fate WHERE NOT ${isExcluded('fate.id')}),
      lapse AS (
        SELECT DISTINCT left_in.id, above.id AS unit_id
        FROM left_in CROSS JOIN unnest(lapsed_by) AS by_whom JOIN above ON above.holder_id = by_whom),
      held AS (
        SELECT DISTINCT left_in.id, above.id AS unit_id
        FROM left_in JOIN bounds ON true JOIN casework.step ON step.case_id = left_in.id
          AND step.received_at >= since AND step.received_at < known
          JOIN above ON above.holder_id = step.unit_id
        WHERE ${isOwnStep})
      SELECT unit.id AS "unitId", unit.name AS unit, unit.kind, ${countsOf('lapse.id IS NULL')}
      FROM held JOIN left_in USING (id) LEFT JOIN lapse ON lapse.id = held.id AND lapse.unit_id = held.unit_id
        JOIN organisation.unit ON unit.id = held.unit_id
      GROUP BY unit.id, unit.name, unit.kind, unit.path ORDER BY unit.path`,
    values: [from, to, known, timeZone, unitIds, sideKinds, paths.map((path) => `${path}%`), settings.ranking.kinds],
  });
}
