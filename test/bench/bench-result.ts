import type { BenchEngine } from './bench-engine.js';
import type { Slice } from './measure.js';

/** How a workload is run. */
export interface BenchOptions {
  readonly concurrency: number;
  /** Length of a slice; engine and limit take turns. */
  readonly seconds: number;
  readonly rounds: number;
}

/** What a workload came to beside the least that the same rows cost in the same run. */
export interface BenchResult {
  readonly workload: string;
  readonly unit: string;
  readonly concurrency: number;
  readonly durability: Readonly<Record<string, string>>;
  readonly engine: Slice;
  readonly limit: Slice;
  /** Engine over limit, by rate. */
  readonly ratio: number;
  /** What else was measured, by name. */
  readonly more?: Readonly<Record<string, number | string>>;
}

/** `a` over `b`, to three places. */
export function ratioOf(a: number, b: number): number {
  return Math.round((a / b) * 1_000) / 1_000;
}

/** What the server promises to keep, so that results can be compared. */
export async function durabilityOf(engine: Pick<BenchEngine, 'database'>): Promise<Record<string, string>> {
  const rows = await engine.database.query<{ name: string; setting: string }>({
    text: `SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version') ORDER BY name`,
  });
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
