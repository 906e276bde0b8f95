import { Inject, Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { entryChanged } from '../reference/reference.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { insertSetting, lockSettings, settingsBefore, type SettingRow } from '../settings/setting.sql.js';
import { districtMapKey } from './seed-demo-map.js';
import type { DistrictMap, DistrictMapChange, SettledMap } from './district-map.js';
import { readDistrictMap, unitsOfMap } from './district-map.rules.js';
import { mapRefused } from './district-map.errors.js';

/** The outline of the district that maps draw; each one that was put in stays on record. */
@Injectable()
export class DistrictMapService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #idempotency: IdempotencyService;
  readonly #audit: AuditTrail;
  readonly #units: UnitService;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    idempotency: IdempotencyService,
    audit: AuditTrail,
    units: UnitService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#idempotency = idempotency;
    this.#audit = audit;
    this.#units = units;
    this.#clock = clock;
  }

  /** What holds now; an outline is nothing that only some may know. */
  async current(): Promise<SettledMap> {
    return settled(await this.#latest());
  }

  /** Puts an outline in, or takes it out. @throws permission-missing, map-refused, entry-changed */
  async decide(
    principal: Principal,
    { version, map: given, note }: DistrictMapChange,
    request?: IdempotentRequest,
  ): Promise<SettledMap> {
    this.#access.require(principal, 'system.manage');
    const map = given === null ? null : await this.#read(given);
    return await this.#idempotency.transaction(request, async (tx) => {
      await lockSettings(tx);
      const last = await this.#latest(tx);
      if ((last?.version ?? 0) !== version)
        throw entryChanged(districtMapKey, { version: last?.version ?? 0, by: last?.by ?? '' });
      const at = this.#clock.now();
      const by = { id: principal.accountId, name: principal.displayName };
      const decided = await insertSetting(tx, districtMapKey, { value: { map }, note, at, by });
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'setting-changed',
        subject: { type: 'setting', id: districtMapKey },
        result: 'done',
        detail: { areas: map?.features.length ?? 0, note },
      });
      return { version: decided, map, note, at: at.toISOString(), by: by.name };
    });
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

  async #latest(tx?: Transaction): Promise<SettingRow | undefined> {
    // The present instant belongs to what is known.
    const before = new Date(this.#clock.now().getTime() + 1);
    const [row] = await settingsBefore(tx ?? this.#database, districtMapKey, { before, limit: 1 });
    return row;
  }
}

function settled(row: SettingRow | undefined): SettledMap {
  if (!row) return { version: 0, map: null, note: '', at: null, by: '' };
  const { map } = row.value as { readonly map: DistrictMap | null };
  return { version: row.version, map, note: row.note, at: row.at.toISOString(), by: row.by };
}
