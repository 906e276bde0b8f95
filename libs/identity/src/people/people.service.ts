import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@lianban/platform';

/** Somebody who works in a unit. */
export interface PersonOfUnit {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** Reads who works where. */
@Injectable()
export class PeopleService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The people of a unit whose accounts are open, not those of the units below it; 500 at most. */
  async ofUnit(unitId: string): Promise<PersonOfUnit[]> {
    return await this.#database.query<PersonOfUnit>({
      name: 'identity-people-of-unit',
      text: `SELECT account.id, account.display_name AS name, member.post
             FROM organisation.membership member JOIN identity.account ON account.id = member.account_id
             WHERE member.unit_id = $1 AND member.valid_from <= $2 AND (member.valid_to IS NULL OR member.valid_to > $2)
               AND account.disabled_at IS NULL
             ORDER BY member.valid_from, account.id LIMIT 500`,
      values: [unitId, this.#clock.now()],
    });
  }
}
