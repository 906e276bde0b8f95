import { Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import type { ReferenceChange } from '../reference/reference-change.js';
import { ReferenceHistory, versionOf } from '../reference/reference-history.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { categoryUnknown } from './catalogue.errors.js';
import type { CategoryChange, CategoryImport, CategoryTable, KeptCategory } from './category-import.js';
import { planImport, type KnownCategory } from './category-import.rules.js';

const list = 'categories';

/** Changes the topics: a table is brought in, one is renamed or goes out of use. Every change is kept. */
@Injectable()
export class CategoryKeeper {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #idempotency: IdempotencyService;
  readonly #history: ReferenceHistory;
  readonly #audit: AuditTrail;

  constructor(
    database: Database,
    access: AccessService,
    idempotency: IdempotencyService,
    history: ReferenceHistory,
    audit: AuditTrail,
  ) {
    this.#database = database;
    this.#access = access;
    this.#idempotency = idempotency;
    this.#history = history;
    this.#audit = audit;
  }

  /** All topics, those out of use too, in the order of the screen among those of one parent. @throws permission-missing */
  async list(principal: Principal): Promise<KeptCategory[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#database.query<KeptCategory>({
      name: 'casework-kept-categories',
      text: `SELECT code, name, parent_code AS parent, active, ${versionOf(`'${list}'`, 'category.code')} AS version
             FROM casework.category
             ORDER BY parent_code NULLS FIRST, position, code LIMIT 5000`,
    });
  }

  /** What was changed of a topic, the newest first. @throws permission-missing */
  async changes(principal: Principal, code: string): Promise<ReferenceChange[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#history.of({ list, code });
  }

  /** Brings a table in, or tells what would become of it. @throws permission-missing */
  async import(
    principal: Principal,
    { rows, dryRun }: CategoryTable,
    request?: IdempotentRequest,
  ): Promise<CategoryImport> {
    this.#access.require(principal, 'system.manage');
    return await this.#idempotency.transaction(request, async (tx) => {
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
        await this.#audit.append(tx, {
          actor: auditActor(principal),
          action: 'categories-imported',
          subject: { type: 'category', id: 'catalogue' },
          result: 'done',
          detail: { lines: rows.length, created },
        });
      }
      const count = (fate: string): number => fates.filter((each) => each.fate === fate).length;
      return { known: count('known'), created: count('created'), refused: count('refused'), rows: fates };
    });
  }

  /** Renames a topic, or puts it out of use or back. @throws permission-missing, category-unknown, entry-changed */
  async change(principal: Principal, code: string, { version, name, active }: CategoryChange): Promise<void> {
    this.#access.require(principal, 'system.manage');
    await this.#database.transaction(async (tx) => {
      await this.#history.hold(tx, { list, code }, version);
      const [before] = await tx.query<{ name: string; active: boolean }>({
        text: 'SELECT name, active FROM casework.category WHERE code = $1',
        values: [code],
      });
      if (!before) throw categoryUnknown(code);
      const after = { name: name ?? before.name, active: active ?? before.active };
      await tx.query({
        text: 'UPDATE casework.category SET name = $2, active = $3 WHERE code = $1',
        values: [code, after.name, after.active],
      });
      await this.#history.keep(tx, principal, { list, code, version, before, after });
    });
  }
}
