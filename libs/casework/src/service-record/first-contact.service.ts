import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database, LOGGER, throughPages, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { claimLate, lateContacts, type LateContact } from './first-contact.sql.js';

const atOnce = 100;

/** Tells of first contacts that are late. Their clock never stops: a resident who waits for papers is spoken to all the same. */
@Injectable()
export class FirstContacts {
  readonly #database: Database;
  readonly #acts: ActRunner;
  readonly #log: Logger;

  constructor(database: Database, acts: ActRunner, @Inject(LOGGER) log: Logger) {
    this.#database = database;
    this.#acts = acts;
    this.#log = log;
  }

  /** Each once; safe at any moment and in any number of processes. Gives how many were told. */
  async tellLate(): Promise<number> {
    const at = this.#acts.now();
    return await throughPages<LateContact>({
      find: (after) => lateContacts(this.#database, at, { after, limit: atOnce }),
      act: ({ id }) => this.#database.transaction((tx) => this.#tell(tx, id, at)),
      failed: (err, { id }) =>
        this.#log.warn({ err, caseId: id }, 'of a late first contact nobody can be told; tried again later'),
    });
  }

  async #tell(tx: Transaction, id: string, at: Date): Promise<number> {
    const late = await claimLate(tx, id);
    if (!late) return 0;
    const { dueAt, unitId, unit } = late;
    const detail = { dueAt: dueAt.toISOString() };
    await this.#acts.tell(tx, id, { at, kind: 'contact-late', title: '首次联系逾期', actor: null, unit, detail });
    await this.#acts.notify(tx, id, [{ kind: 'contact-late', unit, dueAt, units: [unitId], above: [unitId] }]);
    return 1;
  }
}
