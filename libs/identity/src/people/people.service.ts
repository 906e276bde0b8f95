import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, pageOf, textMark, type Clock, type Page, type Transaction } from '@lianban/platform';
import type { Permission } from '../access/permission.js';
import type { SignsInBy } from '../access/principal.js';

/** Somebody who works in a unit. */
export interface PersonOfUnit {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** Somebody with an account, where they work and what they may do. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly open: boolean;
  readonly signsInBy: SignsInBy;
  /** Day from which they are gone, where that is set. */
  readonly leaves: string | null;
  readonly places: readonly { readonly unit: string; readonly unitName: string; readonly post: string }[];
  readonly grants: readonly {
    readonly role: string;
    readonly roleName: string;
    readonly unit: string;
    readonly unitName: string;
  }[];
}

/** What a list of people asks for. */
export interface PeopleQuery {
  /** Part of the name or of the user name. */
  readonly q?: string | undefined;
  /** Where they work, or below it. */
  readonly unit?: string | undefined;
  readonly open?: boolean | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
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

  /** The people with open accounts whose roles let them do something over the unit with this path; 500 at most. */
  async holding(
    permission: Permission,
    unitPath: string,
    tx?: Transaction,
  ): Promise<{ readonly id: string; readonly name: string }[]> {
    return await (tx ?? this.#database).query({
      name: 'identity-people-holding',
      text: `SELECT DISTINCT account.id, account.display_name AS name
             FROM identity.role JOIN identity.role_grant held ON held.role_code = role.code AND held.revoked_at IS NULL
               JOIN organisation.unit ON unit.id = held.unit_id
               JOIN identity.account ON account.id = held.account_id AND account.disabled_at IS NULL
             WHERE $1 = ANY(role.permissions) AND starts_with($2, unit.path)
             ORDER BY account.display_name, account.id LIMIT 500`,
      values: [permission, unitPath],
    });
  }

  /** One page of the people of the district, by user name. @throws cursor-invalid */
  async list(query: PeopleQuery): Promise<Page<Person>> {
    const rows = await this.#database.query<Person>({
      name: 'identity-people',
      text: `SELECT account.id, account.username, account.display_name AS name, account.disabled_at IS NULL AS open,
               account.sign_in AS "signsInBy",
               (SELECT day::text FROM identity.departure WHERE account_id = account.id AND cancelled_at IS NULL
                 AND done_at IS NULL) AS leaves,
               (SELECT coalesce(json_agg(json_build_object('unit', unit.id, 'unitName', unit.name, 'post', post)
                   ORDER BY member.valid_from, unit.id), '[]')
                 FROM organisation.membership member JOIN organisation.unit ON unit.id = member.unit_id
                 WHERE member.account_id = account.id AND member.valid_to IS NULL) AS places,
               (SELECT coalesce(json_agg(json_build_object('role', role.code, 'roleName', role.name, 'unit', unit.id,
                   'unitName', unit.name) ORDER BY role.code, unit.id), '[]')
                 FROM identity.role_grant held JOIN identity.role ON role.code = held.role_code
                   JOIN organisation.unit ON unit.id = held.unit_id
                 WHERE held.account_id = account.id AND held.revoked_at IS NULL) AS grants
             FROM identity.account
             WHERE account.username > $1
               AND ($2::text IS NULL OR position($2 IN account.display_name) > 0 OR position(lower($2) IN username) > 0)
               AND ($3::boolean IS NULL OR (account.disabled_at IS NULL) = $3)
               AND ($4::text IS NULL OR EXISTS (SELECT FROM organisation.membership member
                 JOIN organisation.unit own ON own.id = member.unit_id
                 WHERE member.account_id = account.id AND member.valid_to IS NULL AND own.path LIKE '%/' || $4 || '/%'))
             ORDER BY account.username LIMIT $5`,
      values: [textMark(query.after) ?? '', query.q ?? null, query.open ?? null, query.unit ?? null, query.limit + 1],
    });
    return pageOf(rows, query.limit, ({ username }) => [username]);
  }
}
