import type { Database, Transaction } from '@lianban/platform';
import type { PublicStation, SetContact } from './unit-contact.js';

/** Columns of a row of `organisation.unit_contact contact`. */
const columns = `coalesce(contact.address, '') AS address, coalesce(contact.telephone, '') AS telephone, contact.hours,
  CASE WHEN contact.longitude IS NOT NULL
    THEN jsonb_build_object('longitude', contact.longitude, 'latitude', contact.latitude) END AS position`;

/** What was decided of a unit, the newest first. */
export async function contactsOf(db: Database | Transaction, unitId: string, limit: number): Promise<SetContact[]> {
  return await db.query<SetContact>({
    name: 'organisation-contacts-of',
    text: `SELECT ${columns}, id::int AS version, reason, set_by AS "setBy", set_at AS "setAt"
           FROM organisation.unit_contact contact WHERE unit_id = $1 ORDER BY id DESC LIMIT $2`,
    values: [unitId, limit],
  });
}

/** One change of a unit at a time, so that the second of two sees the first. */
export async function lockUnit(tx: Transaction, unitId: string): Promise<void> {
  await tx.query({
    name: 'organisation-lock-unit',
    text: 'SELECT FROM organisation.unit WHERE id = $1 FOR NO KEY UPDATE',
    values: [unitId],
  });
}

/** Adds what holds from now on. */
export async function insertContact(
  tx: Transaction,
  unitId: string,
  { address, telephone, hours, position, reason, setBy, setAt }: Omit<SetContact, 'version'>,
): Promise<void> {
  await tx.query({
    name: 'organisation-insert-contact',
    text: `INSERT INTO organisation.unit_contact
             (unit_id, address, telephone, hours, longitude, latitude, reason, set_by, set_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      unitId,
      address,
      telephone,
      hours && JSON.stringify(hours),
      position?.longitude ?? null,
      position?.latitude ?? null,
      reason,
      JSON.stringify(setBy),
      setAt,
    ],
  });
}

/** Units that have no contact yet, of those named. */
export async function unitsWithoutContact(db: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>({
    text: `SELECT id FROM organisation.unit WHERE id = ANY($1)
             AND NOT EXISTS (SELECT FROM organisation.unit_contact WHERE unit_id = unit.id)`,
    values: [ids],
  });
  return rows.map(({ id }) => id);
}

type StationRow = PublicStation & { readonly path: string };

/** The newest contact of each `unit`; null where none was ever set. */
const newest = `LEFT JOIN LATERAL (SELECT * FROM organisation.unit_contact
    WHERE unit_id = unit.id ORDER BY id DESC LIMIT 1) contact ON true
  LEFT JOIN organisation.unit street
    ON street.kind = 'street' AND street.id = ANY(string_to_array(unit.path, '/')) AND street.id <> unit.id`;
const stationColumns = `unit.id, unit.name, unit.path, street.name AS street, ${columns}`;

/** Stations that stand, in the order of the tree, after one. @param part of a name, of a place name, or of an address */
export async function listStations(
  db: Database,
  { part, after, limit }: { readonly part: string; readonly after: string | null; readonly limit: number },
): Promise<StationRow[]> {
  return await db.query<StationRow>({
    name: 'organisation-stations',
    text: `SELECT ${stationColumns} FROM organisation.unit ${newest}
           WHERE unit.kind = 'station' AND unit.valid_to IS NULL AND ($2::text IS NULL OR unit.path ~>~ $2)
             AND ($1 = '' OR position($1 IN unit.name) > 0 OR position($1 IN contact.address) > 0
               OR EXISTS (SELECT FROM unnest(unit.keywords) AS word WHERE position($1 IN word) > 0))
           ORDER BY unit.path USING ~<~ LIMIT $3`,
    values: [part, after, limit],
  });
}

/** A station that stands. */
export async function findStation(db: Database, id: string): Promise<PublicStation | undefined> {
  const [row] = await db.query<StationRow>({
    name: 'organisation-station',
    text: `SELECT ${stationColumns} FROM organisation.unit ${newest}
           WHERE unit.id = $1 AND unit.kind = 'station' AND unit.valid_to IS NULL`,
    values: [id],
  });
  if (!row) return undefined;
  const { path: _, ...station } = row;
  return station;
}
