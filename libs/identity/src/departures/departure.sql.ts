import type { Database, Transaction } from '@lianban/platform';
import type { Departure, DepartureActor } from './departure.js';

const columns = `departure.id, json_build_object('id', account.id, 'username', account.username,
    'name', account.display_name) AS person, departure.unit_id AS "unitId", departure.day::text, receiver_id AS "receiverId",
  departure.reason, departure.set_by AS "setBy", closed_at IS NOT NULL AS closed`;
const from = 'identity.departure JOIN identity.account ON account.id = departure.account_id';

/** Condition: set and not over. */
export const isOpen = 'departure.cancelled_at IS NULL AND departure.done_at IS NULL';

/** What is set for a person and not over. */
export async function openDeparture(db: Database | Transaction, accountId: string): Promise<Departure | undefined> {
  const [departure] = await db.query<Departure>({
    name: 'identity-open-departure',
    text: `SELECT ${columns} FROM ${from} WHERE departure.account_id::text = $1 AND ${isOpen}`,
    values: [accountId],
  });
  return departure;
}

/** Departures whose day has begun and that are not over, the earliest first, after one. */
export async function dueDepartures(
  db: Database,
  today: string,
  { after, limit }: { readonly after: Departure | undefined; readonly limit: number },
): Promise<Departure[]> {
  return await db.query<Departure>({
    name: 'identity-due-departures',
    text: `SELECT ${columns} FROM ${from} WHERE ${isOpen} AND departure.day <= $1::date
             AND ($2::date IS NULL OR (departure.day, departure.id) > ($2::date, $3::uuid))
           ORDER BY departure.day, departure.id LIMIT $4`,
    values: [today, after?.day ?? null, after?.id ?? null, limit],
  });
}

/** Fails on a second one for the same person by `departure_open`. */
export async function insertDeparture(
  tx: Transaction,
  departure: Omit<Departure, 'person' | 'closed'> & { readonly accountId: string; readonly setAt: Date },
): Promise<void> {
  const { id, accountId, unitId, day, receiverId, reason, setBy, setAt } = departure;
  await tx.query({
    name: 'identity-insert-departure',
    text: `INSERT INTO identity.departure (id, account_id, unit_id, day, receiver_id, reason, set_by, set_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, accountId, unitId, day, receiverId, reason, JSON.stringify(setBy satisfies DepartureActor), setAt],
  });
}

/** Takes back what is still to come; whether there was something. */
export async function cancelDeparture(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const cancelled = await tx.query({
    name: 'identity-cancel-departure',
    text: `UPDATE identity.departure SET cancelled_at = $2 WHERE account_id::text = $1 AND ${isOpen} AND closed_at IS NULL
           RETURNING id`,
    values: [accountId, now],
  });
  return cancelled.length > 0;
}

/** Marks the account as closed; false where another process was quicker, or it was taken back. */
export async function takeDeparture(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const taken = await tx.query({
    name: 'identity-take-departure',
    text: `UPDATE identity.departure SET closed_at = $2 WHERE id = $1 AND ${isOpen} AND closed_at IS NULL RETURNING id`,
    values: [id, now],
  });
  return taken.length > 0;
}

/** The departure is over, where the account was closed by then. */
export async function finishDeparture(db: Database, id: string, closedBy: Date, now: Date): Promise<void> {
  await db.query({
    name: 'identity-finish-departure',
    text: 'UPDATE identity.departure SET done_at = $3 WHERE id = $1 AND done_at IS NULL AND closed_at <= $2',
    values: [id, closedBy, now],
  });
}

/** Ends where the person works, and every substitution of which they are a part. */
export async function endPlaces(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.query({
    name: 'identity-end-places',
    text: `WITH absence AS (UPDATE identity.absence SET ended_at = $2
             WHERE (account_id = $1 OR substitute_id = $1) AND ended_at IS NULL AND ends_at > $2)
           UPDATE organisation.membership SET valid_to = $2 WHERE account_id = $1 AND valid_to IS NULL AND valid_from < $2`,
    values: [accountId, now],
  });
}
