import { setTimeout as sleep } from 'node:timers/promises';
import {
  brokenJournals,
  EngineListeners,
  engineQueues,
  strayWaits,
  timersFiredTwice,
  TimerWatch,
  type EngineListener,
} from '@lianban/engine';
import type { Queues } from '@lianban/platform';
import { writeAgain } from './bulk-limit.js';
import { openBenchEngine, type BenchEngine } from './bench-engine.js';
import { durabilityOf, ratioOf, type BenchOptions, type BenchResult } from './bench-result.js';
import { deploy, start } from './case-workload.js';
import { w4Diagram } from './diagrams.js';
import type { Slice } from './measure.js';

/** Timers that are due at one instant, and timers that are due alone. */
const together = 10_000;
const alone = 200;

/** W4: many timers at one instant, each fired exactly once; then lone ones, and how late each is. Milliseconds. */
export async function w4Timers({ concurrency }: BenchOptions): Promise<BenchResult> {
  const redisUrl = process.env['REDIS_URL'] || undefined;
  const engine = await openBenchEngine(concurrency, { redisUrl });
  const queues = engine.get<Queues>(engine.queues);
  try {
    await deploy(engine, w4Diagram);
    queues.worker(engineQueues.timers, () => engine.get(TimerWatch).look());
    const lateness = listen(engine);
    const at = new Date(Date.now() + 3_000 + (together / 500) * 1_000);
    await startMany(engine, concurrency, () => at, together);
    if (Date.now() > at.getTime()) throw new Error('the machine is too slow to set all timers before they are due');
    const firedIn = await allFired(engine, at);
    const twice = (await timersFiredTwice(engine.database)).length;
    const limitMs = await writeAgain(engine);
    lateness.length = 0;
    const first = Date.now() + 1_000;
    await startMany(engine, concurrency, (index) => new Date(first + 2_000 + index * 37), alone);
    await sleep(3_000 + alone * 37 + 500);
    const sorted = [...lateness].sort((a, b) => a - b);
    const late = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? NaN);
    const wrong = [...(await brokenJournals(engine.database)), ...(await strayWaits(engine.database))].length;
    const slice = (ms: number): Slice => ({
      perSecond: Math.round((together / ms) * 1_000),
      p50: 0,
      p95: 0,
      cpuMicroseconds: 0,
    });
    return {
      workload: 'W4',
      unit: 'timers/s',
      concurrency,
      durability: await durabilityOf(engine),
      engine: slice(firedIn),
      limit: slice(limitMs),
      ratio: ratioOf(limitMs, firedIn),
      more: {
        queue: queues.kind,
        timers: together,
        allFiredInMs: Math.round(firedIn),
        firedTwice: twice,
        wrongRecords: wrong,
        loneTimers: sorted.length,
        loneLateP50Ms: late(0.5),
        loneLateP99Ms: late(0.99),
      },
    };
  } finally {
    await engine.close();
  }
}

/** How late each timer's step was committed. */
function listen(engine: BenchEngine): number[] {
  const lateness: number[] = [];
  const listener: EngineListener = {
    onStep(tx, { events }) {
      for (const event of events)
        if (event.type === 'timer-fired')
          tx.afterCommit(() => void lateness.push(Date.now() - Date.parse(event.dueAt)));
      return Promise.resolve();
    },
  };
  engine.get(EngineListeners).register(listener);
  return lateness;
}

async function startMany(
  engine: BenchEngine,
  lanes: number,
  at: (index: number) => Date,
  count: number,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next; index < count; index = next) {
      next += 1;
      await start(engine, { processKey: 'w4' }, { at: at(index).toISOString() });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Milliseconds from the due instant until no timer is left. */
async function allFired(engine: BenchEngine, at: Date): Promise<number> {
  for (;;) {
    await sleep(20);
    const [row] = await engine.database.query<{ n: number }>({ text: 'SELECT count(*)::int AS n FROM engine.timer' });
    if (row?.n === 0) return Date.now() - at.getTime();
    if (Date.now() > at.getTime() + 120_000) throw new Error(`${row?.n} timers did not fire within two minutes`);
  }
}
