import type { Database } from '@lianban/platform';
import type { OverdueUnit } from './reception.js';

/** A unit with its place in the order. */
export type OverdueRow = OverdueUnit & { readonly path: string };

/**
 * One page of the units that have held no reception for longer than their kind should: since the last one, or since they
 * began where there was none.
 */
export async function overdueUnits(
  db: Database,
  of: {
    readonly paths: readonly string[];
    readonly today: string;
    readonly timeZone: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<OverdueRow[]> {
  return await db.query<OverdueRow>({
    name: 'outreach-overdue-units',
    text: `SELECT unit.id, unit.name, unit.path, every_days AS "everyDays", to_char(last.day, 'YYYY-MM-DD') AS last,
             to_char(next.day, 'YYYY-MM-DD') AS next
           FROM outreach.reception_duty duty JOIN organisation.unit ON unit.kind = duty.code AND unit.valid_to IS NULL
             CROSS JOIN LATERAL (SELECT max(day) AS day FROM outreach.reception
               WHERE unit_id = unit.id AND state = 'held') last
             CROSS JOIN LATERAL (SELECT min(day) AS day FROM outreach.reception
               WHERE unit_id = unit.id AND state = 'published' AND day >= $2::date) next
           WHERE duty.active AND unit.path LIKE ANY ($1::text[]) AND ($4::text IS NULL OR unit.path > $4)
             AND coalesce(last.day, (unit.valid_from AT TIME ZONE $3)::date) < $2::date - every_days
           ORDER BY unit.path LIMIT $5`,
    values: [of.paths, of.today, of.timeZone, of.after, of.limit],
  });
}
