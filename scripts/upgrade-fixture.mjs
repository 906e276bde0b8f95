/**
 * Keeps the data of a release, by which `test/e2e/upgrade.spec.ts` proves that newer versions bring them up and go on
 * with them: `node scripts/upgrade-fixture.mjs <folder of the release, built> <file.json.gz>`. Run it once for each
 * release. People do random things to letters on virtual time (test/bench/life), and stop in the middle, so there are
 * cases in every state.
 */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import pg from 'pg';
import { build } from './build.mjs';

const [folder, target] = process.argv.slice(2);
if (!folder || !target) throw new Error('Say which folder holds the release, and which file is to be written.');
await build({ server: true, log: () => undefined });
const ofRelease = async (path) => await import(pathToFileURL(resolve(folder, 'dist', path)).href);
createRequire(resolve(folder, 'apps/cli/package.json'))('reflect-metadata');

const { createDataSource, createLogger, ManualClock, migrate } = await ofRelease('libs/platform/src/index.js');
const { migrations } = await ofRelease('apps/cli/src/installation/schema.js');
const { readDefaultWorkflows } = await ofRelease('apps/cli/src/installation/default-workflows.js');
const { openDistrict } = await ofRelease('test/bench/day/district.js');
const { Lives } = await ofRelease('test/bench/life/lives.js');
const { LifeCount } = await ofRelease('test/bench/life/life-count.js');
const { termsOf } = await ofRelease('test/bench/life/terms.js');
const { readShape } = await import('../dist/libs/platform/src/database/schema-shape.js');

const [begin, end] = ['2026-03-02T01:00:00.000Z', '2026-04-01T01:00:00.000Z'];
const letters = 16;

/** Goes no further than the end: whoever wants to do something later is left where they are. */
class EndingClock extends ManualClock {
  advanceTo(instant) {
    if (instant > end) throw new Error('the end');
    super.advanceTo(instant);
  }
}

const workflows = (await readDefaultWorkflows(join(resolve(folder), 'workflows'), 'Asia/Shanghai')).map(
  ({ files }) => files,
);
const clock = new EndingClock(new Date(begin));
const district = await openDistrict(clock, workflows, { durable: false });
try {
  const whole = await createDataSource({ url: district.engine.url, entities: [], migrations }).initialize();
  await migrate(whole, createLogger({ name: 'fixture', level: 'error' }));
  await whole.destroy();
  const lives = new Lives(district, termsOf(workflows), new LifeCount());
  const span = Date.parse(end) - Date.parse(begin);
  await lives.live(
    Array.from({ length: letters }, (_, n) => {
      const filedAt = new Date(Date.parse(begin) + (span * n) / letters).toISOString();
      const repliedAt = new Date(Date.parse(filedAt) + 8 * 86_400_000).toISOString();
      return {
        letter: { id: String(n), title: `第 ${n + 1} 件`, text: '小区门口路灯不亮', filedAt, repliedAt },
        seed: n,
      };
    }),
  );
  await keep(district.engine.url);
} finally {
  await district.engine.close();
}

async function keep(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const list = await client.query(`SELECT format('%I.%I', n.nspname, c.relname) AS name,
      (SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq') ORDER BY 1`);
  const tables = [];
  for (const { name, columns } of list.rows) {
    if (name === 'platform.shape') continue;
    const { rows } = await client.query(
      `SELECT row_to_json(t)::text AS row FROM (SELECT ${columns} FROM ${name}) AS t`,
    );
    if (rows.length > 0) tables.push({ name, columns, rows: rows.map(({ row }) => row) });
  }
  const shape = await readShape({ query: async (text) => (await client.query(text)).rows });
  await client.end();
  const content = JSON.stringify({ at: clock.now().toISOString(), shape, tables });
  await writeFile(target, await promisify(gzip)(content, { level: 9 }));
  const states = tables.find(({ name }) => name === 'casework.case_file')?.rows.map((row) => JSON.parse(row).state);
  console.log(
    `${tables.length} tables, ${tables.reduce((sum, { rows }) => sum + rows.length, 0)} rows, cases: ${states?.join(' ')}`,
  );
}
