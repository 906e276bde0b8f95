import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type FieldError, type Transaction } from '@lianban/platform';
import { checkEntry } from './entry.rules.js';
import { NamedThings } from './named-things.service.js';
import type { ReferenceChange } from './reference-change.js';
import { ReferenceHistory } from './reference-history.service.js';
import type { EntryDraft, ReferenceEntry, ReferenceList, ReferenceListView } from './reference-list.js';
import { ReferenceRegistry } from './reference-registry.service.js';
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
  readonly #named: NamedThings;
  readonly #registry: ReferenceRegistry;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    history: ReferenceHistory,
    named: NamedThings,
    registry: ReferenceRegistry,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#history = history;
    this.#named = named;
    this.#registry = registry;
    this.#clock = clock;
  }

  /** All lists with all entries. @throws permission-missing */
  async all(principal: Principal): Promise<ReferenceListView[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#database.transaction(async (tx) => {
      const views: ReferenceListView[] = [];
      for (const list of this.#registry.all) views.push(viewOf(list, await entriesOf(tx, list)));
      return views;
    });
  }

  /** What was changed of an entry, the newest first. @throws permission-missing, entry-unknown */
  async changes(principal: Principal, key: string, code: string): Promise<ReferenceChange[]> {
    this.#access.require(principal, 'system.manage');
    return await this.#history.of({ list: this.#registry.get(key).key, code });
  }

  /** @throws permission-missing, entry-unknown, entry-changed, entry-refused */
  async save(principal: Principal, key: string, code: string, draft: EntryDraft): Promise<ReferenceListView> {
    this.#access.require(principal, 'system.manage');
    const list = this.#registry.get(key);
    return await this.#database.transaction(async (tx) => {
      await this.#history.hold(tx, { list: key, code }, draft.version);
      const entries = await entriesOf(tx, list);
      const before = entries.find((entry) => entry.code === code);
      if (!before && !list.grows) throw entryUnknown(code);
      const after = await this.#checked(tx, list, { code, before, draft, entries });
      await writeEntry(tx, list, { code, ...after });
      await list.changed?.(tx, this.#clock.now());
      const { version, ...kept } = before ?? { version: 0 };
      const told = { ...after, ...(draft.note && { note: draft.note }) };
      await this.#history.keep(tx, principal, { list: key, code, version, before: before ? kept : null, after: told });
      return viewOf(list, await entriesOf(tx, list));
    });
  }

  async #checked(tx: Transaction, list: ReferenceList, change: Parameters<typeof checkEntry>[1]) {
    const { values, problems } = checkEntry(list, change);
    const fields: FieldError[] = [...problems];
    fields.push(...(await this.#named.missing(tx, list, values, change.before)));
    if (fields.length > 0) throw entryRefused(fields);
    const { name, position, active } = change.draft;
    return { name, position, active, values };
  }
}

function viewOf(
  { key, grows, fixed, needsNote, fields }: ReferenceList,
  entries: readonly ReferenceEntry[],
): ReferenceListView {
  return { key, grows, fixed, needsNote, fields: fields.map(({ column: _, ...field }) => field), entries };
}
