import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import type { ReferenceChange } from '../reference/reference-change.js';
import { ReferenceHistory } from '../reference/reference-history.service.js';
import type { Rung, RungChange } from './ladder.js';
import { rungUnknown, thresholdIdle } from './ladder.errors.js';
import { findRung, ladderRungs, rungList as list, updateRung } from './ladder-rung.sql.js';
import { wakeAll } from './ladder-watch.sql.js';

/** When the rungs of the ladder are climbed, as administrators set it; every change stays to be read. */
@Injectable()
export class RungSettings {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #acts: ActRunner;
  readonly #history: ReferenceHistory;

  constructor(database: Database, access: AccessService, acts: ActRunner, history: ReferenceHistory) {
    this.#database = database;
    this.#access = access;
    this.#acts = acts;
    this.#history = history;
  }

  /** The rungs, from the bottom up. @throws permission-missing */
  async list(principal: Principal): Promise<Rung[]> {
    this.#access.require(principal, 'system.manage');
    return await ladderRungs(this.#database);
  }

  /**
   * Changes a rung; cases are looked at anew with the next look of the worker. What was climbed stays climbed.
   *
   * @throws permission-missing, rung-unknown, threshold-idle, entry-changed
   */
  async change(principal: Principal, code: string, { note, version, ...wanted }: RungChange): Promise<Rung> {
    this.#access.require(principal, 'system.manage');
    return await this.#database.transaction(async (tx) => {
      await this.#history.hold(tx, { list, code }, version);
      const before = await findRung(tx, code);
      if (!before) throw rungUnknown(code);
      const idle = thresholds.filter((field) => before[field] === null && wanted[field] !== undefined);
      if (idle.length > 0) throw thresholdIdle(code, idle);
      const after: Rung = { ...before, ...definedOf(wanted), version: version + 1 };
      await updateRung(tx, after);
      await wakeAll(tx, this.#acts.now());
      const entry = { list, code, version, before: { ...before }, after: { ...after, note } };
      await this.#history.keep(tx, principal, entry);
      return after;
    });
  }

  /** What was changed of a rung, the newest first. @throws permission-missing, rung-unknown */
  async changes(principal: Principal, code: string): Promise<ReferenceChange[]> {
    this.#access.require(principal, 'system.manage');
    if (!(await findRung(this.#database, code))) throw rungUnknown(code);
    return await this.#history.of({ list, code });
  }
}

const thresholds = ['days', 'times', 'periodDays', 'termDays'] as const;

function definedOf(wanted: Omit<RungChange, 'note' | 'version'>): Partial<Rung> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
