import { Inject, Injectable } from '@nestjs/common';
import { localDay } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, maskName, maskPhone, type Principal } from '@lianban/identity';
import { CLOCK, Database, isUuid, pageOf, textMark, type Clock, type Page } from '@lianban/platform';
import { bookingsOf, type BookingRow } from '../bookings/booking.sql.js';
import type { BookingView, ReceptionView } from '../bookings/booking.js';
import { overdueUnits } from './duty.sql.js';
import { ReceptionAccess } from './reception-access.service.js';
import { receptionUnknown } from './reception.errors.js';
import { markOf } from './reception-mark.js';
import { slotTimes } from './reception.rules.js';
import { findReception, findReceptions, receptionKinds, type ReceptionRow } from './reception.sql.js';
import type { OverdueUnit, ReceptionItem, ReceptionQueryFilter } from './reception.js';

/** How a list is paged. */
interface Paging {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Reads receptions, each only for those whose scope reaches its unit; who booked is masked. */
@Injectable()
export class ReceptionQuery {
  readonly #database: Database;
  readonly #access: ReceptionAccess;
  readonly #rights: AccessService;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: ReceptionAccess,
    rights: AccessService,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#rights = rights;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /** What kinds there are. @throws permission-missing */
  async kinds(principal: Principal): Promise<{ readonly code: string; readonly name: string }[]> {
    this.#rights.require(principal, 'outreach.read');
    return await receptionKinds(this.#database);
  }

  /** One page of receptions, in the order of their days. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    { from, to, unit, limit, after }: ReceptionQueryFilter & Paging,
  ): Promise<Page<ReceptionItem>> {
    const paths = this.#access.pathsOf(principal);
    const mark = markOf(after);
    const filter = { paths, from: from ?? null, to: to ?? null, unit: unit ?? null, after: mark };
    const rows = await findReceptions(this.#database, { ...filter, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.day, row.from, row.id]);
    return { items: page.items.map((row) => this.#itemOf(row)), next: page.next };
  }

  /** A reception with its bookings. @throws permission-missing, reception-unknown */
  async get(principal: Principal, id: string): Promise<ReceptionView> {
    const paths = this.#access.pathsOf(principal);
    const row = isUuid(id) ? await findReception(this.#database, id, paths) : undefined;
    if (!row) throw receptionUnknown(id);
    const { unitIds } = this.#rights.unitScope(principal, 'case.read');
    const bookings = await bookingsOf(this.#database, id, { accountId: principal.accountId, unitIds });
    const { slotMinutes, note, plannedBy, plannedAt, unitPath } = row;
    return {
      ...this.#itemOf(row),
      slotMinutes,
      times: slotTimes(row),
      note,
      plannedBy,
      plannedAt: plannedAt.toISOString(),
      bookings: bookings.map(bookingOf),
      canPlan: this.#access.mayPlan(principal, unitPath),
      canServe: this.#access.mayServe(principal, unitPath),
      canRegister: this.#access.mayRegister(principal, unitPath),
    };
  }

  /** One page of the units that have not received for too long. @throws permission-missing, cursor-invalid */
  async overdue(principal: Principal, { limit, after }: Paging): Promise<Page<OverdueUnit>> {
    const paths = this.#access.pathsOf(principal);
    const mark = textMark(after) ?? null;
    const { timeZone } = this.#calendars;
    const today = localDay(this.#clock.now(), timeZone);
    const rows = await overdueUnits(this.#database, { paths, today, timeZone, after: mark, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ path }) => [path]);
    return { items: page.items.map(({ path: _, ...unit }) => unit), next: page.next };
  }

  #itemOf(row: ReceptionRow): ReceptionItem {
    const { id, seriesId, unit, kind, day, from, to, place, hosts, slots, taken, state, reason } = row;
    const { working, reason: why, name = null } = this.#calendars.working().day(day);
    const dayOff = working || why === 'weekend' ? null : name;
    return { id, seriesId, unit, kind, day, from, to, place, hosts, slots, taken, state, reason, dayOff };
  }
}

function bookingOf({ name, phone, bookedAt, ...row }: BookingRow): BookingView {
  const masked = { name: maskName(name), phone: phone === null ? null : maskPhone(phone) };
  return { ...row, ...masked, bookedAt: bookedAt.toISOString() };
}
