import { BatchService, DefinitionService, MigrationService } from '@lianban/engine';
import { openBenchEngine } from './bench-engine.js';
import { durabilityOf, ratioOf, type BenchOptions, type BenchResult } from './bench-result.js';
import { writeAgain } from './bulk-limit.js';
import { deploy, inTransaction, start } from './case-workload.js';
import { w2Diagram } from './diagrams.js';
import type { Slice } from './measure.js';

const instances = 10_000;

/** Takes ten thousand running cases with open timers to a new version: preview, batch, every term compared. */
export async function migrationWorkload({ concurrency }: BenchOptions): Promise<BenchResult> {
  const engine = await openBenchEngine(concurrency);
  try {
    await deploy(engine, w2Diagram);
    let left = instances;
    const lane = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await start(engine, { processKey: 'w2' });
      }
    };
    await Promise.all(Array.from({ length: concurrency }, lane));
    await deploy(
      engine,
      w2Diagram.replaceAll('P3D', 'P9D').replaceAll('"second', '"middle').replaceAll('-second', '-middle'),
    );
    const terms = async (): Promise<string> => {
      const [row] = await engine.database.query<{ hash: string }>({
        text: `SELECT md5(string_agg(instance_id || ' ' || key || ' ' || due_at, ',' ORDER BY instance_id, key)) AS hash FROM engine.timer`,
      });
      return row?.hash ?? '';
    };
    const before = await terms();
    const [from, to] = await Promise.all(
      [1, 2].map((version) => engine.get(DefinitionService).get(engine.database, 'w2', version)),
    );
    const ids = { from: from?.id ?? '', to: to?.id ?? '' };
    const previewBegan = performance.now();
    const preview = await inTransaction(engine, (tx) => engine.get(MigrationService).preview(tx, ids));
    const previewMs = performance.now() - previewBegan;
    const operation = { type: 'migrate' as const, definitionId: ids.to };
    const filter = { processKey: 'w2', version: 1 };
    const began = performance.now();
    const batch = await inTransaction(engine, (tx) =>
      engine.get(BatchService).create(tx, { operation, filter, actor: 'system' }),
    );
    await engine.get(BatchService).workOff();
    const tookMs = performance.now() - began;
    const done = await engine.get(BatchService).get(engine.database, batch.id);
    const kept = before === (await terms());
    const limitMs = await writeAgain(engine);
    const slice = (ms: number): Slice => {
      return { perSecond: Math.round((instances / ms) * 1_000), p50: 0, p95: 0, cpuMicroseconds: 0 };
    };
    return {
      workload: 'MIGRATION',
      unit: 'instances/s',
      concurrency,
      durability: await durabilityOf(engine),
      engine: slice(tookMs),
      limit: slice(limitMs),
      ratio: ratioOf(limitMs, tookMs),
      more: {
        instances,
        movable: preview.movable,
        moved: done.done,
        refused: done.refused,
        previewMs: Math.round(previewMs),
        runMs: Math.round(tookMs),
        termsKept: kept ? 'all' : 'not all',
      },
    };
  } finally {
    await engine.close();
  }
}
