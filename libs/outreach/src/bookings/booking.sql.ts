import { mayRead, type CaseScope } from '@lianban/casework';
import { sealedRow, type Database, type Transaction } from '@lianban/platform';
import type { BookingCase, BookingState } from './booking.js';
import { openBooking, sealedBooking } from './sealed-booking.js';

/** More than come to any reception; it only bounds what one answer holds. */
const mostBookings = 300;

/** A booking as it is first written. */
export interface NewBooking {
  readonly id: string;
  readonly code: string;
  readonly receptionId: string;
  readonly slot: number | null;
  readonly name: string;
  readonly phone: string | null;
  readonly matter: string;
  readonly smsConsent: boolean;
  readonly secretHash: Buffer | null;
  readonly state: BookingState;
  readonly at: Date;
  /** Who of the staff entered it. */
  readonly by: string | null;
}

/** The number of a booking; a booking that fails leaves a gap, which is allowed. */
export async function nextBookingNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ number: number }>({
    name: 'outreach-booking-number',
    text: `SELECT nextval('outreach.booking_number')::int AS number`,
  });
  return row?.number ?? 0;
}

/** Writes a booking; a slot that is taken, and a second one of a number, break `booking_slot` and `booking_phone`. */
export async function insertBooking(tx: Transaction, row: NewBooking): Promise<void> {
  const { name, phone, matter } = row;
  const sealed = sealedRow(tx.fields, sealedBooking, row.id, { name, phone, matter });
  await tx.query({
    name: 'outreach-insert-booking',
    text: `INSERT INTO outreach.booking (id, code, reception_id, slot, name, phone, matter, sms_consent, secret_hash, state,
             booked_at, booked_by_name, phone_index, sealed_with)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      row.id,
      row.code,
      row.receptionId,
      row.slot,
      sealed.name,
      sealed.phone,
      sealed.matter,
      row.smsConsent,
      row.secretHash,
      row.state,
      row.at,
      row.by,
      sealed.phone_index,
      sealed.sealed_with,
    ],
  });
}

/** A booking as acts see it. */
export interface BookingRecord {
  readonly id: string;
  readonly receptionId: string;
  readonly slot: number | null;
  readonly name: string;
  readonly phone: string | null;
  readonly smsConsent: boolean;
  readonly state: BookingState;
}

/** The reception of a booking; undefined where there is no such booking. */
export async function receptionOfBooking(tx: Transaction, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ receptionId: string }>({
    name: 'outreach-reception-of-booking',
    text: 'SELECT reception_id AS "receptionId" FROM outreach.booking WHERE id = $1',
    values: [id],
  });
  return row?.receptionId;
}

/** Holds a booking, whose reception is held already, until the end of the transaction. */
export async function lockBooking(tx: Transaction, id: string): Promise<BookingRecord | undefined> {
  const [row] = await tx.query<BookingRecord>({
    name: 'outreach-lock-booking',
    text: `SELECT id, reception_id AS "receptionId", slot, name, phone, sms_consent AS "smsConsent", state
           FROM outreach.booking WHERE id = $1 FOR NO KEY UPDATE`,
    values: [id],
  });
  return row && openBooking(tx, row, ['name', 'phone']);
}

/** Lets a booking that is held stand so from now on. */
export async function keepBooking(
  tx: Transaction,
  id: string,
  state: BookingState,
  cancelReason: string | null = null,
): Promise<void> {
  await tx.query({
    name: 'outreach-booking-state',
    text: 'UPDATE outreach.booking SET state = $2, cancel_reason = $3 WHERE id = $1',
    values: [id, state, cancelReason],
  });
}

/** Somebody whose appointment was called off, who agreed to be told. */
export interface CancelledBooking {
  readonly id: string;
  readonly receptionId: string;
  readonly phone: string;
  readonly code: string;
  readonly slot: number;
}

/** Calls the open appointments of receptions off; whom to tell of it. */
export async function cancelBookingsOf(
  tx: Transaction,
  receptionIds: readonly string[],
  reason: string,
): Promise<CancelledBooking[]> {
  const cancelled = await tx.query<CancelledBooking>({
    name: 'outreach-cancel-bookings',
    text: `WITH cancelled AS (
             UPDATE outreach.booking SET state = 'cancelled', cancel_reason = $2
             WHERE reception_id = ANY($1::uuid[]) AND state = 'booked' RETURNING *)
           SELECT id, reception_id AS "receptionId", phone, code, slot FROM cancelled WHERE sms_consent`,
    values: [receptionIds, reason],
  });
  return cancelled.map((row) => openBooking(tx, row, ['phone']));
}

/** Who was not seen at a reception that is over did not come; how many. */
export async function closeBookingsOf(tx: Transaction, receptionId: string): Promise<number> {
  const absent = await tx.query({
    name: 'outreach-close-bookings',
    text: `UPDATE outreach.booking SET state = 'absent' WHERE reception_id = $1 AND state = 'booked' RETURNING id`,
    values: [receptionId],
  });
  return absent.length;
}

/** A booking as it is read, with the cases that the reader may read. */
export interface BookingRow {
  readonly id: string;
  readonly code: string;
  readonly slot: number | null;
  readonly name: string;
  readonly phone: string | null;
  readonly matter: string;
  readonly state: BookingState;
  readonly bookedBy: string | null;
  readonly bookedAt: Date;
  readonly cancelReason: string | null;
  readonly cases: readonly BookingCase[];
}

/**
 * The bookings of a reception in the order of their times; who came without an appointment, and what was called off, last.
 * A case that was opened without a name does not stand beside who booked.
 */
export async function bookingsOf(db: Database, receptionId: string, scope: CaseScope): Promise<BookingRow[]> {
  const rows = await db.query<BookingRow>({
    name: 'outreach-bookings',
    text: `SELECT booking.id, booking.code, slot, name, phone, matter, booking.state, booked_by_name AS "bookedBy",
             booked_at AS "bookedAt", cancel_reason AS "cancelReason",
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', file.id, 'code', file.code, 'title', file.title,
                'receivedBy', received_by) ORDER BY file.code), '[]')
              FROM outreach.reception_case spot JOIN casework.case_file file ON file.id = spot.case_id
              WHERE spot.booking_id = booking.id AND NOT file.anonymous AND ${mayRead('$2', '$3')}) AS cases
           FROM outreach.booking WHERE reception_id = $1
           ORDER BY booking.state = 'cancelled', slot NULLS LAST, booked_at, booking.id LIMIT $4`,
    values: [receptionId, scope.accountId, scope.unitIds, mostBookings],
  });
  return rows.map((row) => openBooking(db, row, ['name', 'phone', 'matter']));
}

/**
 * How often a number was booked since then, and at a reception, whatever became of it, and whether it is still booked
 * there; one booking of it after the other. Numbers that are not sealed yet are compared as they are.
 */
export async function countOfNumber(
  tx: Transaction,
  { phone, receptionId, since }: { readonly phone: string; readonly receptionId: string; readonly since: Date },
): Promise<{ readonly here: number; readonly lately: number; readonly open: boolean }> {
  const mark = tx.fields.blind(phone);
  await tx.query({ text: 'SELECT pg_advisory_xact_lock(hashtext($1))', values: [`outreach.booking/${mark}`] });
  const [count] = await tx.query<{ here: number; lately: number; open: boolean }>({
    name: 'outreach-count-of-number',
    text: `SELECT count(*) FILTER (WHERE reception_id = $2)::int AS here,
             count(*) FILTER (WHERE booked_at > $3)::int AS lately,
             count(*) FILTER (WHERE reception_id = $2 AND state = 'booked') > 0 AS open
           FROM outreach.booking WHERE phone IS NOT NULL AND coalesce(phone_index, phone) = ANY($1::text[])`,
    values: [[mark, phone], receptionId, since],
  });
  return count ?? { here: 0, lately: 0, open: false };
}

/** The slots that are taken of each of these receptions. */
export async function takenSlots(
  db: Database,
  receptionIds: readonly string[],
): Promise<{ readonly receptionId: string; readonly slot: number }[]> {
  return await db.query({
    name: 'outreach-taken-slots',
    text: `SELECT reception_id AS "receptionId", slot FROM outreach.booking
           WHERE reception_id = ANY($1::uuid[]) AND slot IS NOT NULL AND state <> 'cancelled'`,
    values: [receptionIds],
  });
}

/** An appointment as its number tells, with the hash of its query code. */
export interface OwnBooking {
  readonly id: string;
  readonly receptionId: string;
  readonly code: string;
  readonly secretHash: Buffer | null;
  readonly state: BookingState;
  readonly cancelReason: string | null;
  readonly slot: number | null;
  readonly slotMinutes: number;
  readonly slots: number;
  readonly unit: string;
  readonly kind: string;
  readonly day: string;
  readonly from: string;
  readonly place: string;
}

/** The booking with this number. */
export async function findOwnBooking(db: Database, code: string): Promise<OwnBooking | undefined> {
  const [row] = await db.query<OwnBooking>({
    name: 'outreach-own-booking',
    text: `SELECT booking.id, reception_id AS "receptionId", booking.code, secret_hash AS "secretHash", booking.state,
             cancel_reason AS "cancelReason", slot, slot_minutes AS "slotMinutes", slots, unit_name AS unit, kind.name AS kind,
             to_char(day, 'YYYY-MM-DD') AS day, to_char(starts, 'HH24:MI') AS "from", place
           FROM outreach.booking JOIN outreach.reception ON reception.id = reception_id
             JOIN outreach.reception_kind kind ON kind.code = kind_code
           WHERE booking.code = $1`,
    values: [code],
  });
  return row;
}

/** Ties a case to the booking for which it was opened. */
export async function insertReceptionCase(
  tx: Transaction,
  row: { readonly caseId: string; readonly bookingId: string; readonly receivedBy: string },
): Promise<void> {
  await tx.query({
    name: 'outreach-insert-reception-case',
    text: 'INSERT INTO outreach.reception_case (case_id, booking_id, received_by) VALUES ($1, $2, $3)',
    values: [row.caseId, row.bookingId, row.receivedBy],
  });
}
