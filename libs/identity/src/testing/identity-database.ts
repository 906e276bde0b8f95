import { MembershipService, organisationEntities, organisationMigrations, UnitService } from '@lianban/organisation';
import { seedDemoOrganisation } from '@lianban/organisation';
import { createTestDatabase, type ManualClock, type TestDatabase } from '@lianban/platform';
import { AccessService } from '../access/access.service.js';
import { PrincipalService } from '../access/principal.service.js';
import { AccountService } from '../accounts/account.service.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { identityEntities, identityMigrations } from '../identity.schema.js';
import { GrantService } from '../roles/grant.service.js';
import { AuthService } from '../sign-in/auth.service.js';

/** Everything of this lib over a database of the test's own, with the units of the demo district. */
export interface IdentityDatabase {
  readonly test: TestDatabase;
  readonly memberships: MembershipService;
  readonly access: AccessService;
  readonly accounts: AccountService;
  readonly audit: AuditTrail;
  readonly auth: AuthService;
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
  const principals = new PrincipalService(database, memberships, clock);
  const audit = new AuditTrail(database, clock);
  return {
    test,
    memberships,
    access: new AccessService(),
    accounts: new AccountService(database, clock),
    audit,
    auth: new AuthService(database, principals, audit, clock),
    grants: new GrantService(database, units, audit, clock),
    principals,
  };
}
