import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { preferencesOf, type PreferenceChange, type Preferences } from './preference.js';

/** How a person wants their desk, at whatever machine they sit; nobody else reads it. */
@Injectable()
export class PreferenceService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** All of them, decided or not. */
  async get({ accountId }: Principal): Promise<Preferences> {
    const rows = await this.#database.query<{ readonly key: string; readonly value: unknown }>({
      name: 'casework-preferences',
      text: 'SELECT key, value FROM casework.preference WHERE account_id = $1',
      values: [accountId],
    });
    return preferencesOf(new Map(rows.map(({ key, value }) => [key, value])));
  }

  /** Changes some, of each what is named; gives all as they are then. */
  async change(principal: Principal, change: PreferenceChange): Promise<Preferences> {
    await this.#database.query({
      name: 'casework-change-preferences',
      text: `INSERT INTO casework.preference (account_id, key, value, changed_at)
             SELECT $1, key, value, $3 FROM jsonb_each($2::jsonb)
             ON CONFLICT (account_id, key) DO UPDATE SET value = preference.value || excluded.value, changed_at = excluded.changed_at`,
      values: [principal.accountId, JSON.stringify(change), this.#clock.now()],
    });
    return await this.get(principal);
  }
}
