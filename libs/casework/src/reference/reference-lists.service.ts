import { Injectable } from '@nestjs/common';
import { DefinitionService } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, type FieldError, type Transaction } from '@lianban/platform';
import { checkEntry } from './entry.rules.js';
import type { ReferenceChange } from './reference-change.js';
import { ReferenceHistory } from './reference-history.service.js';
import type { EntryDraft, ReferenceEntry, ReferenceList, ReferenceListView } from './reference-list.js';
import { referenceLists } from './reference-lists.data.js';
import { entryRefused, entryUnknown } from './reference.errors.js';
import { entriesOf, writeEntry } from './reference.sql.js';

/**
 * The lists that administrators keep: entries are renamed, ordered, added where a list grows, put out of use and back,
 * and never deleted, as cases refer to them. Every change is kept.
 */
@Injectable()
export class ReferenceLists {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #history: ReferenceHistory;
  readonly #definitions: DefinitionService;

  constructor(database: Database, access: AccessService, history: ReferenceHistory, definitions: DefinitionService) {
    this.#database = database;
    this.#access = access;
    this.#history = history;
    this.#definitions = definitions;
  }

  /** All lists with all entries. @throws permission-missing */
  async all(principal: Principal): Promise<ReferenceListView[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#database.transaction(async (tx) => {
      const views: ReferenceListView[] = [];
      for (const list of referenceLists) views.push(viewOf(list, await entriesOf(tx, list)));
      return views;
    });
  }

  /** What was changed of an entry, the newest first. @throws permission-missing, entry-unknown */
  async changes(principal: Principal, key: string, code: string): Promise<ReferenceChange[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#history.of({ list: listOf(key).key, code });
  }

  /** @throws permission-missing, entry-unknown, entry-changed, entry-refused */
  async save(principal: Principal, key: string, code: string, draft: EntryDraft): Promise<ReferenceListView> {
    this.#access.require(principal, 'system.manage');
    const list = listOf(key);
    return await this.#database.transaction(async (tx) => {
      await this.#history.hold(tx, { list: key, code }, draft.version);
      const entries = await entriesOf(tx, list);
      const before = entries.find((entry) => entry.code === code);
      if (!before && !list.grows) throw entryUnknown(code);
      const after = await this.#checked(tx, list, { code, before, draft, entries });
      await writeEntry(tx, list, { code, ...after });
      const { version, ...kept } = before ?? { version: 0 };
      await this.#history.keep(tx, principal, { list: key, code, version, before: before ? kept : null, after });
      return viewOf(list, await entriesOf(tx, list));
    });
  }

  async #checked(tx: Transaction, list: ReferenceList, change: Parameters<typeof checkEntry>[1]) {
    const { values, problems } = checkEntry(list, change);
    const fields: FieldError[] = [...problems];
    for (const { key, kind } of list.fields) {
      const value = values[key];
      if (kind !== 'process' || typeof value !== 'string') continue;
      const versions = await this.#definitions.versions(tx, value);
      if (versions.length === 0) fields.push({ field: `values.${key}`, message: '没有部署这个流程' });
    }
    if (fields.length > 0) throw entryRefused(fields);
    const { name, position, active } = change.draft;
    return { name, position, active, values };
  }
}

/** @throws entry-unknown */
function listOf(key: string): ReferenceList {
  const list = referenceLists.find((each) => each.key === key);
  if (!list) throw entryUnknown(key);
  return list;
}

function viewOf({ key, grows, fixed, fields }: ReferenceList, entries: readonly ReferenceEntry[]): ReferenceListView {
  return { key, grows, fixed, fields: fields.map(({ column: _, ...field }) => field), entries };
}
