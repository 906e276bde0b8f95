import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import {
  AccountService,
  accountUnknown,
  auditActor,
  AuditTrail,
  GrantService,
  type Principal,
} from '@lianban/identity';
import { MembershipService } from '@lianban/organisation';
import { isUuid, type Transaction } from '@lianban/platform';
import type { grantSchema, newPersonSchema, placeSchema } from './person.schema.js';

type Request = IdempotentRequest | undefined;

/** Somebody who is to get an account; the hash of the password where it is made beforehand. */
type PersonDraft = z.output<typeof newPersonSchema> & { readonly passwordHash?: string };

/** Opens accounts, and gives and takes places and roles, each in a transaction with its entry in the audit trail. */
@Injectable()
export class PeopleKeeper {
  readonly #idempotency: IdempotencyService;
  readonly #accounts: AccountService;
  readonly #members: MembershipService;
  readonly #grants: GrantService;
  readonly #audit: AuditTrail;

  constructor(
    idempotency: IdempotencyService,
    accounts: AccountService,
    members: MembershipService,
    grants: GrantService,
    audit: AuditTrail,
  ) {
    this.#idempotency = idempotency;
    this.#accounts = accounts;
    this.#members = members;
    this.#grants = grants;
    this.#audit = audit;
  }

  /** @throws username-invalid, username-taken, password-weak, unit-unknown */
  async open(asker: Principal, draft: z.output<typeof newPersonSchema>, request: Request): Promise<void> {
    await this.#idempotency.transaction(request, (tx) => this.openIn(tx, asker, draft));
  }

  /** As {@link open}, in a transaction that runs. */
  async openIn(tx: Transaction, asker: Principal, draft: PersonDraft): Promise<void> {
    const { username, name, password, passwordHash, unit, post } = draft;
    const account = await this.#accounts.create(tx, { username, displayName: name, password, passwordHash });
    await this.#members.add(tx, { accountId: account.id, unitId: unit, post });
    await this.#record(tx, asker, account.id, { action: 'account-opened', detail: { unit } });
  }

  /** @throws account-unknown, unit-unknown */
  async addPlace(
    asker: Principal,
    accountId: string,
    place: z.output<typeof placeSchema>,
    request: Request,
  ): Promise<void> {
    await this.#idempotency.transaction(request, (tx) => this.addPlaceIn(tx, asker, accountId, place));
  }

  /** As {@link addPlace}, in a transaction that runs. */
  async addPlaceIn(
    tx: Transaction,
    asker: Principal,
    accountId: string,
    { unit, post }: z.output<typeof placeSchema>,
  ): Promise<void> {
    await this.#requireOpen(tx, accountId);
    await this.#members.add(tx, { accountId, unitId: unit, post });
    await this.#record(tx, asker, accountId, { action: 'membership-added', detail: { unit } });
  }

  async endPlace(asker: Principal, accountId: string, unit: string): Promise<void> {
    await this.#idempotency.transaction(undefined, async (tx) => {
      await this.#requireOpen(tx, accountId);
      await this.#members.end(tx, { accountId, unitId: unit });
      await this.#record(tx, asker, accountId, { action: 'membership-ended', detail: { unit } });
    });
  }

  /** @throws account-unknown, role-unknown, unit-unknown, roles-exclude-each-other, grant-to-oneself */
  async grant(
    asker: Principal,
    accountId: string,
    { role, unit, reason }: z.output<typeof grantSchema>,
    request: Request,
  ): Promise<void> {
    await this.#idempotency.transaction(request, async (tx) => {
      await this.#requireOpen(tx, accountId);
      await this.#grants.grant(tx, { accountId, roleCode: role, unitId: unit, by: asker, reason });
    });
  }

  /** @throws account-unknown, grant-to-oneself, last-holder */
  async revoke(asker: Principal, accountId: string, { role, unit }: { role: string; unit: string }): Promise<void> {
    await this.#idempotency.transaction(undefined, async (tx) => {
      await this.#requireOpen(tx, accountId);
      await this.#grants.revoke(tx, { accountId, roleCode: role, unitId: unit, by: asker });
    });
  }

  async #requireOpen(tx: Transaction, accountId: string): Promise<void> {
    const account = isUuid(accountId) ? await this.#accounts.find(accountId, tx) : undefined;
    if (!account || account.disabledAt) throw accountUnknown(accountId);
  }

  async #record(
    tx: Transaction,
    asker: Principal,
    accountId: string,
    what: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const subject = { type: 'account', id: accountId };
    await this.#audit.append(tx, { ...what, actor: auditActor(asker), subject, result: 'done' });
  }
}
