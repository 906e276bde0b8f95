import { CommandService, DefinitionService, parseTaskId, type StepOutcome } from '@lianban/engine';
import type { Transaction } from '@lianban/platform';
import { openBenchEngine, type BenchEngine } from './bench-engine.js';
import { openLimitScript, requireSameRows, snapshot, type StepSnapshot } from './limit-script.js';
import { measure, median, type Slice } from './measure.js';
import { w2Diagram } from './w2-diagram.js';

/** How a workload is run. */
export interface BenchOptions {
  readonly concurrency: number;
  /** Length of a slice; engine and limit take turns. */
  readonly seconds: number;
  readonly rounds: number;
}

/** What W2 came to. A step is one durable command: start, or the completion of a task. */
export interface W2Result {
  readonly workload: 'W2';
  readonly unit: 'steps/s';
  readonly concurrency: number;
  readonly durability: Readonly<Record<string, string>>;
  readonly engine: Slice;
  readonly limit: Slice;
  /** Engine over limit. */
  readonly ratio: number;
}

/** W2, the human case: start, then complete three user tasks, each with a boundary timer. */
export async function w2HumanCase({ concurrency, seconds, rounds }: BenchOptions): Promise<W2Result> {
  const engine = await openBenchEngine(concurrency);
  try {
    await inTransaction(engine, (tx) =>
      engine.get(DefinitionService).deploy(tx, [{ name: 'w2.bpmn', content: w2Diagram }], { actor: 'system' }),
    );
    const sample = await sampleCase(engine);
    const limit = openLimitScript(engine.url, sample, concurrency);
    await requireSameRows(engine.database, String(sample[0]?.instance['id']), await limit.writeCase(() => undefined));
    const writeCase = async (report: (milliseconds: number) => void): Promise<void> => {
      await limit.writeCase(report);
    };
    const runs: { readonly [P in 'engine' | 'limit']: Slice[] } = { engine: [], limit: [] };
    const runCase = (report: (milliseconds: number) => void): Promise<void> => humanCase(engine, report);
    await measure(concurrency, 1, runCase); // warm: plans, caches, compiled code
    await measure(concurrency, 1, writeCase);
    for (let round = 0; round < rounds; round += 1) {
      runs.engine.push(await measure(concurrency, seconds, runCase));
      runs.limit.push(await measure(concurrency, seconds, writeCase));
    }
    await limit.close();
    const result = { engine: median(runs.engine), limit: median(runs.limit) };
    const ratio = Math.round((result.engine.perSecond / result.limit.perSecond) * 1_000) / 1_000;
    return { workload: 'W2', unit: 'steps/s', concurrency, durability: await durabilityOf(engine), ...result, ratio };
  } finally {
    await engine.close();
  }
}

const completions = 3;

async function humanCase(engine: BenchEngine, report: (milliseconds: number) => void): Promise<void> {
  let outcome = await timed(report, () => start(engine));
  for (let count = 0; count < completions; count += 1) {
    const before = outcome;
    outcome = await timed(report, () => complete(engine, before));
  }
  if (outcome.status !== 'completed') throw new Error(`expected case ${outcome.instanceId} to be completed`);
}

/** One case step by step, with its rows after each. */
async function sampleCase(engine: BenchEngine): Promise<StepSnapshot[]> {
  let outcome = await start(engine);
  const steps = [await snapshot(engine.database, outcome.instanceId)];
  for (let count = 0; count < completions; count += 1) {
    outcome = await complete(engine, outcome);
    steps.push(await snapshot(engine.database, outcome.instanceId));
  }
  return steps;
}

function start(engine: BenchEngine): Promise<StepOutcome> {
  const request = { processKey: 'w2', variables: { title: 'A lamp is out', urgency: 'normal' }, actor: clerk };
  return inTransaction(engine, (tx) => engine.get(CommandService).start(tx, request));
}

function complete(engine: BenchEngine, { tasks }: StepOutcome): Promise<StepOutcome> {
  const { instanceId, key } = parseTaskId(tasks[0]?.id ?? '');
  const command = { type: 'complete-element' as const, key, variables: { outcome: 'done' } };
  return inTransaction(engine, (tx) => engine.get(CommandService).execute(tx, { instanceId, command, actor: clerk }));
}

const clerk = { accountId: '0190a000-0000-7000-8000-000000000001', name: 'Clerk', role: 'clerk', unit: 'station-1-1' };

function inTransaction<T>(engine: BenchEngine, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return engine.database.transaction(work);
}

async function timed<T>(report: (milliseconds: number) => void, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  report(performance.now() - began);
  return result;
}

async function durabilityOf(engine: BenchEngine): Promise<Record<string, string>> {
  const rows = await engine.database.query<{ name: string; setting: string }>({
    text: `SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version') ORDER BY name`,
  });
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
