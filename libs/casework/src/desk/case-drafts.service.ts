import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, sealedRow, type Clock } from '@lianban/platform';
import { sealedDraft } from '../sealing/sealed-tables.js';
import type { KeptCase, WrittenCase } from './written-case.js';

/** How long it is kept after it was last saved, in milliseconds: it names residents, and none of it is filed. */
const memory = 14 * 24 * 3_600_000;

/**
 * The one request that somebody is writing down and has not registered yet, so that it outlives their browser. Only who
 * wrote it reads it.
 */
@Injectable()
export class CaseDrafts {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  /** @throws permission-missing */
  async get(principal: Principal): Promise<KeptCase> {
    this.#access.require(principal, 'case.register');
    const [row] = await this.#database.query<{ readonly content: string; readonly savedAt: Date }>({
      name: 'casework-case-draft',
      text: `SELECT content, saved_at AS "savedAt" FROM casework.case_draft
             WHERE account_id = $1 AND expires_at > $2`,
      values: [principal.accountId, this.#clock.now()],
    });
    if (!row) return nothing;
    const place = { table: sealedDraft.name, column: 'content', row: principal.accountId };
    const draft = JSON.parse(this.#database.fields.open(place, row.content)) as WrittenCase;
    return { draft, savedAt: row.savedAt.toISOString() };
  }

  /** Keeps what was filled in in the place of what was kept before; nothing filled in: nothing. @throws permission-missing */
  async save(principal: Principal, draft: WrittenCase): Promise<KeptCase> {
    this.#access.require(principal, 'case.register');
    const { accountId } = principal;
    if (Object.keys(draft).length === 0) {
      const text = 'DELETE FROM casework.case_draft WHERE account_id = $1';
      await this.#database.query({ name: 'casework-drop-case-draft', text, values: [accountId] });
      return nothing;
    }
    const now = this.#clock.now();
    const content = JSON.stringify(draft);
    const sealed = sealedRow(this.#database.fields, sealedDraft, accountId, { content });
    await this.#database.query({
      name: 'casework-save-case-draft',
      text: `INSERT INTO casework.case_draft (account_id, content, saved_at, expires_at, sealed_with)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (account_id) DO UPDATE
               SET content = excluded.content, saved_at = excluded.saved_at, expires_at = excluded.expires_at,
                 sealed_with = excluded.sealed_with`,
      values: [accountId, sealed.content, now, new Date(now.getTime() + memory), sealed.sealed_with],
    });
    return { draft, savedAt: now.toISOString() };
  }
}

const nothing: KeptCase = { draft: null, savedAt: null };
