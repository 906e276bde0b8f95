import type { Transaction } from '@lianban/platform';

/**
 * Takes the personal data out of some bookings whose reception is as long ago as cases keep theirs; who holds a case that
 * was opened for one holds its booking. Answers of how many; the receptions are counted as before.
 */
export async function blankBookings(tx: Transaction, now: Date, limit: number): Promise<number> {
  const blank = await tx.query({
    name: 'outreach-blank-bookings',
    text: `UPDATE outreach.booking SET name = '', phone = NULL, phone_index = NULL, matter = '', secret_hash = NULL,
             sms_consent = false, sealed_with = NULL
           WHERE id IN (
             SELECT booking.id FROM outreach.booking JOIN outreach.reception ON reception.id = reception_id
             WHERE name <> '' AND booking.state <> 'booked'
               AND day + make_interval(months => (SELECT most FROM casework.act_limit WHERE code = 'retention-months')) < $1
               AND NOT EXISTS (SELECT FROM outreach.reception_case spot JOIN casework.legal_hold USING (case_id)
                 WHERE spot.booking_id = booking.id)
             ORDER BY booking.id LIMIT $2 FOR NO KEY UPDATE OF booking SKIP LOCKED)
           RETURNING id`,
    values: [now, limit],
  });
  return blank.length;
}
