import { CommandService, DefinitionService, parseTaskId, type StepOutcome } from '@lianban/engine';
import type { Transaction } from '@lianban/platform';
import { openBenchEngine, type BenchEngine } from './bench-engine.js';
import { openLimitScript, requireSameRows, snapshot, type StepSnapshot } from './limit-script.js';
import { durabilityOf, ratioOf, type BenchOptions, type BenchResult } from './bench-result.js';
import { measure, median, type Slice } from './measure.js';

/** A process whose user tasks are completed one after the other. */
export interface CaseWorkload {
  readonly name: string;
  readonly diagram: string;
  readonly processKey: string;
  readonly completions: number;
}

/** Measures a case beside the limit; a step is one durable command: the start, or the completion of a task. */
export async function caseWorkload(
  work: CaseWorkload,
  { concurrency, seconds, rounds }: BenchOptions,
): Promise<BenchResult> {
  const engine = await openBenchEngine(concurrency);
  try {
    await deploy(engine, work.diagram);
    const sample = await sampleCase(engine, work);
    const limit = openLimitScript(engine.url, sample, concurrency);
    await requireSameRows(engine.database, String(sample[0]?.instance['id']), await limit.writeCase(() => undefined));
    const writeCase = async (report: (milliseconds: number) => void): Promise<void> => {
      await limit.writeCase(report);
    };
    const runs: { readonly [P in 'engine' | 'limit']: Slice[] } = { engine: [], limit: [] };
    const runCase = (report: (milliseconds: number) => void): Promise<void> => runCaseOnce(engine, work, report);
    await measure(concurrency, 1, runCase); // warm: plans, caches, compiled code
    await measure(concurrency, 1, writeCase);
    for (let round = 0; round < rounds; round += 1) {
      runs.engine.push(await measure(concurrency, seconds, runCase));
      runs.limit.push(await measure(concurrency, seconds, writeCase));
    }
    await limit.close();
    const result = { engine: median(runs.engine), limit: median(runs.limit) };
    const ratio = ratioOf(result.engine.perSecond, result.limit.perSecond);
    const durability = await durabilityOf(engine);
    return { workload: work.name, unit: 'steps/s', concurrency, durability, ...result, ratio };
  } finally {
    await engine.close();
  }
}

/** Deploys one diagram. */
export async function deploy(engine: BenchEngine, content: string): Promise<void> {
  const files = [{ name: 'bench.bpmn', content }];
  await inTransaction(engine, (tx) => engine.get(DefinitionService).deploy(tx, files, { actor: 'system' }));
}

/** One case from its start to its end, the length of each step reported. */
export async function runCaseOnce(
  engine: BenchEngine,
  work: CaseWorkload,
  report: (milliseconds: number) => void,
): Promise<void> {
  const first = await timed(report, () => start(engine, work));
  let open = first.tasks;
  let status = first.status;
  for (let count = 0; count < work.completions; count += 1) {
    const [task, ...others] = open;
    const done = await timed(report, () => complete(engine, task?.id ?? ''));
    open = [...others, ...done.tasks];
    status = done.status;
  }
  if (status !== 'completed') throw new Error(`expected case ${first.instanceId} to be completed`);
}

/** One case step by step, with its rows after each. */
async function sampleCase(engine: BenchEngine, work: CaseWorkload): Promise<StepSnapshot[]> {
  const { instanceId, tasks } = await start(engine, work);
  const steps = [await snapshot(engine.database, instanceId)];
  let open = tasks;
  for (let count = 0; count < work.completions; count += 1) {
    const [task, ...others] = open;
    const done = await complete(engine, task?.id ?? '');
    open = [...others, ...done.tasks];
    steps.push(await snapshot(engine.database, instanceId));
  }
  return steps;
}

export function start(
  engine: BenchEngine,
  { processKey }: Pick<CaseWorkload, 'processKey'>,
  more: object = {},
): Promise<StepOutcome> {
  const request = { processKey, variables: { title: 'A lamp is out', urgency: 'normal', ...more }, actor: clerk };
  return inTransaction(engine, (tx) => engine.get(CommandService).start(tx, request));
}

function complete(engine: BenchEngine, taskId: string): Promise<StepOutcome> {
  const { instanceId, key } = parseTaskId(taskId);
  const command = { type: 'complete-element' as const, key, variables: { outcome: 'done' } };
  return inTransaction(engine, (tx) => engine.get(CommandService).execute(tx, { instanceId, command, actor: clerk }));
}

const clerk = { accountId: '0190a000-0000-7000-8000-000000000001', name: 'Clerk', role: 'clerk', unit: 'station-1-1' };

export function inTransaction<T>(engine: BenchEngine, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return engine.database.transaction(work);
}

export async function timed<T>(report: (milliseconds: number) => void, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  report(performance.now() - began);
  return result;
}
