import type { Database } from '@lianban/platform';
import { isOwnStep } from '../sides/own-step.sql.js';
import { lightSql } from '../tasks/light.sql.js';
import type { Counted } from './counted.js';
import type { UnitOnMap } from './map-figures.js';

/**
 * The units of the scope that stand, with the cases that they ever held: received in the period, and open now. A case
 * stands where the units are that handle it; of itself it has no place.
 */
export async function mapFigures(
  db: Database,
  { from, to, known, timeZone, paths }: Pick<Counted, 'from' | 'to' | 'known' | 'timeZone' | 'paths'>,
): Promise<UnitOnMap[]> {
  return await db.query<UnitOnMap>({
    name: 'casework-map-figures',
    text: `
      WITH place AS (
        SELECT unit.id, unit.name, unit.kind, unit.parent_id, unit.path FROM organisation.unit
        WHERE unit.path LIKE ANY($5::text[]) AND unit.valid_to IS NULL),
      came AS (
        SELECT seen.unit_id, count(*)::int AS received FROM casework.involvement seen
        WHERE seen.unit_id IN (SELECT id FROM place)
          AND seen.received_at >= $1::date::timestamp AT TIME ZONE $4
          AND seen.received_at < ($2::date + 1)::timestamp AT TIME ZONE $4
        GROUP BY seen.unit_id),
      stands AS (
        SELECT seen.unit_id, count(*)::int AS open FROM casework.involvement seen
        WHERE seen.unit_id IN (SELECT id FROM place) AND seen.state = 'open' GROUP BY seen.unit_id),
      lit AS (
        SELECT step.unit_id, ${lightSql('step', '$3::timestamptz')} AS light FROM casework.step
        WHERE step.state = 'open' AND step.unit_id IN (SELECT id FROM place) AND ${isOwnStep}),
      task AS (
        SELECT unit_id, count(*) FILTER (WHERE light = 'green' OR light IS NULL)::int AS green,
          count(*) FILTER (WHERE light = 'yellow')::int AS yellow, count(*) FILTER (WHERE light = 'red')::int AS red,
          count(*) FILTER (WHERE light = 'paused')::int AS paused
        FROM lit GROUP BY unit_id)
      SELECT place.id AS "unitId", place.name AS unit, place.kind, place.parent_id AS "parentId",
        coalesce(contact.address, '') AS address,
        CASE WHEN contact.longitude IS NOT NULL
          THEN jsonb_build_object('longitude', contact.longitude, 'latitude', contact.latitude) END AS position,
        coalesce(received, 0) AS received, coalesce(open, 0) AS open, coalesce(green, 0) AS green,
        coalesce(yellow, 0) AS yellow, coalesce(red, 0) AS red, coalesce(paused, 0) AS paused
      FROM place LEFT JOIN came ON came.unit_id = place.id LEFT JOIN stands ON stands.unit_id = place.id
        LEFT JOIN task ON task.unit_id = place.id
        LEFT JOIN LATERAL (SELECT * FROM organisation.unit_contact
          WHERE unit_id = place.id ORDER BY id DESC LIMIT 1) contact ON true
      ORDER BY place.path LIMIT 5000`,
    values: [from, to, known, timeZone, paths.map((path) => `${path}%`)],
  });
}
