import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActRunner, localMinute, type IdempotentRequest } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { Database, isUuid, pageOf, type Page } from '@lianban/platform';
import { ReceptionLog } from '../receptions/reception-log.service.js';
import { receptionUnknown } from '../receptions/reception.errors.js';
import { markOf } from '../receptions/reception-mark.js';
import { slotTimes } from '../receptions/reception.rules.js';
import { findReception, findReceptions, lockReception, type ReceptionRow } from '../receptions/reception.sql.js';
import { Appointments, refusalOf } from './appointments.service.js';
import { bookingStageWrong, bookingUnknown } from './booking.errors.js';
import { comingSlots, secretHashOf } from './booking.rules.js';
import { findOwnBooking, keepBooking, lockBooking, takenSlots, type OwnBooking } from './booking.sql.js';
import type { BookingReceipt, PublicBooking, PublicReception, ResidentBooking } from './booking.js';

const ownCancel = '本人取消';

/** What residents do without an account: see the coming receptions, book, look their booking up, and take it back. */
@Injectable()
export class PublicBookings {
  readonly #database: Database;
  readonly #acts: ActRunner;
  readonly #calendars: EngineCalendars;
  readonly #appointments: Appointments;
  readonly #log: ReceptionLog;

  constructor(
    database: Database,
    acts: ActRunner,
    calendars: EngineCalendars,
    appointments: Appointments,
    log: ReceptionLog,
  ) {
    this.#database = database;
    this.#acts = acts;
    this.#calendars = calendars;
    this.#appointments = appointments;
    this.#log = log;
  }

  /** One page of the coming receptions, of a unit and those below it where one is named. @throws cursor-invalid */
  async list(query: {
    readonly unit?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<Page<PublicReception>> {
    const after = markOf(query.after);
    const filter = { paths: undefined, from: this.#acts.today(), to: null, unit: query.unit ?? null, after };
    const rows = await findReceptions(this.#database, { ...filter, limit: query.limit + 1 });
    const page = pageOf(rows, query.limit, (row) => [row.day, row.from, row.id]);
    return { items: await this.#withSlots(page.items), next: page.next };
  }

  /** Units that hold coming receptions, and the streets in which they lie, by which residents choose. */
  async units(): Promise<{ readonly id: string; readonly name: string; readonly street: string | null }[]> {
    return await this.#database.query({
      name: 'outreach-receiving-units',
      text: `WITH receiving AS (SELECT DISTINCT unit_id FROM outreach.reception WHERE state = 'published' AND day >= $1)
             SELECT unit.id, unit.name, CASE WHEN street.id <> unit.id THEN street.name END AS street
             FROM organisation.unit LEFT JOIN organisation.unit street
               ON street.kind = 'street' AND street.id = ANY(string_to_array(unit.path, '/'))
             WHERE unit.id IN (SELECT unit_id FROM receiving) OR unit.kind = 'street' AND EXISTS (
               SELECT FROM receiving JOIN organisation.unit holder ON holder.id = unit_id
               WHERE holder.path LIKE unit.path || '%')
             ORDER BY unit.path LIMIT 5000`,
      values: [this.#acts.today()],
    });
  }

  /** A coming reception with its free slots. @throws reception-unknown */
  async reception(id: string): Promise<PublicReception> {
    const row = isUuid(id) ? await findReception(this.#database, id, undefined) : undefined;
    const [reception] = row && row.day >= this.#acts.today() ? await this.#withSlots([row]) : [];
    if (!reception) throw receptionUnknown(id);
    return reception;
  }

  /** @throws reception-unknown, reception-stage-wrong, slot-refused, slot-taken, booked-already */
  async book(receptionId: string, draft: ResidentBooking, request?: IdempotentRequest): Promise<BookingReceipt> {
    try {
      return await this.#acts.run(request, async (tx) => {
        const reception = isUuid(receptionId) ? await lockReception(tx, receptionId, 'book') : undefined;
        if (!reception || reception.state === 'draft') throw receptionUnknown(receptionId);
        return await this.#appointments.book(tx, reception, draft);
      });
    } catch (error) {
      throw refusalOf(error, draft.slot);
    }
  }

  /** The appointment of a receipt. @throws booking-unknown for a wrong number and for a wrong code alike */
  async find(code: string, queryCode: string): Promise<PublicBooking> {
    return publicOf(await this.#own(code, queryCode));
  }

  /** Takes one's own appointment back, so that the slot is free again. @throws booking-unknown, booking-stage-wrong */
  async cancel(code: string, queryCode: string, request?: IdempotentRequest): Promise<void> {
    const own = await this.#own(code, queryCode);
    await this.#acts.run(request, async (tx) => {
      await lockReception(tx, own.receptionId, 'book');
      const booking = await lockBooking(tx, own.id);
      if (booking?.state !== 'booked') throw bookingStageWrong(`it is ${booking?.state ?? 'gone'}, not open`);
      await keepBooking(tx, own.id, 'cancelled', ownCancel);
      const deed = { action: 'booking-cancelled', detail: { booking: own.id } };
      await this.#log.tell(tx, own.receptionId, undefined, deed);
      return {};
    });
  }

  /** Comparing takes the same time for right and wrong codes; the caller limits how often one may try. */
  async #own(code: string, queryCode: string): Promise<OwnBooking> {
    const own = await findOwnBooking(this.#database, code.trim().toUpperCase());
    const given = secretHashOf(own?.code ?? '', queryCode);
    const fits = timingSafeEqual(own?.secretHash ?? secretHashOf('', ''), given);
    if (!own?.secretHash || !fits) throw bookingUnknown();
    return own;
  }

  async #withSlots(rows: readonly ReceptionRow[]): Promise<PublicReception[]> {
    const taken = await takenSlots(
      this.#database,
      rows.map(({ id }) => id),
    );
    const gone = new Set(taken.map(({ receptionId, slot }) => `${receptionId} ${slot}`));
    const now = localMinute(this.#acts.now(), this.#calendars.timeZone);
    return rows.map((row) => {
      const { id, unit, kind, day, from, to, place, hosts, note } = row;
      const coming = comingSlots(day, slotTimes(row), now);
      const free = coming.filter(({ slot }) => !gone.has(`${id} ${slot}`));
      return { id, unit, kind, day, from, to, place, hosts, note, free };
    });
  }
}

function publicOf(own: OwnBooking): PublicBooking {
  const { code, state, cancelReason, unit, kind, day, place } = own;
  const { from, to } = slotTimes(own).find(({ slot }) => slot === own.slot) ?? { from: own.from, to: own.from };
  return { code, state, cancelReason, unit, kind, day, from, to, place };
}
