import { Inject, Injectable } from '@nestjs/common';
import { MembershipService } from '@lianban/organisation';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lianban/platform';
import { AccessService } from '../access/access.service.js';
import { PrincipalService } from '../access/principal.service.js';
import type { Principal } from '../access/principal.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { absenceRefused, absenceUnknown } from './absence.errors.js';
import type { Absence, NewAbsence } from './absence.js';

/** The longest absence, in milliseconds; a default of the product. */
const longest = 90 * 24 * 3_600_000;

/** Somebody who works in the same unit. */
export interface Peer {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/**
 * Standing substitution: while somebody is away, a colleague of the same unit may take over their tasks, with both names
 * in the record.
 */
@Injectable()
export class AbsenceService {
  readonly #database: Database;
  readonly #members: MembershipService;
  readonly #principals: PrincipalService;
  readonly #access: AccessService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    members: MembershipService,
    principals: PrincipalService,
    access: AccessService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#members = members;
    this.#principals = principals;
    this.#access = access;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Absences that are or are to come, of which the person is a part or which they may set for their unit. */
  async list(principal: Principal): Promise<Absence[]> {
    const people = await this.#setFor(principal);
    const rows = await this.#database.query<AbsenceRow>({
      text: `SELECT absence.id, account_id AS "personId", person.display_name AS "personName",
               substitute_id AS "substituteId", substitute.display_name AS "substituteName",
               starts_at AS "from", ends_at AS "until"
             FROM identity.absence JOIN identity.account person ON person.id = account_id
               JOIN identity.account substitute ON substitute.id = substitute_id
             WHERE ended_at IS NULL AND ends_at > $1 AND (account_id = ANY($2::uuid[]) OR substitute_id = $3)
             ORDER BY starts_at, absence.id LIMIT 200`,
      values: [this.#clock.now(), people, principal.accountId],
    });
    return rows.map(absenceOf);
  }

  /** Who could stand in for the person: those who handle tasks in the same units. */
  async peers(principal: Principal): Promise<Peer[]> {
    const peers = new Map<string, Peer>();
    for (const { id, path } of principal.units)
      for (const { accountId, post } of await this.#members.membersOf(id)) {
        const person = accountId === principal.accountId ? undefined : await this.#principals.find(accountId);
        if (person && this.#access.canIn(person, 'task.handle', path))
          peers.set(accountId, { id: accountId, name: person.displayName, post });
      }
    return [...peers.values()];
  }

  /** Sets an absence: one's own, or of somebody in whose unit one assigns tasks. @throws absence-refused */
  async set(tx: Transaction, principal: Principal, draft: NewAbsence): Promise<Absence> {
    const [from, until] = [new Date(draft.from), new Date(draft.until)];
    this.#checkTimes(from, until);
    const personId = draft.person ?? principal.accountId;
    if (!(await this.#setFor(principal, tx)).includes(personId))
      throw absenceRefused('person', 'you assign tasks in none of their units', '不能为此人安排代班');
    const person = await this.#principals.find(personId, tx);
    const substitute = await this.#principals.find(draft.substitute, tx);
    if (!person || !substitute || !this.#mayStandIn(person, substitute))
      throw absenceRefused(
        'substitute',
        'expected a colleague who handles tasks in the same unit',
        '请选择本单位的承办人',
      );
    await this.#requireFree(tx, personId, from, until);
    const id = newId();
    await tx.query({
      text: `INSERT INTO identity.absence (id, account_id, substitute_id, starts_at, ends_at, set_by, set_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [id, personId, substitute.accountId, from, until, principal.accountId, this.#clock.now()],
    });
    const subject = { type: 'account', id: personId };
    const detail = { substitute: substitute.accountId, from: from.toISOString(), until: until.toISOString() };
    const actor = auditActor(principal);
    await this.#audit.append(tx, { actor, action: 'absence-set', subject, result: 'done', detail });
    return absenceOf({
      id,
      personId,
      personName: person.displayName,
      substituteId: substitute.accountId,
      substituteName: substitute.displayName,
      from,
      until,
    });
  }

  /** Ends an absence now: one's own, or of somebody in whose unit one assigns tasks. @throws absence-unknown */
  async end(principal: Principal, id: string): Promise<void> {
    const people = await this.#setFor(principal);
    await this.#database.transaction(async (tx) => {
      const [ended] = await tx.query<{ account: string }>({
        text: `UPDATE identity.absence SET ended_at = $2 WHERE id::text = $1 AND ended_at IS NULL AND ends_at > $2
                 AND account_id = ANY($3::uuid[]) RETURNING account_id AS account`,
        values: [id, this.#clock.now(), people],
      });
      if (!ended) throw absenceUnknown(id);
      const subject = { type: 'account', id: ended.account };
      await this.#audit.append(tx, { actor: auditActor(principal), action: 'absence-ended', subject, result: 'done' });
    });
  }

  /** For whom the person may set absences: themselves, and the people of units in which they assign tasks. */
  async #setFor(principal: Principal, tx?: Transaction): Promise<string[]> {
    const people = [principal.accountId];
    for (const { id, path } of principal.units)
      if (this.#access.canIn(principal, 'task.assign', path))
        people.push(...(await this.#members.membersOf(id, tx)).map(({ accountId }) => accountId));
    return people;
  }

  #mayStandIn(person: Principal, substitute: Principal): boolean {
    const places = new Set(person.units.map(({ id }) => id));
    return (
      person.accountId !== substitute.accountId &&
      substitute.units.some(({ id, path }) => places.has(id) && this.#access.canIn(substitute, 'task.handle', path))
    );
  }

  #checkTimes(from: Date, until: Date): void {
    if (until <= from) throw absenceRefused('until', 'it ends before it begins', '结束时间应晚于开始时间');
    if (until <= this.#clock.now()) throw absenceRefused('until', 'it is over already', '结束时间已过');
    if (until.getTime() - from.getTime() > longest)
      throw absenceRefused('until', 'it is longer than 90 days', '最长 90 天');
  }

  async #requireFree(tx: Transaction, personId: string, from: Date, until: Date): Promise<void> {
    await tx.query({ text: 'SELECT FROM identity.account WHERE id = $1 FOR UPDATE', values: [personId] });
    const others = await tx.query({
      text: `SELECT FROM identity.absence WHERE account_id = $1 AND ended_at IS NULL AND starts_at < $3 AND ends_at > $2`,
      values: [personId, from, until],
    });
    if (others.length > 0)
      throw absenceRefused('from', 'there is another absence at that time', '这段时间已有代班安排');
  }
}

interface AbsenceRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly substituteId: string;
  readonly substituteName: string;
  readonly from: Date;
  readonly until: Date;
}

function absenceOf({ id, from, until, ...row }: AbsenceRow): Absence {
  return {
    id,
    person: { id: row.personId, name: row.personName },
    substitute: { id: row.substituteId, name: row.substituteName },
    from: from.toISOString(),
    until: until.toISOString(),
  };
}
