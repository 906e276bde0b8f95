import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DefinitionService, engineEntities, engineMigrations, TimerService } from '@lianban/engine';
import { AuthService, identityEntities, identityMigrations, seedDemoIdentity, type Principal } from '@lianban/identity';
import { organisationEntities, organisationMigrations, seedDemoOrganisation } from '@lianban/organisation';
import {
  createLogger,
  createTestDatabase,
  Database,
  DatabaseModule,
  loadConfig,
  ManualClock,
  type MigrationClass,
} from '@lianban/platform';
import { CaseworkModule } from '../casework.module.js';
import { caseworkEntities, caseworkMigrations } from '../casework.schema.js';
import { twoStepRouting } from './two-step-routing.js';

/** The demo district on a database of a test's own, with the clock in the test's hand. */
export interface CaseworkWorld {
  readonly clock: ManualClock;
  readonly database: Database;
  /** A service of the modules. */
  get<T>(type: Type<T>): T;
  /** A demo account, signed in. */
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
  const clock = new ManualClock(further.begin ?? start);
  const entities = [...organisationEntities, ...identityEntities, ...engineEntities, ...caseworkEntities];
  const migrations = [
    ...organisationMigrations,
    ...identityMigrations,
    ...engineMigrations,
    ...caseworkMigrations,
    ...(further.migrations ?? []),
  ];
  const test = await createTestDatabase({ entities, migrations });
  await seedDemoOrganisation(test.database, { clock });
  await seedDemoIdentity(test.database, { password, clock });
  const logger = createLogger({ name: 'test', level: process.env['LIANBAN_LOG_LEVEL'] || 'silent' });
  const config = { ...loadConfig(further.env ?? {}), databaseUrl: test.url };
  const app = await NestFactory.createApplicationContext(
    {
      module: class WorldModule {},
      imports: [
        DatabaseModule.forRoot({ entities, migrations, config, clock, logger }),
        CaseworkModule,
        ...(further.modules ?? []),
      ],
    },
    { logger: false, abortOnError: false },
  );
  for (const files of further.deployments ?? [[twoStepRouting]]) await deploy(app, files);
  return {
    clock,
    database: app.get(Database),
    get: (type) => app.get(type, { strict: false }),
    person: async (username) => await app.get(AuthService, { strict: false }).signIn(username, password),
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
