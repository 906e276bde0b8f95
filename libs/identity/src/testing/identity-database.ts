import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MembershipService, organisationEntities, organisationMigrations, UnitService } from '@lianban/organisation';
import { seedDemoOrganisation } from '@lianban/organisation';
import { createTestDatabase, type ManualClock, type TestDatabase } from '@lianban/platform';
import { AccessService } from '../access/access.service.js';
import { PrincipalService } from '../access/principal.service.js';
import { AccountRescue } from '../accounts/account-rescue.service.js';
import { AccountService } from '../accounts/account.service.js';
import { OwnPasswordService } from '../accounts/own-password.service.js';
import { ApiTokenService } from '../api-tokens/api-token.service.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { identityEntities, identityMigrations } from '../identity.schema.js';
import { GrantService } from '../roles/grant.service.js';
import { PasskeyCheck } from '../passkeys/passkey-check.js';
import { PasskeyService } from '../passkeys/passkey.service.js';
import { SecondFactorCheck } from '../second-factor/second-factor-check.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { SecretBox } from '../second-factor/secret-box.js';
import { AuthService } from '../sign-in/auth.service.js';
import { CredentialService } from '../sign-in/credential.service.js';
import { SessionService } from '../sign-in/session.service.js';
import { SignInSettingsService } from '../sign-in/sign-in-settings.service.js';

/** Everything of this lib over a database of the test's own, with the units of the demo district. */
export interface IdentityDatabase {
  readonly test: TestDatabase;
  readonly memberships: MembershipService;
  readonly access: AccessService;
  readonly accounts: AccountService;
  readonly apiTokens: ApiTokenService;
  readonly audit: AuditTrail;
  readonly auth: AuthService;
  readonly factors: SecondFactorService;
  readonly keys: PasskeyService;
  readonly ownPassword: OwnPasswordService;
  readonly rescue: AccountRescue;
  readonly sessions: SessionService;
  readonly signInSettings: SignInSettingsService;
  readonly grants: GrantService;
  readonly principals: PrincipalService;
}

/** Opens an {@link IdentityDatabase}; the caller drops `test`. */
export async function openIdentityDatabase(clock: ManualClock): Promise<IdentityDatabase> {
  const test = await createTestDatabase({
    entities: [...organisationEntities, ...identityEntities],
    migrations: [...organisationMigrations, ...identityMigrations],
  });
  const { database } = test;
  await seedDemoOrganisation(database, { clock });
  const units = new UnitService(database, clock);
  const memberships = new MembershipService(database, units, clock);
  const principals = new PrincipalService(database, memberships, clock, { demo: false });
  const audit = new AuditTrail(database, clock);
  const accounts = new AccountService(database, clock);
  const box = new SecretBox(await mkdtemp(join(tmpdir(), 'lianban-identity-')));
  const keyCheck = new PasskeyCheck(database, clock);
  const credentials = new CredentialService(database, principals, new SecondFactorCheck(box, keyCheck), audit, clock);
  const apiTokens = new ApiTokenService(database, principals, audit, clock, { timeZone: 'Asia/Shanghai' });
  const auth = new AuthService(database, credentials, principals, apiTokens, audit, clock);
  return {
    test,
    memberships,
    access: new AccessService(),
    accounts,
    apiTokens,
    audit,
    auth,
    factors: new SecondFactorService(database, audit, box, clock),
    keys: new PasskeyService(database, keyCheck, audit, clock),
    ownPassword: new OwnPasswordService(database, auth, accounts, audit, clock),
    rescue: new AccountRescue(database, accounts, audit, clock),
    sessions: new SessionService(database, audit, clock),
    signInSettings: new SignInSettingsService(database, audit),
    grants: new GrantService(database, units, audit, clock),
    principals,
  };
}
