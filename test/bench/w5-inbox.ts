import { caseworkEntities, caseworkMigrations, CaseworkModule, InboxService } from '@lianban/casework';
import { engineEntities, engineMigrations } from '@lianban/engine';
import {
  identityEntities,
  identityMigrations,
  PrincipalService,
  seedDemoIdentity,
  type Principal,
} from '@lianban/identity';
import { organisationEntities, organisationMigrations, seedDemoOrganisation } from '@lianban/organisation';
import { SystemClock, type Statement } from '@lianban/platform';
import { fillDistrict } from './load/fill-district.js';
import { openBenchEngine, type BenchEngine } from './bench-engine.js';
import { durabilityOf, ratioOf, type BenchOptions, type BenchResult } from './bench-result.js';
import { timed } from './case-workload.js';
import { measure, median, type Slice } from './measure.js';
import { plainClient } from './plain-client.js';

const tasks = 1_000_000;
const stations = 2_400;

/** W5: a page of an inbox with its counts, at a million open tasks; "limit" are the same queries by the plain client. */
export async function w5Inbox({ concurrency, seconds, rounds }: BenchOptions): Promise<BenchResult> {
  const engine = await openBenchEngine(concurrency, {
    entities: [organisationEntities, identityEntities, engineEntities, caseworkEntities].flat(),
    migrations: [organisationMigrations, identityMigrations, engineMigrations, caseworkMigrations].flat(),
    modules: [CaseworkModule],
  });
  const sql = plainClient(engine.url, {
    max: concurrency,
    connection: { max_parallel_workers_per_gather: 0, jit: 'off' }, // as the product's own connections
  });
  try {
    const clerk = await seed(engine);
    const query = { box: 'claimable' as const, sort: 'due' as const, limit: 20 };
    const page = () => engine.get(InboxService).list(clerk, query);
    const statements = await recorded(engine, page);
    const lengths: number[] = [];
    const own = async (report: (milliseconds: number) => void): Promise<void> => {
      await timed((length) => (lengths.push(length), report(length)), page);
    };
    const bare = async (report: (milliseconds: number) => void): Promise<void> => {
      await timed(report, async () => {
        for (const { text, values = [] } of statements)
          await sql.unsafe(text, values.map(encoded) as never[], { prepare: true });
      });
    };
    await measure(concurrency, 1, own);
    await measure(concurrency, 1, bare);
    lengths.length = 0;
    const runs: { readonly [P in 'own' | 'bare']: Slice[] } = { own: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      runs.own.push(await measure(concurrency, seconds, own));
      runs.bare.push(await measure(concurrency, seconds, bare));
    }
    const result = { engine: median(runs.own), limit: median(runs.bare) };
    lengths.sort((a, b) => a - b);
    const { counts } = await page();
    return {
      workload: 'W5',
      unit: 'pages/s',
      concurrency,
      durability: await durabilityOf(engine),
      ...result,
      ratio: ratioOf(result.engine.perSecond, result.limit.perSecond),
      more: {
        openTasks: tasks,
        stations,
        claimable: counts.claimable,
        p99Ms: Math.round((lengths[Math.floor(lengths.length * 0.99)] ?? 0) * 100) / 100,
      },
    };
  } finally {
    await sql.end();
    await engine.close();
  }
}

/** A million open tasks over all stations, those of the demo clerk among them. */
async function seed(engine: BenchEngine): Promise<Principal> {
  const clock = new SystemClock();
  await seedDemoOrganisation(engine.database, { clock });
  await seedDemoIdentity(engine.database, { password: 'Bench-password-1', clock });
  const [account] = await engine.database.query<{ id: string }>({
    text: `SELECT id FROM identity.account WHERE username = 'clerk'`,
  });
  const clerk = await engine.get(PrincipalService).find(account?.id ?? '');
  if (!clerk) throw new Error('expected the demo clerk to be there');
  await fillDistrict(engine.database, clerk.units[0]?.id ?? '', { tasks, stations });
  return clerk;
}

/** The client is not told about arrays, so those of text go as PostgreSQL writes them. */
function encoded(value: unknown): unknown {
  return Array.isArray(value) ? `{${value.map((item) => JSON.stringify(item)).join(',')}}` : value;
}

/** The statements that some work sends together. */
async function recorded(engine: BenchEngine, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { database } = engine;
  const original = database.queryBoth.bind(database);
  database.queryBoth = <A, B>(first: Statement, second: Statement): Promise<[A[], B[]]> => {
    statements.push(first, second);
    return original<A, B>(first, second);
  };
  await work();
  database.queryBoth = original;
  return statements;
}
