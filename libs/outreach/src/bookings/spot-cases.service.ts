import { Injectable } from '@nestjs/common';
import { ActRunner, IntakeService, trailActorOf, type IdempotentRequest, type RegisteredCase } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Database, type Transaction } from '@lianban/platform';
import { ReceptionLog } from '../receptions/reception-log.service.js';
import type { LockedReception } from '../receptions/reception.sql.js';
import { BookingDesk } from './booking-desk.service.js';
import { bookingStageWrong, notReceiving } from './booking.errors.js';
import { insertReceptionCase, keepBooking, type BookingRecord } from './booking.sql.js';
import type { SpotCase } from './booking.js';

/** By which requests arrive that are made at a reception; one of the list of channels, where it stays in use. */
const channel = 'reception';

/** Opens cases on the spot, for who is received: any number for a booking, each tied to it. */
@Injectable()
export class SpotCases {
  readonly #database: Database;
  readonly #intake: IntakeService;
  readonly #desk: BookingDesk;
  readonly #units: UnitService;
  readonly #acts: ActRunner;
  readonly #log: ReceptionLog;

  constructor(
    database: Database,
    intake: IntakeService,
    desk: BookingDesk,
    units: UnitService,
    acts: ActRunner,
    log: ReceptionLog,
  ) {
    this.#database = database;
    this.#intake = intake;
    this.#desk = desk;
    this.#units = units;
    this.#acts = acts;
    this.#log = log;
  }

  /**
   * The station that receives gets the case where no other is named. Who it is for has come.
   *
   * @throws permission-missing, booking-unknown, reception-unknown, not-at-desk, reception-stage-wrong,
   *   booking-stage-wrong, not-receiving, intake-invalid, merge-refused
   */
  async open(
    principal: Principal,
    bookingId: string,
    { receivedBy, ...draft }: SpotCase,
    request?: IdempotentRequest,
  ): Promise<RegisteredCase> {
    const held = async (tx: Transaction) => {
      const { booking, reception } = await this.#desk.hold(tx, principal, bookingId);
      this.#require(booking, reception, receivedBy);
      return { booking, reception };
    };
    // Asked for beforehand, as the case needs it; and again, held, in the transaction that opens the case.
    const { booking, reception } = await this.#database.transaction(held);
    const { name, phone, smsConsent } = booking;
    const holder = await this.#units.get(reception.unit.id);
    const station = draft.station ?? (holder.kind === 'station' && !draft.address ? holder.id : undefined);
    const complete = {
      ...draft,
      station,
      channel,
      resident: draft.anonymous ? undefined : { name, phone, smsConsent },
    };
    return await this.#intake.register(principal, complete, request, async (tx, caseId) => {
      const now = await held(tx);
      if (now.booking.state !== 'came') await keepBooking(tx, bookingId, 'came');
      await insertReceptionCase(tx, { caseId, bookingId, receivedBy });
      const { kind, unit, day } = now.reception;
      await this.#acts.tell(tx, caseId, {
        at: this.#acts.now(),
        kind: 'received',
        title: '接待日受理',
        unit: unit.name,
        actor: trailActorOf(principal),
        detail: { reception: kind.name, day, receivedBy },
      });
      const detail = { booking: bookingId, case: caseId, receivedBy };
      await this.#log.tell(tx, now.reception.id, principal, { action: 'reception-case-opened', detail });
    });
  }

  #require(booking: BookingRecord, reception: LockedReception, receivedBy: string): void {
    this.#desk.requireBegun(reception);
    if (booking.state === 'cancelled') throw bookingStageWrong('it was cancelled');
    const hosts = reception.hosts.map(({ name }) => name);
    if (!hosts.includes(receivedBy)) throw notReceiving(receivedBy, hosts);
  }
}
