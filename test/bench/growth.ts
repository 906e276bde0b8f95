import { setTimeout as sleep } from 'node:timers/promises';
import { openBenchEngine, type BenchEngine } from './bench-engine.js';
import { durabilityOf, ratioOf, type BenchOptions, type BenchResult } from './bench-result.js';
import { deploy, runCaseOnce, start, type CaseWorkload } from './case-workload.js';
import { w2Diagram } from './diagrams.js';
import { measure, median, type Slice } from './measure.js';

const work: CaseWorkload = { name: 'W2', diagram: w2Diagram, processKey: 'w2', completions: 3 };
const few = 10_000;
const many = 1_000_000;

/**
 * W2 beside ten thousand and beside a million other running instances: nothing in a step may grow with them. "engine" is
 * the step beside many, "limit" the same beside few.
 */
export async function growth({ concurrency, seconds, rounds }: BenchOptions): Promise<BenchResult> {
  const engine = await openBenchEngine(concurrency);
  try {
    await deploy(engine, w2Diagram);
    const { instanceId } = await start(engine, work);
    const [row] = await engine.database.query<{ bytes: number }>({
      text: 'SELECT octet_length(state::text) AS bytes FROM engine.instance WHERE id = $1',
      values: [instanceId],
    });
    const slice = async (): Promise<Slice> => {
      await measure(concurrency, 1, (report) => runCaseOnce(engine, work, report));
      const slices: Slice[] = [];
      for (let round = 0; round < rounds; round += 1)
        slices.push(await measure(concurrency, seconds, (report) => runCaseOnce(engine, work, report)));
      return median(slices);
    };
    await multiply(engine, instanceId, few);
    const beside10k = await slice();
    await multiply(engine, instanceId, many - few);
    const beside1m = await slice();
    return {
      workload: 'GROWTH',
      unit: 'steps/s',
      concurrency,
      durability: await durabilityOf(engine),
      engine: beside1m,
      limit: beside10k,
      ratio: ratioOf(beside1m.perSecond, beside10k.perSecond),
      more: { instances: many, stateBytes: row?.bytes ?? 0 },
    };
  } finally {
    await engine.close();
  }
}

/** Copies a waiting instance with its rows, and lets the server settle. */
async function multiply(engine: BenchEngine, id: string, count: number): Promise<void> {
  const run = async (text: string, values: unknown[] = []): Promise<void> =>
    void (await engine.database.transaction(async (tx) => {
      await tx.query({ text: `SET LOCAL statement_timeout = 0` });
      await tx.query({ text, values });
    }));
  await run('CREATE TABLE IF NOT EXISTS engine.copy (id uuid)');
  await run('TRUNCATE engine.copy');
  await run('INSERT INTO engine.copy SELECT gen_random_uuid() FROM generate_series(1, $1)', [count]);
  for (const [table, key] of [
    ['instance', 'id'],
    ['task', 'instance_id'],
    ['timer', 'instance_id'],
  ] as const) {
    const overrides = table === 'instance' ? `'id', c.id, 'root_id', c.id` : `'instance_id', c.id, 'root_id', c.id`;
    await run(
      `INSERT INTO engine.${table} SELECT r.* FROM engine.copy c, engine.${table} s,
        jsonb_populate_record(NULL::engine.${table}, to_jsonb(s) || jsonb_build_object(${overrides})) r WHERE s.${key} = $1`,
      [id],
    );
  }
  for (const table of ['instance', 'task', 'timer'])
    await engine.database.query({ text: `VACUUM ANALYZE engine.${table}` });
  await sleep(Math.min(count / 20, 30_000)); // what was copied is written out meanwhile
}
