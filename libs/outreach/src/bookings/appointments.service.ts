import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActRunner, localMinute, queryCode, ResidentNotices } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { parsePhone, type Principal } from '@lianban/identity';
import { newId, uniqueViolation, type Transaction } from '@lianban/platform';
import { receptionStageWrong } from '../receptions/reception.errors.js';
import { ReceptionLog } from '../receptions/reception-log.service.js';
import { slotTimes } from '../receptions/reception.rules.js';
import type { LockedReception } from '../receptions/reception.sql.js';
import { bookedAlready, bookedTooOften, slotRefused, slotTaken } from './booking.errors.js';
import { bookingCode, comingSlots, secretHashOf } from './booking.rules.js';
import { countOfNumber, insertBooking, nextBookingNumber } from './booking.sql.js';
import type { BookingReceipt, ResidentBooking } from './booking.js';

const day24 = 86_400_000;
/** How often a number is booked without an account, whatever became of it: a second try here, and three within a day. */
const mostOfNumber = { here: 2, lately: 3 };

/**
 * Makes appointments, for residents and for staff that does it for them. That no slot is given twice, and none twice to
 * a number, is kept by unique indexes: of two who book at once the second is refused.
 */
@Injectable()
export class Appointments {
  readonly #acts: ActRunner;
  readonly #calendars: EngineCalendars;
  readonly #notices: ResidentNotices;
  readonly #log: ReceptionLog;

  constructor(acts: ActRunner, calendars: EngineCalendars, notices: ResidentNotices, log: ReceptionLog) {
    this.#acts = acts;
    this.#calendars = calendars;
    this.#notices = notices;
    this.#log = log;
  }

  /**
   * Books a slot of a reception that is held by this transaction.
   *
   * @throws reception-stage-wrong, slot-refused, booked-too-often; a unique violation where it is taken, see {@link refusalOf}
   */
  async book(
    tx: Transaction,
    reception: LockedReception,
    draft: ResidentBooking,
    by?: Principal,
  ): Promise<BookingReceipt> {
    const { id: receptionId, day, state, unit, place } = reception;
    if (state !== 'published') throw receptionStageWrong(`it is ${state}, not published`);
    const now = this.#acts.now();
    const coming = comingSlots(day, slotTimes(reception), localMinute(now, this.#calendars.timeZone));
    const slot = coming.find((each) => each.slot === draft.slot);
    if (!slot) throw slotRefused(draft.slot);
    const receipt = {
      id: newId(),
      code: bookingCode(day, await nextBookingNumber(tx)),
      queryCode: queryCode((limit) => randomInt(limit)),
    };
    const phone = parsePhone(draft.phone)?.number ?? draft.phone;
    const told = await countOfNumber(tx, { phone, receptionId, since: new Date(now.getTime() - day24) });
    if (!by && (told.here >= mostOfNumber.here || told.lately >= mostOfNumber.lately)) throw bookedTooOften();
    if (told.open) throw bookedAlready();
    await insertBooking(tx, {
      ...draft,
      id: receipt.id,
      code: receipt.code,
      receptionId,
      phone,
      secretHash: secretHashOf(receipt.code, receipt.queryCode),
      state: 'booked',
      at: now,
      by: by?.displayName ?? null,
    });
    const { id: forId, ...numbers } = receipt;
    const facts = { ...numbers, unit: unit.name, time: `${day} ${slot.from}`, place };
    // One receipt for a number at a reception: whoever books and cancels by turns must not send messages to somebody.
    if (draft.smsConsent && told.here === 0)
      await this.#notices.tellNumbers(tx, 'booking-receipt', [{ forId, phone, facts }]);
    await this.#log.tell(tx, receptionId, by, { action: 'booking-made', detail: { booking: forId, slot: draft.slot } });
    return receipt;
  }
}

/** What is told where somebody else was first; every other error as it is. */
export function refusalOf(error: unknown, slot: number): unknown {
  switch (uniqueViolation(error)) {
    case 'booking_slot':
      return slotTaken(slot);
    case 'booking_phone':
      return bookedAlready();
    default:
      return error;
  }
}
