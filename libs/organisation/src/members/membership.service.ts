import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { UnitService } from '../units/unit.service.js';
import type { UnitKind } from '../units/unit.js';
import { Membership } from './membership.entity.js';

/** A unit as a person's place of work. */
export interface MemberUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly path: string;
  readonly post: string;
}

/** A person as a member of a unit. */
export interface UnitMember {
  readonly accountId: string;
  readonly post: string;
}

/** Who belongs to which unit, now. */
@Injectable()
export class MembershipService {
  readonly #database: Database;
  readonly #units: UnitService;
  readonly #clock: Clock;

  constructor(database: Database, units: UnitService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#units = units;
    this.#clock = clock;
  }

  /** The units of a person, the longest membership first. */
  async unitsOf(accountId: string, tx?: Transaction): Promise<MemberUnit[]> {
    return await (tx ?? this.#database).query<MemberUnit>({
      name: 'organisation-units-of',
      text: `SELECT unit.id, unit.name, unit.kind, unit.path, membership.post
             FROM organisation.membership JOIN organisation.unit ON unit.id = membership.unit_id
             WHERE membership.account_id = $1
               AND membership.valid_from <= $2 AND (membership.valid_to IS NULL OR membership.valid_to > $2)
               AND unit.valid_from <= $2 AND (unit.valid_to IS NULL OR unit.valid_to > $2)
             ORDER BY membership.valid_from, unit.id`,
      values: [accountId, this.#clock.now()],
    });
  }

  /** The people of a unit, not of the units below it. */
  async membersOf(unitId: string, tx?: Transaction): Promise<UnitMember[]> {
    return await (tx ?? this.#database).query<UnitMember>({
      text: `SELECT account_id AS "accountId", post FROM organisation.membership
             WHERE unit_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
             ORDER BY valid_from, account_id`,
      values: [unitId, this.#clock.now()],
    });
  }

  /** Makes a person a member; who is one already keeps the membership and its post. @throws unit-unknown */
  async add(tx: Transaction, membership: { accountId: string; unitId: string; post: string }): Promise<void> {
    await this.#units.get(membership.unitId, tx);
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Membership)
      .values({ ...membership, validFrom: this.#clock.now(), validTo: null })
      .orIgnore()
      .execute();
  }

  /** Ends a membership now; one that is not there is fine. */
  async end(tx: Transaction, membership: { accountId: string; unitId: string }): Promise<void> {
    await tx.query({
      text: `UPDATE organisation.membership SET valid_to = $3 WHERE account_id = $1 AND unit_id = $2 AND valid_to IS NULL`,
      values: [membership.accountId, membership.unitId, this.#clock.now()],
    });
  }
}
