import { Injectable } from '@nestjs/common';
import { UnitService, type MemberUnit, type Unit } from '@lianban/organisation';
import { Database, type DomainError, type FieldError } from '@lianban/platform';
import { CatalogueService, type Channel } from '../catalogue/catalogue.service.js';
import { intakeInvalid, sourceKnown } from '../casework.errors.js';
import { insteadOf } from './about.js';
import { concerns } from './about.rules.js';
import type { CaseDraft } from './case-draft.js';

/** A request whose codes all exist, and where it goes first. */
export interface CheckedIntake {
  readonly channel: Channel;
  readonly category: { readonly code: string; readonly name: string } | undefined;
  readonly station: Unit | undefined;
  /** The unit that is complained of. */
  readonly about: Unit | undefined;
  /** The station; without one the backstop. */
  readonly firstUnit: Unit;
  /** The street above the first unit; without one the backstop. */
  readonly street: Unit;
}

interface Found extends Pick<CheckedIntake, 'channel' | 'category' | 'about'> {
  /** The station. */
  readonly named: Unit | undefined;
}

/** Checks what a request names against the catalogue and the organisation tree. */
@Injectable()
export class IntakeCheck {
  readonly #database: Database;
  readonly #catalogue: CatalogueService;
  readonly #units: UnitService;

  constructor(database: Database, catalogue: CatalogueService, units: UnitService) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#units = units;
  }

  /**
   * Finds what the draft names. The station is the named one, else the one of the address, else the one where the
   * registering person works; a request that fits no station goes to the backstop.
   *
   * @throws intake-invalid with every wrong field, source-known
   */
  async check(draft: CaseDraft, workplaces: readonly MemberUnit[]): Promise<CheckedIntake> {
    const { channel, category, named, about } = await this.#found(draft);
    if (draft.sourceId && (await this.#findSource(draft.sourceId))) throw await this.sourceKnown(draft.sourceId);
    const nearest = named ?? (await this.#guessStation(draft, workplaces));
    const aside = about !== undefined && nearest !== undefined && concerns(about, nearest);
    const station = aside ? undefined : nearest;
    const firstUnit = station ?? (await (aside ? insteadOf(this.#units, about) : this.#units.backstop()));
    const near = (await this.#units.streetOf(firstUnit.id)) ?? (await this.#units.backstop(firstUnit.id));
    const street = about && concerns(about, near) ? await insteadOf(this.#units, about) : near;
    return { channel, category, station, about, firstUnit, street };
  }

  /** What the draft names. @throws intake-invalid with every wrong field */
  async #found(draft: CaseDraft): Promise<Found> {
    const channel = await this.#catalogue.findChannel(draft.channel);
    const category = draft.category ? await this.#catalogue.findCategory(draft.category) : undefined;
    const named = draft.station ? await this.#units.find(draft.station) : undefined;
    const about = draft.about ? await this.#units.find(draft.about) : undefined;
    const wrong: FieldError[] = [];
    if (!channel) wrong.push({ field: 'channel', message: `来源渠道“${draft.channel}”不存在` });
    if (draft.category && !category) wrong.push({ field: 'category', message: `类别“${draft.category}”不存在` });
    if (draft.station && !isStation(named)) wrong.push({ field: 'station', message: `工作站“${draft.station}”不存在` });
    if (draft.about && !mayBeAbout(about)) wrong.push({ field: 'about', message: `被反映单位“${draft.about}”不存在` });
    if (!channel || wrong.length > 0) throw intakeInvalid(wrong);
    return { channel, category, named, about };
  }

  /** The refusal of a source record that is filed already. */
  async sourceKnown(sourceId: string): Promise<DomainError> {
    return sourceKnown(sourceId, (await this.#findSource(sourceId)) ?? { id: '', code: '' });
  }

  async #findSource(sourceId: string): Promise<{ id: string; code: string } | undefined> {
    const [file] = await this.#database.query<{ id: string; code: string }>({
      text: 'SELECT id, code FROM casework.case_file WHERE source_id = $1',
      values: [sourceId],
    });
    return file;
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
