import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, newId, uniqueViolation, type Clock, type Transaction } from '@lianban/platform';
import { unitChangeRefused, unitChangeUnknown } from '../organisation.errors.js';
import { lockTree } from '../units/lock-tree.js';
import type { Unit } from '../units/unit.entity.js';
import { fittingKinds, isWithin } from '../units/unit.rules.js';
import { UnitService } from '../units/unit.service.js';
import { cancelChange, changesOf, dueChanges, finishChange, insertChange, takeChange } from './unit-change.sql.js';
import type { UnitChange } from './unit-change.js';

/** What was begun before a change may still end after it; then nothing new comes to the unit. */
const afterwards = 5 * 60_000;
const atOnce = 50;

/** Changes of the tree by day. What is with the units follows them by {@link UnitFollowers}. */
@Injectable()
export class UnitChanges {
  readonly #database: Database;
  readonly #units: UnitService;
  readonly #clock: Clock;

  constructor(database: Database, units: UnitService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#units = units;
    this.#clock = clock;
  }

  /** Changes of a unit, also those to come, the latest first. */
  async of(unitId: string): Promise<UnitChange[]> {
    return await changesOf(this.#database, unitId);
  }

  /**
   * A page of changes whose day has begun and that not everything has followed.
   *
   * @param today in the installation's time zone
   */
  async due(today: string, after?: UnitChange): Promise<UnitChange[]> {
    return await dueChanges(this.#database, today, { after, limit: atOnce });
  }

  /** Sets a change. @throws unit-unknown, unit-change-refused, unit-inside-itself */
  async set(
    tx: Transaction,
    draft: Pick<UnitChange, 'unitId' | 'kind' | 'day' | 'after' | 'reason' | 'setBy'>,
  ): Promise<UnitChange> {
    const unit = await this.#units.get(draft.unitId, tx);
    await this.check(unit, draft, tx);
    const before = draft.kind === 'renamed' ? unit.name : draft.kind === 'moved' ? unit.parentId : null;
    const change = { ...draft, id: newId(), before, setAt: this.#clock.now(), appliedAt: null };
    try {
      await insertChange(tx, change);
    } catch (error) {
      if (uniqueViolation(error) !== 'unit_change_planned') throw error;
      throw unitChangeRefused('unit', 'another change of it is still to come', '该单位已有待生效的变更');
    }
    return change;
  }

  /** Takes back what is still to come. @throws unit-change-unknown */
  async cancel(tx: Transaction, unitId: string): Promise<void> {
    if (!(await cancelChange(tx, unitId, this.#clock.now()))) throw unitChangeUnknown(unitId);
  }

  /**
   * Changes the tree, once, however many processes do it; whether it was this one.
   *
   * @throws unit-change-refused, unit-inside-itself where it does not fit any more
   */
  async apply(tx: Transaction, change: UnitChange): Promise<boolean> {
    await lockTree(tx);
    const now = this.#clock.now();
    if (!(await takeChange(tx, change.id, now))) return false;
    const unit = await this.#units.get(change.unitId, tx);
    await this.check(unit, change, tx);
    const { kind, after } = change;
    if (kind === 'renamed')
      await tx.query({ text: 'UPDATE organisation.unit SET name = $2 WHERE id = $1', values: [unit.id, after] });
    else if (kind === 'moved') await this.#units.move(tx, unit.id, after ?? '');
    else await this.#end(tx, unit, after, now);
    return true;
  }

  /** Marks as done what holds long enough that nothing comes to the unit any more. */
  async finish({ id }: UnitChange): Promise<void> {
    const now = this.#clock.now();
    await finishChange(this.#database, id, new Date(now.getTime() - afterwards), now);
  }

  /** Passes when a unit can change like that now. @throws unit-change-refused, unit-unknown, unit-inside-itself */
  async check(unit: Unit, { kind, after }: Pick<UnitChange, 'kind' | 'after'>, tx?: Transaction): Promise<void> {
    if (unit.validTo) throw unitChangeRefused('unit', 'it has ended', '该单位已撤销');
    if (kind === 'renamed') return;
    if (after === null && kind === 'closed') {
      const parts = await this.#units.list({ parentId: unit.id }, tx);
      if (parts.length > 0)
        throw unitChangeRefused('after', 'units below it would have no parent', '下级单位需要承接单位');
      if (unit.duties.length > 0)
        throw unitChangeRefused('after', 'nobody would have its duties', '请指定承接其职能的单位');
      return;
    }
    const other = after === null ? undefined : await this.#units.find(after, tx);
    if (!other || other.validTo || other.id === unit.id || isWithin(other.path, unit.path))
      throw unitChangeRefused(
        'after',
        'expected another unit that stands, not below it',
        '请选择其他在用单位，且不能是其下级',
      );
    requireFitting(unit, kind, other);
  }

  async #end(tx: Transaction, unit: Unit, successorId: string | null, now: Date): Promise<void> {
    for (const part of await this.#units.list({ parentId: unit.id }, tx))
      await this.#units.move(tx, part.id, successorId ?? '');
    await tx.query({
      text: `WITH heir AS (UPDATE organisation.unit AS heir
               SET duties = ARRAY(SELECT DISTINCT unnest(heir.duties || gone.duties)),
                 keywords = CASE WHEN heir.kind = gone.kind
                   THEN ARRAY(SELECT DISTINCT unnest(heir.keywords || gone.keywords)) ELSE heir.keywords END
               FROM organisation.unit gone WHERE gone.id = $1 AND heir.id = $2)
             UPDATE organisation.unit SET valid_to = $3, successor_id = $2, duties = '{}' WHERE id = $1`,
      values: [unit.id, successorId, now],
    });
  }
}

/** Roles over a unit go on over its successor and reach what is below it, so neither may be of another kind. */
function requireFitting(unit: Unit, change: UnitChange['kind'], other: Unit): void {
  const { parents, successors } = fittingKinds(unit.kind);
  const fitting = change === 'moved' ? parents : successors;
  if (fitting.includes(other.kind)) return;
  throw unitChangeRefused(
    'after',
    `"${other.id}" is a ${other.kind}, expected ${fitting.join(' or ') || 'no unit at all'}, so that nobody's role widens`,
    change === 'moved'
      ? '上级单位的类别不符：工作站属于街道，街道、部门和办公室属于区'
      : '承接单位必须与本单位同类，如工作站并入工作站',
  );
}
