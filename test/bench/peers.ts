import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import type postgres from 'postgres';
import { openBenchEngine } from './bench-engine.js';
import { durabilityOf, ratioOf, type BenchOptions, type BenchResult } from './bench-result.js';
import { deploy, runCaseOnce, timed, type CaseWorkload } from './case-workload.js';
import { w2Diagram } from './diagrams.js';
import { measure, median, type Slice } from './measure.js';
import { plainClient } from './plain-client.js';

const work: CaseWorkload = { name: 'W2', diagram: w2Diagram, processKey: 'w2', completions: 3 };

/**
 * W2 beside the npm engine bpmn-engine, whose state is saved to PostgreSQL after every step, as somebody would use it
 * for work that must not get lost: recover the state, complete the task, save the state. "limit" is that engine.
 */
export async function peers({ concurrency, seconds, rounds }: BenchOptions): Promise<BenchResult> {
  const engine = await openBenchEngine(concurrency);
  const sql = plainClient(engine.url, { max: concurrency });
  try {
    await deploy(engine, w2Diagram);
    await sql`CREATE TABLE peer_state (id uuid PRIMARY KEY, state jsonb NOT NULL)`;
    const runs: { readonly [P in 'own' | 'peer']: Slice[] } = { own: [], peer: [] };
    const own = (report: (milliseconds: number) => void) => runCaseOnce(engine, work, report);
    const peer = (report: (milliseconds: number) => void) => peerCase(sql, report);
    await measure(concurrency, 1, own);
    await measure(concurrency, 1, peer);
    for (let round = 0; round < rounds; round += 1) {
      runs.own.push(await measure(concurrency, seconds, own));
      runs.peer.push(await measure(concurrency, seconds, peer));
    }
    const result = { engine: median(runs.own), limit: median(runs.peer) };
    return {
      workload: 'PEERS',
      unit: 'steps/s',
      concurrency,
      durability: await durabilityOf(engine),
      ...result,
      ratio: ratioOf(result.engine.perSecond, result.limit.perSecond),
      more: { peer: 'bpmn-engine with its state saved per step' },
    };
  } finally {
    await sql.end();
    await engine.close();
  }
}

async function peerCase(sql: postgres.Sql, report: (milliseconds: number) => void): Promise<void> {
  const id = await timed(report, async () => {
    const engine = new Engine({ name: 'w2', source: w2Diagram });
    const listener = new EventEmitter();
    await engine.execute({ listener, variables: { title: 'A lamp is out', urgency: 'normal' } });
    const state = await engine.getState();
    void engine.stop();
    const [row] = await sql<
      { id: string }[]
    >`INSERT INTO peer_state VALUES (gen_random_uuid(), ${sql.json(state as never)}) RETURNING id`;
    return row?.id ?? '';
  });
  for (const task of ['first', 'second', 'third'])
    await timed(report, () =>
      sql.begin(async (tx) => {
        const [row] = await tx<{ state: object }[]>`SELECT state FROM peer_state WHERE id = ${id} FOR UPDATE`;
        const engine = new Engine({ name: 'w2' }).recover(row?.state);
        const listener = new EventEmitter();
        const execution = await engine.resume({ listener });
        execution.signal({ id: task, form: {} });
        const state = await engine.getState();
        void engine.stop(); // of one that has ended by itself it never comes back
        await tx`UPDATE peer_state SET state = ${sql.json(state as never)} WHERE id = ${id}`;
      }),
    );
}
