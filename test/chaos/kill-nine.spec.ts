import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenJournals, strayWaits, timersFiredTwice } from '@lianban/engine';
import {
  createDataSource,
  createLogger,
  Database,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@lianban/platform';
import { startProduct, type ProductProcess } from './support/product-process.js';
import { deployQuickTerms, password, post, Refusal, signIn, untilTermsLapsed } from './support/quick-terms.js';

const root = resolve(import.meta.dirname, '../..');
/** Cases that are asked for in each round; the kill comes at half of them. */
const asked = 80;
const log = createLogger({ name: 'chaos', level: 'silent' });

/** What the product said yes to. */
interface Acknowledged {
  readonly cases: string[];
  /** Task ids. */
  readonly completions: string[];
  refused: number;
  /** Of these, after the last start. */
  refusedInPeace: number;
}

describe('kill -9 in the middle of work', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lianban-kill-'));
  const yes: Acknowledged = { cases: [], completions: [], refused: 0, refusedInPeace: 0 };
  let product: ProductProcess;
  let server: EmbeddedPostgres | undefined;
  let database: Database;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--server', '--quiet']);
    chmodSync(dataDir, 0o755);
    product = await startProduct(dataDir, password);
    await deployQuickTerms(product.address);

    await workUntil(product, () => product.kill({ postgres: false }));
    product = await startProduct(dataDir, password);
    await workUntil(product, () => product.kill({ postgres: true }));
    product = await startProduct(dataDir, password);
    const refusedByKills = yes.refused;
    await workUntil(product, () => Promise.resolve());
    yes.refusedInPeace = yes.refused - refusedByKills;
    await untilTermsLapsed(product.address);
    await product.stop();

    server = await startEmbeddedPostgres({ dataDir, log });
    const source = createDataSource({ url: server.url, entities: [], migrations: [], poolSize: 2 });
    database = new Database(await source.initialize(), log);
  }, 300_000);

  afterAll(async () => {
    await database?.dataSource.destroy();
    await server?.stop();
    await product?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('hit while requests were under way', () => {
    expect(yes.refused).toBeGreaterThan(0);
    expect(yes.refusedInPeace).toBe(0);
    expect(yes.cases.length).toBeGreaterThan(asked);
    expect(yes.completions.length).toBeGreaterThan(asked / 4);
  });

  it('loses no case that was acknowledged: each is there once, with exactly one open task or closed', async () => {
    const rows = await database.query<{ id: string; state: string; tasks: number }>({
      text: `SELECT c.id, c.state,
          (SELECT count(*)::int FROM engine.task t JOIN engine.instance i ON i.id = t.instance_id
            WHERE i.root_id = c.instance_id) AS tasks
        FROM casework.case_file c`,
    });
    const known = new Map(rows.map((row) => [row.id, row]));

    expect(yes.cases.filter((id) => !known.has(id))).toEqual([]);
    expect(rows.filter(({ state, tasks }) => tasks !== (state === 'closed' ? 0 : 1))).toEqual([]);
  });

  it('keeps every completion that was acknowledged, once', async () => {
    const rows = await database.query<{ task: string; times: number }>({
      text: `SELECT instance_id || '.' || (command ->> 'key') AS task, count(*)::int AS times
        FROM engine.journal WHERE command ->> 'type' = 'complete-element' GROUP BY 1`,
    });
    const times = new Map(rows.map((row) => [row.task, row.times]));

    expect(yes.completions.filter((task) => times.get(task) !== 1)).toEqual([]);
    expect(rows.filter((row) => row.times !== 1)).toEqual([]);
  });

  it('loses no timer, fires none twice and leaves none overdue', async () => {
    const fired = await count(`engine.journal j, jsonb_array_elements(j.events) e WHERE e ->> 'type' = 'timer-fired'`);

    expect(fired).toBeGreaterThan(yes.cases.length);
    expect(await strayWaits(database)).toEqual([]);
    expect(await timersFiredTwice(database)).toEqual([]);
    expect(await count(`engine.timer WHERE attempts > 0 OR due_at < now() - interval '1 minute'`)).toBe(0);
    expect(await count(`engine.task WHERE element_id IN ('station-handle', 'street-coordinate')`)).toBe(0);
  });

  it('leaves every state equal to the replay of its journal, and nothing stuck', async () => {
    expect(await brokenJournals(database)).toEqual([]);
    expect(await count('engine.incident')).toBe(0);
    expect(
      await count('casework.case_file c WHERE NOT EXISTS (SELECT FROM engine.instance WHERE id = c.instance_id)'),
    ).toBe(0);
    expect(
      await count('engine.instance i WHERE NOT EXISTS (SELECT FROM casework.case_file WHERE instance_id = i.root_id)'),
    ).toBe(0);
  });

  async function count(from: string): Promise<number> {
    const [row] = await database.query<{ n: number }>({ text: `SELECT count(*)::int AS n FROM ${from}` });
    return row?.n ?? -1;
  }

  /** Files cases and completes every other one, from many clients at once, and calls `middle` at half of the way. */
  async function workUntil({ address }: ProductProcess, middle: () => Promise<void>): Promise<void> {
    const token = await signIn(address, 'clerk');
    let open = asked;
    let middleReached: Promise<void> | undefined;
    const client = async (): Promise<void> => {
      while (open-- > 0) {
        if (open === asked / 2) middleReached = middle();
        await fileAndComplete(address, token, open % 2 === 0).catch(() => (yes.refused += 1));
      }
    };
    await Promise.all(Array.from({ length: 8 }, client));
    await middleReached;
  }

  async function fileAndComplete(address: string, token: string, complete: boolean): Promise<void> {
    const draft = { title: '路灯不亮', text: '小区门口路灯不亮', channel: 'phone', category: 'urban.road' };
    const filed = await post(address, token, 'cases', draft);
    yes.cases.push(String(filed['id']));
    const [task] = filed['tasks'] as { id: string }[];
    if (!complete || !task) return;
    try {
      await post(address, token, `tasks/${task.id}/complete`, { outcome: 'resolved', opinion: '已修复' });
      yes.completions.push(task.id);
    } catch (error) {
      // On a slow machine the term of two seconds may lapse before the answer: that is no failure.
      if (!(error instanceof Refusal && error.status === 409)) throw error;
    }
  }
});
