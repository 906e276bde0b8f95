import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseworkModule, TrailService, type RegisteredCase } from '@lianban/casework';
import { brokenJournals, strayWaits, timersFiredTwice } from '@lianban/engine';
import { AuditTrail } from '@lianban/identity';
import { JointMeetingModule } from '@lianban/joint-meeting';
import {
  createDataSource,
  createLogger,
  createTestDatabase,
  Database,
  DatabaseModule,
  driftOf,
  loadConfig,
  ManualClock,
  migrate,
  Queues,
  readShape,
  type TestDatabase,
} from '@lianban/platform';
import { entities, migrations } from '../../apps/cli/src/installation/schema.js';
import { root } from '../architecture/tree.js';
import { staffOf, type District } from '../bench/day/district.js';
import { LifeCount } from '../bench/life/life-count.js';
import { Lives } from '../bench/life/lives.js';
import { termsOf } from '../bench/life/terms.js';
import { runCli } from './support/run-cli.js';

/** What `scripts/upgrade-fixture.mjs` kept of a release. */
interface Release {
  readonly at: string;
  readonly shape: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: string; readonly rows: readonly string[] }[];
}

const folder = join(root, 'test/fixtures/releases');
const log = createLogger({ name: 'upgrade', level: 'silent' });

/** Numbers that the tables give go on after those that were given. */
const goOnCounting = `DO $$ DECLARE own record; BEGIN
  FOR own IN SELECT format('%I.%I', n.nspname, c.relname) AS name, attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE attidentity <> ''
  LOOP EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce((SELECT max(%I) FROM %s), 0) + 1, false)',
    own.name, own.column, own.column, own.name); END LOOP; END $$`;

describe.each(readdirSync(folder))('the data of %s, brought up to this version', (file) => {
  const release = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()) as Release;
  const clock = new ManualClock(release.at);
  let test: TestDatabase;
  let district: District;
  let shape: string[];

  beforeAll(async () => {
    const known = new Set(rowsOf('platform.migration').map(({ name }) => name));
    test = await createTestDatabase({ entities, migrations: migrations.filter(({ name }) => known.has(name)) });
    shape = await readShape(test.dataSource);
    await fill();
    const newest = await createDataSource({ url: test.url, entities, migrations, poolSize: 2 }).initialize();
    await migrate(newest, log);
    await newest.destroy();
    district = await open();
  }, 60_000);

  afterAll(async () => {
    await district?.engine.close();
    await test?.drop();
  });

  it('lie in the tables that the release had: no migration of it was changed since', () => {
    expect(shape).toEqual(release.shape);
  });

  it('hold together: journals, waits, histories and the audit trail', async () => {
    const { database } = district.engine;
    const audit = district.engine.get(AuditTrail);
    const trails = district.engine.get(TrailService);

    expect([...(await brokenJournals(database)), ...(await strayWaits(database))]).toEqual([]);
    for (const stream of await audit.streams()) expect([stream, await audit.verify(stream)]).toEqual([stream, intact]);
    for (const { id } of await cases()) expect(await trails.firstBrokenLine(id)).toBeUndefined();
  });

  it('go on: every open case is lived to its end by the rules, and no term fires twice', async () => {
    const open = (await cases()).filter(({ state }) => state === 'open');
    const workflows = await deployed();
    const lives = new Lives(district, termsOf(workflows), new LifeCount());
    await lives.goOn(open);

    expect(open.length).toBeGreaterThan(3);
    expect(lives.violations).toEqual([]);
    expect(lives.rows).toHaveLength(open.length);
    expect(await timersFiredTwice(district.engine.database)).toEqual([]);
    expect(await brokenJournals(district.engine.database)).toEqual([]);
  }, 60_000);

  it('lie in tables of which a changed one is found', async () => {
    expect(await driftOf(test.dataSource)).toEqual({ missing: [], added: [] });
    await test.dataSource.query('DROP INDEX engine.timer_due');
    await test.dataSource.query('ALTER TABLE casework.case_file ADD COLUMN by_hand text');

    expect(await driftOf(test.dataSource)).toEqual({
      missing: ['CREATE INDEX timer_due ON engine.timer USING btree (attempt_at) WHERE (NOT suspended)'],
      added: ['column casework.case_file.by_hand text'],
    });
    await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--server', '--quiet']);
    const told = await runCli(['doctor'], { DATABASE_URL: test.url, PORT: '0' });
    expect(told.output).toMatch(/^WRONG {2}tables: tables were changed .*missing: CREATE INDEX timer_due/mu);
  });

  it('lie in tables that have every column of the entities', async () => {
    const columns = new Set((await readShape(test.dataSource)).map((line) => /^column (\S+)/u.exec(line)?.[1]));
    const wanted = test.dataSource.entityMetadatas.flatMap(({ schema, tableName, columns: own }) =>
      own.map(({ databaseName }) => `${schema}.${tableName}.${databaseName}`),
    );

    expect(wanted.filter((column) => !columns.has(column))).toEqual([]);
  });

  const intact = { intact: true, entries: expect.any(Number) };

  function rowsOf(table: string): Record<string, string>[] {
    const rows = release.tables.find(({ name }) => name === table)?.rows ?? [];
    return rows.map((row) => JSON.parse(row) as Record<string, string>);
  }

  /** As a restored dump does: without triggers, and with the numbers that were given out. */
  async function fill(): Promise<void> {
    const tables = release.tables.filter(({ name }) => !name.startsWith('platform.'));
    await test.database.transaction(async (tx) => {
      await tx.query({ text: 'SET LOCAL session_replication_role = replica' });
      const all = await tx.query<{ name: string }>({
        text: `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
               WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'platform')`,
      });
      await tx.query({ text: `TRUNCATE ${all.map(({ name }) => name).join(', ')}` });
      for (const { name, columns, rows } of tables)
        await tx.query({
          text: `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
                 SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
          values: [`[${rows.join(',')}]`],
        });
      await tx.query({ text: goOnCounting });
    });
  }

  async function open(): Promise<District> {
    const config = { ...loadConfig({}), databaseUrl: test.url };
    const app = await NestFactory.createApplicationContext(
      {
        module: class NewVersion {},
        imports: [
          DatabaseModule.forRoot({ entities, migrations, config, logger: log, clock }),
          CaseworkModule,
          JointMeetingModule,
        ],
      },
      { logger: false, abortOnError: false },
    );
    const database = app.get(Database);
    const get: District['engine']['get'] = (type) => app.get(type, { strict: false });
    const engine = { url: test.url, database, queues: Queues, get, close: async () => await app.close() };
    return { engine, clock, staff: await staffOf(engine) };
  }

  async function cases(): Promise<RegisteredCase[]> {
    return await test.database.query<RegisteredCase>({
      text: `SELECT id, code, query_code AS "queryCode", state, '{}'::text[] AS tasks FROM casework.case_file ORDER BY code`,
    });
  }

  /** The diagrams by which the cases run. */
  async function deployed(): Promise<{ name: string; content: string }[][]> {
    const rows = await test.database.query<{ name: string; content: string }>({
      text: 'SELECT name, content FROM engine.resource',
    });
    return [rows];
  }
});
