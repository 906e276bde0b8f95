import { In } from 'typeorm';
import { MembershipService, UnitService } from '@lianban/organisation';
import { newId, type Clock, type Database, type Transaction } from '@lianban/platform';
import { Account } from '../accounts/account.entity.js';
import { hashPassword, verifyPassword } from '../accounts/password-hash.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { GrantService } from '../roles/grant.service.js';
import { endSecretsOf } from '../sign-in/session-store.js';
import { demoPeople, type DemoPerson } from './demo-people.js';

/** The demo password, which all demo accounts share, and the time. */
export interface DemoSettings {
  readonly password: string;
  readonly clock: Clock;
}

/**
 * Opens the accounts of the demo district, with places and roles; needs its units. A second call adds what is missing
 * and gives all demo accounts the password of this call, if they have another one.
 *
 * @returns how many accounts were opened
 */
export async function seedDemoIdentity(database: Database, { password, clock }: DemoSettings): Promise<number> {
  return await database.transaction(async (tx) => {
    await tx.query({ text: 'LOCK TABLE identity.account IN SHARE ROW EXCLUSIVE MODE' }); // one seed at a time
    const present = await tx.manager.findBy(Account, { username: In(demoPeople.map((person) => person.username)) });
    const missing = demoPeople.filter((person) => !present.some((account) => account.username === person.username));
    const outdated = await withOtherPassword(present, password);
    if (missing.length === 0 && outdated.length === 0) return 0;
    const passwordHash = await hashPassword(password); // one for all: hashing 41 times would take seconds
    await renewPasswords(tx, outdated, { passwordHash, now: clock.now() });
    for (const person of missing) await open(tx, person, { database, clock, passwordHash });
    return missing.length;
  });
}

/** The accounts whose password is another one. Equal hashes are checked once. */
async function withOtherPassword(accounts: readonly Account[], password: string): Promise<Account[]> {
  const fits = new Map<string, boolean>();
  for (const { passwordHash } of accounts) {
    if (!fits.has(passwordHash)) fits.set(passwordHash, await verifyPassword(passwordHash, password));
  }
  return accounts.filter((account) => fits.get(account.passwordHash) === false);
}

async function renewPasswords(
  tx: Transaction,
  accounts: readonly Account[],
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<void> {
  if (accounts.length === 0) return;
  const ids = accounts.map((account) => account.id);
  await tx.manager.update(
    Account,
    { id: In(ids) },
    { passwordHash, passwordChangedAt: now, passwordChangeNeeded: false },
  );
  await endSecretsOf(tx, ids);
}

async function open(
  tx: Transaction,
  person: DemoPerson,
  { database, clock, passwordHash }: { database: Database; clock: Clock; passwordHash: string },
): Promise<void> {
  const units = new UnitService(database, clock);
  const members = new MembershipService(database, units, clock);
  const grants = new GrantService(database, units, new AuditTrail(database, clock), clock);
  const accountId = newId();
  const { username, displayName, unitId, post } = person;
  const now = clock.now();
  await tx.manager.insert(Account, {
    id: accountId,
    username,
    displayName,
    passwordHash,
    passwordChangedAt: now,
    passwordChangeNeeded: false,
    createdAt: now,
    disabledAt: null,
  });
  await members.add(tx, { accountId, unitId, post });
  for (const grant of person.grants) await grants.grant(tx, { accountId, ...grant, by: null, reason: 'demo' });
}
