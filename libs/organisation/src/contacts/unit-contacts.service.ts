import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  Database,
  decodeCursor,
  pageMarkInvalid,
  pageOf,
  type Clock,
  type Page,
  type Transaction,
} from '@lianban/platform';
import { stationUnknown, unitContactChanged } from '../organisation.errors.js';
import { UnitService } from '../units/unit.service.js';
import type { PublicStation, SetContact, UnitContact } from './unit-contact.js';
import { contactsOf, findStation, insertContact, listStations, lockUnit } from './unit-contact.sql.js';

/** How many decisions are shown. */
const shown = 20;

/** Where residents find units and when; each decision is kept. */
@Injectable()
export class UnitContacts {
  readonly #database: Database;
  readonly #units: UnitService;
  readonly #clock: Clock;

  constructor(database: Database, units: UnitService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#units = units;
    this.#clock = clock;
  }

  /** What was decided of a unit, the newest first: that one holds. @throws unit-unknown */
  async of(unitId: string): Promise<SetContact[]> {
    const unit = await this.#units.get(unitId);
    return await contactsOf(this.#database, unit.id, shown);
  }

  /**
   * Decides it anew.
   *
   * @param version that of the decision from which this one starts; 0: there was none
   * @throws unit-unknown, unit-contact-changed
   */
  async set(
    tx: Transaction,
    unitId: string,
    draft: UnitContact & Pick<SetContact, 'version' | 'reason' | 'setBy'>,
  ): Promise<void> {
    const unit = await this.#units.get(unitId, tx);
    await lockUnit(tx, unit.id);
    const [last] = await contactsOf(tx, unit.id, 1);
    if ((last?.version ?? 0) !== draft.version) throw unitContactChanged(unit.id, last?.setBy.name ?? '');
    await insertContact(tx, unit.id, { ...draft, setAt: this.#clock.now() });
  }

  /** One page of the stations that stand, by a part of what they are called or where they are. @throws cursor-invalid */
  async stations(query: {
    readonly q?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<Page<PublicStation>> {
    const after = query.after === undefined ? null : pathMark(query.after);
    const rows = await listStations(this.#database, { part: query.q ?? '', after, limit: query.limit + 1 });
    const page = pageOf(rows, query.limit, ({ path }) => [path]);
    return { items: page.items.map(({ path: _, ...station }) => station), next: page.next };
  }

  /** A station that stands. @throws station-unknown */
  async station(id: string): Promise<PublicStation> {
    const row = await findStation(this.#database, id);
    if (!row) throw stationUnknown(id);
    return row;
  }
}

/** A path of the tree. @throws cursor-invalid */
function pathMark(after: string): string {
  const [path] = decodeCursor(after);
  if (typeof path === 'string' && /^\/[a-z0-9/-]{1,900}\/$/u.test(path)) return path;
  throw pageMarkInvalid();
}
