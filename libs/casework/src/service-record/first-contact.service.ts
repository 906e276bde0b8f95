import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';

const atOnce = 100;

/** Tells of first contacts that are late. Their clock never stops: a resident who waits for papers is spoken to all the same. */
@Injectable()
export class FirstContacts {
  readonly #database: Database;
  readonly #acts: ActRunner;

  constructor(database: Database, acts: ActRunner) {
    this.#database = database;
    this.#acts = acts;
  }

  /** Each once; safe at any moment and in any number of processes. Gives how many were told. */
  async tellLate(): Promise<number> {
    for (let told = 0, page; ; told += page) {
      page = await this.#database.transaction(async (tx) => await this.#tellPage(tx));
      if (page < atOnce) return told + page;
    }
  }

  async #tellPage(tx: Transaction): Promise<number> {
    const at = this.#acts.now();
    const late = await tx.query<LateCase>({
      name: 'casework-late-contacts',
      text: `UPDATE casework.case_file SET contact_late_told = true WHERE id IN (
               SELECT id FROM casework.case_file
               WHERE state = 'open' AND contacted_at IS NULL AND NOT contact_late_told AND contact_due_at < $1
               ORDER BY contact_due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
             RETURNING id, contact_due_at AS "dueAt", owner_unit_id AS "unitId", owner_unit_name AS unit`,
      values: [at, atOnce],
    });
    for (const { id, dueAt, unitId, unit } of late) {
      const detail = { dueAt: dueAt.toISOString() };
      await this.#acts.tell(tx, id, { at, kind: 'contact-late', title: '首次联系逾期', actor: null, unit, detail });
      await this.#acts.notify(tx, id, [{ kind: 'contact-late', unit, dueAt, units: [unitId], above: [unitId] }]);
    }
    return late.length;
  }
}

interface LateCase {
  readonly id: string;
  readonly dueAt: Date;
  readonly unitId: string;
  readonly unit: string;
}
