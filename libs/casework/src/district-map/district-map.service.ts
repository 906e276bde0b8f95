import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { SettingRow } from '../settings/setting.sql.js';
import { Settings } from '../settings/settings.service.js';
import { districtMapKey } from './seed-demo-map.js';
import type { DistrictMap, DistrictMapChange, SettledMap } from './district-map.js';
import { readDistrictMap, unitsOfMap } from './district-map.rules.js';
import { mapRefused } from './district-map.errors.js';

/** The outline of the district that maps draw; each one that was put in stays on record. */
@Injectable()
export class DistrictMapService {
  readonly #settings: Settings;
  readonly #access: AccessService;
  readonly #units: UnitService;

  constructor(settings: Settings, access: AccessService, units: UnitService) {
    this.#settings = settings;
    this.#access = access;
    this.#units = units;
  }

  /** What holds now; an outline is nothing that only some may know. */
  async current(): Promise<SettledMap> {
    const [row] = await this.#settings.latest(districtMapKey);
    return settled(row);
  }

  /** Puts an outline in, or takes it out. @throws permission-missing, map-refused, entry-changed */
  async decide(
    principal: Principal,
    { version, map: given, note }: DistrictMapChange,
    request?: IdempotentRequest,
  ): Promise<SettledMap> {
    this.#access.require(principal, 'system.manage');
    const map = given === null ? null : await this.#read(given);
    const decision = { version, value: { map }, note, detail: { areas: map?.features.length ?? 0 } };
    return { ...(await this.#settings.decide(principal, districtMapKey, decision, request)), map };
  }

  async #read(given: unknown): Promise<DistrictMap> {
    const read = readDistrictMap(given);
    if ('flaw' in read) throw mapRefused(read.flaw);
    const named = unitsOfMap(read.ok);
    const known = await this.#units.byIds(named);
    const unknown = named.find((id) => !known.has(id));
    if (unknown !== undefined)
      throw mapRefused({ why: `unit "${unknown}" does not exist`, said: `单位编码“${unknown}”不存在` });
    return read.ok;
  }
}

function settled(row: SettingRow | undefined): SettledMap {
  if (!row) return { version: 0, map: null, note: '', at: null, by: '' };
  const { map } = row.value as { readonly map: DistrictMap | null };
  return { version: row.version, map, note: row.note, at: row.at.toISOString(), by: row.by };
}
