import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { UnitService, organisationEntities, organisationMigrations, seedDemoOrganisation } from '@lianban/organisation';
import {
  createTestDatabase,
  Database,
  DatabaseModule,
  loadConfig,
  SystemClock,
  type TestDatabase,
} from '@lianban/platform';
import { AccessService } from './access/access.service.js';
import { seedDemoIdentity } from './demo/seed-demo.js';
import { IdentityModule } from './identity.module.js';
import { identityEntities, identityMigrations } from './identity.schema.js';
import { AuthService } from './sign-in/auth.service.js';
import { defaultRoles } from './roles/default-roles.js';

describe('IdentityModule', () => {
  const entities = [...organisationEntities, ...identityEntities];
  const migrations = [...organisationMigrations, ...identityMigrations];
  let test: TestDatabase;
  let app: TestingModule;

  beforeAll(async () => {
    test = await createTestDatabase({ entities, migrations });
    const config = loadConfig({ DATABASE_URL: test.url, LIANBAN_LOG_LEVEL: 'silent' });
    const imports = [DatabaseModule.forRoot({ entities, migrations, config }), IdentityModule];
    app = await Test.createTestingModule({ imports }).compile();
  });

  afterAll(async () => {
    await app?.close();
    await test?.drop();
  });

  it('gives its services to an application', async () => {
    const clock = new SystemClock();
    await seedDemoOrganisation(app.get(Database), { clock });
    await seedDemoIdentity(app.get(Database), { password: 'demo', clock });

    const principal = await app.get(AuthService).signIn('street', 'demo');

    expect(app.get(AccessService).can(principal, 'task.assign')).toBe(true);
    expect((await app.get(UnitService, { strict: false }).backstop()).id).toBe('office-general');
  });

  it('takes its schemas down and up again', async () => {
    const runner = test.dataSource.createQueryRunner();
    const newestFirst = migrations.map((Migration) => new Migration()).reverse();
    for (const migration of newestFirst) await migration.down(runner);
    for (const migration of newestFirst.reverse()) await migration.up(runner);
    await runner.release();

    expect(await test.dataSource.getRepository('role').count()).toBe(defaultRoles.length);
  });
});
