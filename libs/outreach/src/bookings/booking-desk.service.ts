import { Injectable } from '@nestjs/common';
import { ActRunner, type IdempotentRequest } from '@lianban/casework';
import { parsePhone, type Principal } from '@lianban/identity';
import { isUuid, newId, type Transaction } from '@lianban/platform';
import { ReceptionAccess } from '../receptions/reception-access.service.js';
import { ReceptionLog } from '../receptions/reception-log.service.js';
import { receptionStageWrong } from '../receptions/reception.errors.js';
import type { LockedReception } from '../receptions/reception.sql.js';
import { Appointments, refusalOf } from './appointments.service.js';
import { bookingStageWrong, bookingUnknown } from './booking.errors.js';
import { bookingCode } from './booking.rules.js';
import {
  insertBooking,
  keepBooking,
  lockBooking,
  nextBookingNumber,
  receptionOfBooking,
  type BookingRecord,
} from './booking.sql.js';
import type { BookingCancel, BookingDraft, BookingMark, BookingReceipt } from './booking.js';

/** The desk of a reception: books for who telephones, enters who comes without an appointment, takes down who came. */
@Injectable()
export class BookingDesk {
  readonly #acts: ActRunner;
  readonly #access: ReceptionAccess;
  readonly #appointments: Appointments;
  readonly #log: ReceptionLog;

  constructor(acts: ActRunner, access: ReceptionAccess, appointments: Appointments, log: ReceptionLog) {
    this.#acts = acts;
    this.#access = access;
    this.#appointments = appointments;
    this.#log = log;
  }

  /**
   * Enters somebody: with a slot as an appointment, without one as somebody who has come.
   *
   * @throws permission-missing, reception-unknown, not-at-desk, reception-stage-wrong, slot-refused, slot-taken,
   *   booked-already
   */
  async enter(
    principal: Principal,
    receptionId: string,
    { slot, phone, ...draft }: BookingDraft,
    request?: IdempotentRequest,
  ): Promise<BookingReceipt> {
    try {
      return await this.#acts.run(request, async (tx) => {
        const reception = await this.#access.lockToServe(tx, principal, receptionId);
        if (slot === undefined) return await this.#walkIn(tx, principal, reception, { ...draft, phone });
        return await this.#appointments.book(tx, reception, { ...draft, slot, phone: phone ?? '' }, principal);
      });
    } catch (error) {
      throw refusalOf(error, slot ?? 0);
    }
  }

  /** Says whether somebody came; may be corrected. @throws as {@link BookingDesk.hold} */
  async mark(principal: Principal, id: string, { as }: BookingMark, request?: IdempotentRequest): Promise<string> {
    return await this.#acts.run(request, async (tx) => {
      const { booking, reception } = await this.hold(tx, principal, id);
      this.requireBegun(reception);
      if (booking.state === 'cancelled') throw bookingStageWrong('it was cancelled');
      if (booking.slot === null) throw bookingStageWrong('who came without an appointment has come');
      await keepBooking(tx, id, as);
      await this.#log.tell(tx, reception.id, principal, { action: 'booking-marked', detail: { booking: id, as } });
      return reception.id;
    });
  }

  /** Takes an appointment back, e.g. for who telephones. @throws as {@link BookingDesk.hold}, booking-stage-wrong */
  async cancel(
    principal: Principal,
    id: string,
    { reason }: BookingCancel,
    request?: IdempotentRequest,
  ): Promise<string> {
    return await this.#acts.run(request, async (tx) => {
      const { booking, reception } = await this.hold(tx, principal, id);
      if (booking.state !== 'booked') throw bookingStageWrong(`it is ${booking.state}, not open`);
      await keepBooking(tx, id, 'cancelled', reason);
      const deed = { action: 'booking-cancelled', reason, detail: { booking: id } };
      await this.#log.tell(tx, reception.id, principal, deed);
      return reception.id;
    });
  }

  /**
   * A booking with its reception, both held, for who sits at the desk.
   *
   * @throws permission-missing, booking-unknown, reception-unknown, not-at-desk
   */
  async hold(
    tx: Transaction,
    principal: Principal,
    id: string,
  ): Promise<{ readonly booking: BookingRecord; readonly reception: LockedReception }> {
    const receptionId = isUuid(id) ? await receptionOfBooking(tx, id) : undefined;
    if (receptionId === undefined) throw bookingUnknown();
    const reception = await this.#access.lockToServe(tx, principal, receptionId);
    const booking = await lockBooking(tx, id);
    if (!booking) throw bookingUnknown();
    return { booking, reception };
  }

  /** Passes when people are received: on the day and after it. @throws reception-stage-wrong */
  requireBegun({ state, day }: LockedReception): void {
    if (state !== 'published' && state !== 'held') throw receptionStageWrong(`it is ${state}`);
    if (day > this.#acts.today()) throw receptionStageWrong('its day is still to come');
  }

  async #walkIn(
    tx: Transaction,
    principal: Principal,
    reception: LockedReception,
    draft: Omit<BookingDraft, 'slot'>,
  ): Promise<BookingReceipt> {
    this.requireBegun(reception);
    const [id, code] = [newId(), bookingCode(reception.day, await nextBookingNumber(tx))];
    const phone = draft.phone ? (parsePhone(draft.phone)?.number ?? draft.phone) : null;
    const at = this.#acts.now();
    const entered = { receptionId: reception.id, slot: null, secretHash: null, state: 'came' } as const;
    await insertBooking(tx, { ...draft, ...entered, id, code, phone, at, by: principal.displayName });
    await this.#log.tell(tx, reception.id, principal, { action: 'walk-in-entered', detail: { booking: id } });
    return { id, code, queryCode: '' };
  }
}
