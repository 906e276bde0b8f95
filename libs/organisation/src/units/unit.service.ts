import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { CLOCK, Database, uniqueViolation, type Clock, type Transaction } from '@lianban/platform';
import { dutyVacant, unitExists, unitUnknown } from '../organisation.errors.js';
import { lockTree } from './lock-tree.js';
import type { UnitDraft, UnitDuty, UnitKind } from './unit.js';
import { Unit } from './unit.entity.js';
import { pathAfterMove, pathOf } from './unit.rules.js';

/** No district has more; it only keeps a mistake from reading a whole country. */
const mostUnits = 5_000;

/**
 * The organisation tree. Every question is one query, by path prefix or by the ids in a path, never a walk. Inside a
 * transaction hand it on as the last argument, so that the answer comes over the same connection.
 */
@Injectable()
export class UnitService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The unit with this id, also one that has ended. */
  async find(id: string, tx?: Transaction): Promise<Unit | undefined> {
    return (await this.#units(tx).where('unit.id = :id', { id }).getOne()) ?? undefined;
  }

  /** As {@link find}. @throws unit-unknown */
  async get(id: string, tx?: Transaction): Promise<Unit> {
    const unit = await this.find(id, tx);
    if (!unit) throw unitUnknown(id);
    return unit;
  }

  /** Units by id, also ended ones; unknown ids are left out. For the names in a list. */
  async byIds(ids: readonly string[], tx?: Transaction): Promise<Map<string, Unit>> {
    if (ids.length === 0) return new Map();
    const units = await this.#units(tx)
      .where('unit.id = ANY(:ids)', { ids: [...new Set(ids)] })
      .getMany();
    return new Map(units.map((unit) => [unit.id, unit]));
  }

  /**
   * The units that stand now for these ids: themselves, or who goes on with what was theirs since they ended. An id for
   * which none stands is left out. Each is found by the id that was asked for and by its own.
   */
  async standing(ids: readonly string[], tx?: Transaction): Promise<Map<string, Unit>> {
    if (ids.length === 0) return new Map();
    const heirs = await (tx ?? this.#database).query<{ asked: string; heir: string }>({
      name: 'organisation-standing',
      text: `SELECT asked, organisation.standing_unit(asked) AS heir FROM unnest($1::text[]) AS asked`,
      values: [[...new Set(ids)]],
    });
    const units = await this.byIds(
      heirs.map(({ heir }) => heir),
      tx,
    );
    return new Map(
      heirs.flatMap(({ asked, heir }) => {
        const unit = units.get(heir);
        return unit ? [[asked, unit] as const, [heir, unit] as const] : [];
      }),
    );
  }

  /** Units that have ended, with the name of who goes on with what was theirs; 2,000 at most. */
  async ended(): Promise<{ readonly id: string; readonly name: string; readonly heir: string | null }[]> {
    return await this.#database.query({
      text: `SELECT gone.id, gone.name, heir.name AS heir FROM organisation.unit gone
             LEFT JOIN organisation.unit heir ON heir.id = organisation.standing_unit(gone.id)
             WHERE gone.valid_to IS NOT NULL ORDER BY gone.valid_to DESC, gone.id LIMIT 2000`,
    });
  }

  /** Every unit that stands or did, parents before children, at most 5,000. */
  async all(): Promise<Unit[]> {
    return await this.#units(undefined).orderBy('unit.path').limit(mostUnits).getMany();
  }

  /** The units that stand now, parents before children, at most 5,000. */
  async list(filter: { kind?: UnitKind; parentId?: string } = {}, tx?: Transaction): Promise<Unit[]> {
    const query = this.#standing(tx).orderBy('unit.path').limit(mostUnits);
    if (filter.kind !== undefined) query.andWhere('unit.kind = :kind', { kind: filter.kind });
    if (filter.parentId !== undefined) query.andWhere('unit.parent_id = :parent', { parent: filter.parentId });
    return await query.getMany();
  }

  /** The units above this one, root first, without itself. @throws unit-unknown */
  async ancestors(id: string, tx?: Transaction): Promise<Unit[]> {
    const line = await this.#lineOf(id, tx).orderBy('length(unit.path)').getMany();
    if (line.length === 0) throw unitUnknown(id);
    return line.slice(0, -1);
  }

  /** Ids of the unit and all below it, also ended ones, parents first. @throws unit-unknown */
  async subtreeIds(id: string, tx?: Transaction): Promise<string[]> {
    const ids = await this.#units(tx)
      .innerJoin(Unit, 'top', isUnder('top.path'))
      .where('top.id = :id', { id })
      .select('unit.id', 'id')
      .orderBy('unit.path')
      .getRawMany<{ id: string }>();
    if (ids.length === 0) throw unitUnknown(id);
    return ids.map((unit) => unit.id);
  }

  /** Ids of all units at or below these paths, also ended ones; no paths, no units. Turns a scope into a list. */
  async idsUnder(paths: readonly string[], tx?: Transaction): Promise<string[]> {
    const rows = await (tx ?? this.#database).query<{ id: string }>({
      name: 'organisation-ids-under',
      text: `SELECT DISTINCT unit.id, unit.path FROM unnest($1::text[]) AS top (path)
             JOIN organisation.unit ON ${isUnder('top.path')} ORDER BY unit.path`,
      values: [paths],
    });
    return rows.map((row) => row.id);
  }

  /**
   * The station whose place names contain the most exact hint in an address: the longest keyword wins, then the
   * smaller id. Spaces in the address do not matter. Undefined: nothing fits, so the backstop decides.
   */
  async stationForAddress(address: string, tx?: Transaction): Promise<Unit | undefined> {
    const longest = `(SELECT max(length(word)) FROM unnest(unit.keywords) AS word WHERE position(word IN :address) > 0)`;
    const station = await this.#standing(tx)
      .andWhere(`unit.kind = 'station'`)
      .andWhere(`${longest} > 0`, { address: address.replaceAll(/\s/gu, '') })
      .orderBy(longest, 'DESC')
      .addOrderBy('unit.id')
      .limit(1)
      .getOne();
    return station ?? undefined;
  }

  /** The street that a unit is or lies in; undefined for district offices and departments. */
  async streetOf(unitId: string, tx?: Transaction): Promise<Unit | undefined> {
    const street = await this.#lineOf(unitId, tx)
      .andWhere(`unit.kind = 'street'`)
      .orderBy('length(unit.path)', 'DESC')
      .limit(1)
      .getOne();
    return street ?? undefined;
  }

  /**
   * The unit that renders a service for another one: among all with this duty the one whose parent is nearest above
   * `near`. Without `near` the one nearest to a root.
   *
   * @throws duty-vacant
   */
  async withDuty(duty: UnitDuty, near?: string, tx?: Transaction): Promise<Unit> {
    const depth = 'length(unit.path) - length(unit.id)'; // of the parent, in characters of one line of ancestors
    const query = this.#standing(tx).andWhere('unit.duties @> ARRAY[:duty]', { duty });
    if (near !== undefined) {
      const parentIsAbove = `unit.parent_id = ANY(string_to_array(near.path, '/'))`;
      query.innerJoin(Unit, 'near', `near.id = :near AND (unit.parent_id IS NULL OR ${parentIsAbove})`, { near });
    }
    query
      .orderBy(depth, near === undefined ? 'ASC' : 'DESC')
      .addOrderBy('unit.id')
      .limit(1);
    const unit = await query.getOne();
    if (!unit) throw dutyVacant(duty, near);
    return unit;
  }

  /** Who takes what nobody else owns: the district general office. @throws duty-vacant */
  async backstop(near?: string, tx?: Transaction): Promise<Unit> {
    return await this.withDuty('backstop', near, tx);
  }

  /** Puts a unit into the tree. @throws unit-unknown (parent), unit-exists, unit-id-invalid */
  async add(tx: Transaction, draft: UnitDraft): Promise<Unit> {
    await lockTree(tx);
    const parent = draft.parentId === undefined ? undefined : await this.get(draft.parentId, tx);
    const unit = tx.manager.create(Unit, {
      ...draft,
      parentId: draft.parentId ?? null,
      path: pathOf(draft.id, parent?.path),
      areaCode: draft.areaCode ?? null,
      keywords: [...(draft.keywords ?? [])],
      duties: [...(draft.duties ?? [])],
      validFrom: draft.validFrom ?? this.#clock.now(),
      validTo: null,
      successorId: null,
    });
    try {
      await tx.manager.insert(Unit, unit);
    } catch (error) {
      throw uniqueViolation(error) === undefined ? error : unitExists(draft.id);
    }
    return unit;
  }

  /** Moves a unit with all below it to another parent. @throws unit-unknown, unit-inside-itself */
  async move(tx: Transaction, id: string, parentId: string): Promise<void> {
    await lockTree(tx);
    const unit = await this.get(id, tx);
    const path = pathAfterMove(unit, await this.get(parentId, tx));
    await tx.query({
      text: `UPDATE organisation.unit
             SET path = $1 || substr(path, length($2) + 1),
                 parent_id = CASE WHEN id = $3 THEN $4 ELSE parent_id END
             WHERE path LIKE $2 || '%'`,
      values: [path, unit.path, id, parentId],
    });
  }

  #units(tx: Transaction | undefined): SelectQueryBuilder<Unit> {
    return (tx?.manager ?? this.#database.dataSource.manager).createQueryBuilder(Unit, 'unit');
  }

  #standing(tx: Transaction | undefined): SelectQueryBuilder<Unit> {
    return this.#units(tx).where('unit.valid_from <= :now AND (unit.valid_to IS NULL OR unit.valid_to > :now)', {
      now: this.#clock.now(),
    });
  }

  /** The unit and all above it. */
  #lineOf(id: string, tx: Transaction | undefined): SelectQueryBuilder<Unit> {
    return this.#units(tx)
      .innerJoin(Unit, 'below', `unit.id = ANY(string_to_array(below.path, '/'))`)
      .where('below.id = :id', { id });
  }
}

/**
 * SQL: `unit.path` begins with another path. LIKE finds a prefix by index only if it is a constant; a range of bytes
 * always does, and `0` is the character after `/`.
 */
function isUnder(path: string): string {
  return `(unit.path ~>=~ ${path} AND unit.path ~<~ (left(${path}, -1) || '0'))`;
}
