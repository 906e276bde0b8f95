import { Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, type Transaction } from '@lianban/platform';
import { categoryUnknown } from './catalogue.errors.js';
import type { CategoryChange, CategoryImport, CategoryTable, KeptCategory } from './category-import.js';
import { planImport, type KnownCategory } from './category-import.rules.js';

/** Changes the topics: a table is brought in, one is renamed or goes out of use. Every change is in the audit trail. */
@Injectable()
export class CategoryKeeper {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #audit: AuditTrail;

  constructor(database: Database, access: AccessService, audit: AuditTrail) {
    this.#database = database;
    this.#access = access;
    this.#audit = audit;
  }

  /** All topics, those out of use too, in the order of the screen among those of one parent. @throws permission-missing */
  async list(principal: Principal): Promise<KeptCategory[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#database.query<KeptCategory>({
      name: 'casework-kept-categories',
      text: `SELECT code, name, parent_code AS parent, active FROM casework.category
             ORDER BY parent_code NULLS FIRST, position, code LIMIT 5000`,
    });
  }

  /** Brings a table in, or tells what would become of it. @throws permission-missing */
  async import(principal: Principal, { rows, dryRun }: CategoryTable): Promise<CategoryImport> {
    this.#access.require(principal, 'system.manage');
    return await this.#database.transaction(async (tx) => {
      await tx.query({ text: 'LOCK TABLE casework.category IN SHARE ROW EXCLUSIVE MODE' });
      const known = await tx.query<KnownCategory>({
        text: 'SELECT code, name, parent_code AS parent FROM casework.category ORDER BY active, position DESC, code',
      });
      const { fates, created } = planImport(known, rows);
      if (!dryRun && created.length > 0) {
        await tx.query({
          text: `INSERT INTO casework.category (code, parent_code, name, position)
                 SELECT code, parent, name, position FROM jsonb_to_recordset($1::jsonb)
                   AS category(code text, parent text, name text, position int)`,
          values: [JSON.stringify(created)],
        });
        await this.#note(tx, principal, 'categories-imported', 'catalogue', { lines: rows.length, created });
      }
      const count = (fate: string): number => fates.filter((each) => each.fate === fate).length;
      return { known: count('known'), created: count('created'), refused: count('refused'), rows: fates };
    });
  }

  /** Renames a topic, or puts it out of use or back. @throws permission-missing, category-unknown */
  async change(principal: Principal, code: string, { name, active }: CategoryChange): Promise<void> {
    this.#access.require(principal, 'system.manage');
    await this.#database.transaction(async (tx) => {
      const [before] = await tx.query<{ name: string; active: boolean }>({
        text: 'SELECT name, active FROM casework.category WHERE code = $1 FOR UPDATE',
        values: [code],
      });
      if (!before) throw categoryUnknown(code);
      const after = { name: name ?? before.name, active: active ?? before.active };
      await tx.query({
        text: 'UPDATE casework.category SET name = $2, active = $3 WHERE code = $1',
        values: [code, after.name, after.active],
      });
      await this.#note(tx, principal, 'category-changed', code, { before, after });
    });
  }

  async #note(tx: Transaction, by: Principal, action: string, id: string, detail: object): Promise<void> {
    const subject = { type: 'category', id };
    await this.#audit.append(tx, { actor: auditActor(by), action, subject, result: 'done', detail: { ...detail } });
  }
}
