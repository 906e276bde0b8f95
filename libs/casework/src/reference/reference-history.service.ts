import { Inject, Injectable } from '@nestjs/common';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import type { ReferenceChange } from './reference-change.js';
import { entryChanged } from './reference.errors.js';

/** Which entry of which list. */
interface Entry {
  readonly list: string;
  readonly code: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Who changed what administrators edit, with what was before and after. The number of an entry's changes is its version:
 * of two people who edit the same one at once the second is refused.
 */
@Injectable()
export class ReferenceHistory {
  readonly #database: Database;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Holds the list for the rest of the transaction, with the entry as it was at `version`. @throws entry-changed */
  async hold(tx: Transaction, { list, code }: Entry, version: number): Promise<void> {
    await tx.query({ text: `SELECT pg_advisory_xact_lock(hashtext($1))`, values: [`casework.reference/${list}`] });
    const [last] = await tx.query<{ version: number; by: string }>({
      text: `SELECT version, account_name AS by FROM casework.reference_change
             WHERE list = $1 AND code = $2 ORDER BY version DESC LIMIT 1`,
      values: [list, code],
    });
    if ((last?.version ?? 0) !== version) throw entryChanged(code, last ?? { version: 0, by: '' });
  }

  /** Keeps a change of an entry that is held; comes last in its transaction. */
  async keep(
    tx: Transaction,
    principal: Principal,
    { list, code, version, before, after }: Entry & { version: number; before: Values | null; after: Values },
  ): Promise<void> {
    await tx.query({
      text: `INSERT INTO casework.reference_change (list, code, version, at, account_id, account_name, before, after)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [
        list,
        code,
        version + 1,
        this.#clock.now(),
        principal.accountId,
        principal.displayName,
        before && JSON.stringify(before),
        JSON.stringify(after),
      ],
    });
    await this.#audit.append(tx, {
      actor: auditActor(principal),
      action: 'reference-changed',
      subject: { type: list, id: code },
      result: 'done',
      detail: { before, after },
    });
  }

  /** The latest changes of an entry, the newest first. */
  async of({ list, code }: Entry): Promise<ReferenceChange[]> {
    const rows = await this.#database.query<Omit<ReferenceChange, 'at'> & { at: Date }>({
      name: 'casework-reference-changes',
      text: `SELECT version, at, account_name AS by, before, after FROM casework.reference_change
             WHERE list = $1 AND code = $2 ORDER BY version DESC LIMIT 100`,
      values: [list, code],
    });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

/** The version of each entry of a list, for a statement that reads the list: `0` where nothing was changed yet. */
export function versionOf(list: string, code: string): string {
  return `coalesce((SELECT max(version) FROM casework.reference_change change
    WHERE change.list = ${list} AND change.code = ${code}), 0)`;
}
