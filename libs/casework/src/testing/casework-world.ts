import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DefinitionService, engineEntities, engineMigrations, TimerService } from '@lianban/engine';
import {
  AuthService,
  identityEntities,
  identityMigrations,
  PrincipalService,
  seedDemoIdentity,
  type Principal,
} from '@lianban/identity';
import { organisationEntities, organisationMigrations, seedDemoOrganisation } from '@lianban/organisation';
import {
  createLogger,
  createTestDatabase,
  Database,
  DatabaseModule,
  loadConfig,
  ManualClock,
  testFieldKeys,
  type MigrationClass,
} from '@lianban/platform';
import { CaseworkModule } from '../casework.module.js';
import { caseworkEntities, caseworkMigrations } from '../casework.schema.js';
import { seedDemoVolunteers } from '../mutual-aid/seed-demo-volunteers.js';
import { twoStepRouting } from './two-step-routing.js';

/** The demo district on a database of a test's own, with the clock in the test's hand. */
export interface CaseworkWorld {
  readonly clock: ManualClock;
  readonly database: Database;
  /** A service of the modules. */
  get<T>(type: Type<T>): T;
  /** A demo account that signed in, with what it may do by now. */
  person(username: string): Promise<Principal>;
  /** Moves the clock and fires what is due by then. */
  advanceTo(moment: string): Promise<void>;
  close(): Promise<void>;
}

/** Files that belong together. */
export type WorldDeployment = readonly { readonly name: string; readonly content: string }[];

/** Monday morning, in office hours. */
const start = '2026-03-02T09:00:00+08:00';
const password = 'demo-password';

/**
 * Opens a world. Close it in `afterAll`.
 *
 * @param further modules and migrations on top of casework's own, and what to deploy instead of the two-step process
 */
export async function openCaseworkWorld(
  further: {
    readonly modules?: readonly Type[];
    readonly migrations?: readonly MigrationClass[];
    readonly deployments?: readonly WorldDeployment[];
    /** Default: a Monday morning, in office hours. */
    readonly begin?: string;
    /** Settings as the environment gives them. */
    readonly env?: NodeJS.ProcessEnv;
  } = {},
): Promise<CaseworkWorld> {
  const { begin = start, env = {}, deployments = [[twoStepRouting]] } = further;
  const clock = new ManualClock(begin);
  const entities = [...organisationEntities, ...identityEntities, ...engineEntities, ...caseworkEntities];
  const migrations = [
    ...organisationMigrations,
    ...identityMigrations,
    ...engineMigrations,
    ...caseworkMigrations,
    ...(further.migrations ?? []),
  ];
  const logger = createLogger({ name: 'test', level: process.env['LIANBAN_LOG_LEVEL'] || 'silent' });
  const openApp = async (databaseUrl: string, settings: NodeJS.ProcessEnv) => {
    const config = { ...loadConfig({ LIANBAN_FIELD_KEYS: testFieldKeys, ...settings }), databaseUrl };
    const database = DatabaseModule.forRoot({ entities, migrations, config, clock, logger });
    return await NestFactory.createApplicationContext(
      { module: class WorldModule {}, imports: [database, CaseworkModule, ...(further.modules ?? [])] },
      { logger: false, abortOnError: false },
    );
  };
  const test = await createTestDatabase(
    { entities, migrations },
    {
      content: JSON.stringify([begin, deployments]), // settings do not change what is seeded and deployed
      async fill(url) {
        const app = await openApp(url, {});
        await seedDemoOrganisation(app.get(Database), { clock });
        await seedDemoIdentity(app.get(Database), { password, clock });
        await seedDemoVolunteers(app.get(Database), { clock });
        for (const files of deployments) await deploy(app, files);
        await app.close();
      },
    },
  );
  const app = await openApp(test.url, env);
  const known = new Map<string, string>(); // who signed in once, at the price of a password, is looked up afterwards
  return {
    clock,
    database: app.get(Database),
    get: (type) => app.get(type, { strict: false }),
    async person(username) {
      const accountId = known.get(username);
      const present = accountId && (await app.get(PrincipalService, { strict: false }).find(accountId));
      if (present) return present;
      const principal = await app.get(AuthService, { strict: false }).signIn(username, password);
      known.set(username, principal.accountId);
      return principal;
    },
    async advanceTo(moment) {
      clock.advanceTo(moment);
      const timers = app.get(TimerService, { strict: false });
      while ((await timers.fireDue({ limit: 100 })).more);
    },
    async close() {
      await app.close();
      await test.drop();
    },
  };
}

async function deploy(app: INestApplicationContext, files: WorldDeployment): Promise<void> {
  const definitions = app.get(DefinitionService, { strict: false });
  await app.get(Database).transaction(async (tx) => await definitions.deploy(tx, files, { actor: 'system' }));
}
