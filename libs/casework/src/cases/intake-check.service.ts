import { Injectable } from '@nestjs/common';
import { PrincipalService, type Principal } from '@lianban/identity';
import { UnitService, type MemberUnit, type Unit } from '@lianban/organisation';
import { isUuid, type DomainError, type FieldError } from '@lianban/platform';
import type { Campaign } from '../campaigns/campaign.js';
import { Campaigns } from '../campaigns/campaigns.service.js';
import { CatalogueService, type Channel } from '../catalogue/catalogue.service.js';
import { intakeInvalid } from '../casework.errors.js';
import { DispatchRules } from '../dispatch/dispatch-rule.service.js';
import { insteadOf } from './about.js';
import { concerns } from './about.rules.js';
import type { CaseDraft } from './case-draft.js';
import { SourceRecords } from './source-records.service.js';

/** A request whose codes all exist, and where it goes first. */
export interface CheckedIntake {
  readonly channel: Channel;
  readonly category: { readonly code: string; readonly name: string } | undefined;
  /** What the resident comes with. */
  readonly kind: { readonly code: string; readonly name: string } | undefined;
  readonly station: Unit | undefined;
  /** The unit that is complained of. */
  readonly about: Unit | undefined;
  /** The official who is complained of. */
  readonly aboutPerson: Principal | undefined;
  readonly campaign: Campaign | undefined;
  /** The station; without one the backstop. */
  readonly firstUnit: Unit;
  /** The street above the first unit; without one the backstop. */
  readonly street: Unit;
  /** Id of the department that has the topic by a ruling. */
  readonly precedent: string | undefined;
}

interface Found extends Pick<CheckedIntake, 'channel' | 'category' | 'kind' | 'about' | 'aboutPerson' | 'campaign'> {
  /** The station. */
  readonly named: Unit | undefined;
}

/** Checks what a request names against the catalogue and the organisation tree. */
@Injectable()
export class IntakeCheck {
  readonly #catalogue: CatalogueService;
  readonly #campaigns: Campaigns;
  readonly #units: UnitService;
  readonly #rules: DispatchRules;
  readonly #people: PrincipalService;
  readonly #sources: SourceRecords;

  constructor(
    catalogue: CatalogueService,
    campaigns: Campaigns,
    units: UnitService,
    rules: DispatchRules,
    people: PrincipalService,
    sources: SourceRecords,
  ) {
    this.#catalogue = catalogue;
    this.#campaigns = campaigns;
    this.#units = units;
    this.#rules = rules;
    this.#people = people;
    this.#sources = sources;
  }

  /**
   * Finds what the draft names. The station is the named one, else the one of the address, else the one where the
   * registering person works; a request that fits no station goes to the backstop.
   *
   * @throws intake-invalid with every wrong field, source-known
   */
  async check(draft: CaseDraft, by?: Principal): Promise<CheckedIntake> {
    const { named, ...found } = await this.#found(draft, by !== undefined);
    const { about } = found;
    await this.#sources.requireNew(draft.sourceId, by);
    const nearest = named ?? (await this.#guessStation(draft, by?.units ?? []));
    const aside = about !== undefined && nearest !== undefined && concerns(about, nearest);
    const station = aside ? undefined : nearest;
    const firstUnit = station ?? (await (aside ? insteadOf(this.#units, about) : this.#units.backstop()));
    const near = (await this.#units.streetOf(firstUnit.id)) ?? (await this.#units.backstop(firstUnit.id));
    const street = about && concerns(about, near) ? await insteadOf(this.#units, about) : near;
    const precedent = found.category && (await this.#rules.departmentFor(found.category.code, street.id));
    return { ...found, station, firstUnit, street, precedent };
  }

  /** What the draft names. @throws intake-invalid with every wrong field */
  async #found(draft: CaseDraft, byStaff: boolean): Promise<Found> {
    const named = async <T>(code: string | null | undefined, find: (code: string) => Promise<T | undefined>) =>
      code ? await find(code) : undefined;
    const channel = await this.#catalogue.findChannel(draft.channel);
    const category = await named(draft.category, (code) => this.#catalogue.findCategory(code));
    const kind = await named(draft.kind, (code) => this.#catalogue.findKind(code));
    const station = await named(draft.station, (id) => this.#units.find(id));
    const about = await named(draft.about, (id) => this.#units.find(id));
    const aboutPerson = await named(draft.aboutPerson, (id) => this.#official(id, about));
    const fields: readonly [field: string, name: string, code: string | null | undefined, fits: boolean][] = [
      ['channel', '来源渠道', draft.channel, channel !== undefined],
      ['category', '类别', draft.category, category !== undefined],
      ['kind', '诉求类型', draft.kind, kind !== undefined],
      ['station', '工作站', draft.station, isStation(station)],
      ['about', '被反映单位', draft.about, mayBeAbout(about)],
      ['aboutPerson', '被反映人员', draft.aboutPerson, aboutPerson !== undefined],
    ];
    const wrong: FieldError[] = fields
      .filter(([, , code, fits]) => code && !fits)
      .map(([field, name, code]) => ({ field, message: `${name}“${code}”不存在` }));
    const { campaign, problem } = await this.#campaigns.named(draft.campaign, byStaff ? channel : undefined);
    if (problem !== undefined) wrong.push({ field: 'campaign', message: problem });
    if (!channel || wrong.length > 0) throw intakeInvalid(wrong);
    return { campaign, channel, category, kind, named: station, about, aboutPerson };
  }

  /** The refusal of a source record that is filed already; as what is told to who may read it. */
  async sourceKnown(sourceId: string, by: Principal | undefined): Promise<DomainError> {
    return await this.#sources.known(sourceId, by);
  }

  /** Somebody who works in a unit; in the one that is complained of, where one is. */
  async #official(id: string, about: Unit | undefined): Promise<Principal | undefined> {
    const person = isUuid(id) ? await this.#people.find(id) : undefined;
    return person?.units.some((unit) => !about || concerns(about, unit)) ? person : undefined;
  }

  async #guessStation(draft: CaseDraft, workplaces: readonly MemberUnit[]): Promise<Unit | undefined> {
    const byAddress = draft.address ? await this.#units.stationForAddress(draft.address) : undefined;
    if (byAddress) return byAddress;
    const workplace = workplaces.find((unit) => unit.kind === 'station');
    return workplace && (await this.#units.find(workplace.id));
  }
}

/** A station that still stands. */
function isStation(unit: Unit | undefined): boolean {
  return unit?.kind === 'station' && unit.validTo === null;
}

/** Residents complain of units that handle cases. */
function mayBeAbout(unit: Unit | undefined): boolean {
  return unit !== undefined && ['station', 'street', 'department'].includes(unit.kind) && unit.validTo === null;
}
