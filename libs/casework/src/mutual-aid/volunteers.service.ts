import { Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, PeopleService, type Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import { Database, pageOf, uuidMark, type Page, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { unitRefused } from '../casework.errors.js';
import { skillUnknown, volunteerRefused } from './mutual-aid.errors.js';
import type { Volunteer, VolunteerDraft } from './volunteer.js';
import { keepVolunteer, lockVolunteer, rosteredAmong, volunteerSkills, volunteersUnder } from './volunteer.sql.js';

/** Keeps the roster of volunteers (志愿者) of each station: what they can do, and where they look after people. */
@Injectable()
export class VolunteersService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #people: PeopleService;
  readonly #units: UnitService;
  readonly #acts: ActRunner;
  readonly #audit: AuditTrail;

  constructor(
    database: Database,
    access: AccessService,
    people: PeopleService,
    units: UnitService,
    acts: ActRunner,
    audit: AuditTrail,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#units = units;
    this.#acts = acts;
    this.#audit = audit;
  }

  /** What volunteers can do. */
  async skills(): Promise<{ readonly code: string; readonly name: string }[]> {
    return await volunteerSkills(this.#database);
  }

  /** A page of the rosters that the person keeps. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    query: { readonly unit?: string | undefined; readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<Volunteer>> {
    this.#access.require(principal, 'volunteers.manage');
    const rows = await volunteersUnder(this.#database, {
      paths: this.#access.unitScope(principal, 'volunteers.manage').paths,
      unit: query.unit,
      after: uuidMark(query.after),
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, ({ account }) => [account]);
  }

  /** Who may help at a station and is on no roster. @throws permission-missing, outside-scope, unit-refused */
  async candidates(
    principal: Principal,
    unitId: string,
  ): Promise<{ readonly account: string; readonly name: string }[]> {
    const station = await this.#stationOf(principal, unitId);
    const holders = await this.#people.holding('mutual-aid.help', station.path);
    const known = await rosteredAmong(
      this.#database,
      holders.map(({ id }) => id),
    );
    return holders.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ account: id, name }));
  }

  /**
   * Puts an account on the roster of a station, or changes how it stands there.
   *
   * @throws permission-missing, outside-scope, unit-refused, skill-unknown, volunteer-refused
   */
  async keep(principal: Principal, account: string, draft: VolunteerDraft): Promise<void> {
    this.#access.require(principal, 'volunteers.manage');
    await this.#acts.run<void>(undefined, async (tx) => {
      const station = await this.#stationOf(principal, draft.unit, tx);
      await requireSkills(tx, draft.skills);
      const before = await lockVolunteer(tx, account);
      const holders = await this.#people.holding('mutual-aid.help', station.path, tx);
      // Who lost the right, or left, can still be taken off.
      const person = holders.find(({ id }) => id === account) ?? (draft.active ? undefined : before);
      if (!person) throw volunteerRefused();
      if (before && before.unit !== station.id) await this.#stationOf(principal, before.unit, tx);
      await keepVolunteer(tx, { ...draft, account, name: person.name, at: this.#acts.now() });
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'volunteer-kept',
        subject: { type: 'account', id: account },
        detail: { before: before ?? null, after: draft },
        result: 'done',
      });
    });
  }

  /** A station that stands and whose roster the person keeps. @throws permission-missing, outside-scope, unit-refused */
  async #stationOf(principal: Principal, id: string, tx?: Transaction): Promise<Unit> {
    const unit = await this.#units.find(id, tx);
    if (unit?.kind !== 'station' || unit.validTo) throw unitRefused('unit', '请选择工作站');
    this.#access.requireIn(principal, 'volunteers.manage', unit.path);
    return unit;
  }
}

/** @throws skill-unknown */
async function requireSkills(tx: Transaction, codes: readonly string[]): Promise<void> {
  const known = await volunteerSkills(tx);
  const unknown = codes.filter((code) => !known.some((skill) => skill.code === code));
  if (unknown.length > 0) throw skillUnknown('skills', unknown);
}
