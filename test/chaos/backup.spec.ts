import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenJournals, strayWaits, timersFiredTwice } from '@lianban/engine';
import {
  BackupFolder,
  createDataSource,
  createLogger,
  Database,
  startEmbeddedPostgres,
  WalArchive,
  type EmbeddedPostgres,
} from '@lianban/platform';
import { runCli, type Run } from '../e2e/support/run-cli.js';
import { startProduct, type ProductProcess } from './support/product-process.js';
import { deployQuickTerms, password, post, signIn, untilTermsLapsed } from './support/quick-terms.js';

const root = resolve(import.meta.dirname, '../..');
const log = createLogger({ name: 'chaos', level: 'silent' });

describe('a machine that is lost, with backups on another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-backup-'));
  const [dataDir, backups] = [join(folder, 'data'), join(folder, 'backups')];
  const settings = { LIANBAN_BACKUP: backups };
  const before: string[] = [];
  const after: string[] = [];
  const paper = Buffer.from('%PDF-1.4\n%%EOF\n');
  const told: Record<'killed' | 'made' | 'verified' | 'unsure' | 'restored' | 'later', Run> = {} as typeof told;
  let product: ProductProcess;
  let server: EmbeddedPostgres | undefined;
  let database: Database;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--server', '--quiet']);
    chmodSync(folder, 0o755);
    product = await startProduct(dataDir, password, settings);
    await deployQuickTerms(product.address, 8);

    await killedInTheMiddle();
    told.killed = await lianban('backup', 'verify');
    const busy = work(before, 24);
    told.made = await lianban('backup');
    await busy;
    told.verified = await lianban('backup', 'verify');
    await work(before, 8);
    await attach(before[0] ?? '');
    const at = new Date();
    await sleep(50);
    await work(after, 8);
    await untilArchived(new Date());
    await product.kill({ postgres: false }); // which leaves the server of the database behind

    told.later = await lianban('restore', '--at', '2100-01-01T00:00:00Z', '--yes');
    told.unsure = await lianban('restore');
    rmSync(join(dataDir, 'uploads'), { recursive: true });
    told.restored = await lianban('restore', '--at', at.toISOString(), '--yes');
    product = await startProduct(dataDir, password, settings);
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
    rmSync(folder, { recursive: true, force: true });
  });

  it('has no backup of one that was killed half-way', () => {
    expect(told.killed).toMatchObject({ code: 1, output: expect.stringContaining('was never finished') });
    expect(told.killed.errors).toContain('holds no whole backup');
  });

  it('has one that was made while people worked, whole and without the secrets', () => {
    expect(told.made).toMatchObject({ code: 0, errors: expect.stringContaining('secrets are not in it') });
    expect(told.verified.output).toMatch(/^ok {5}\S+: \S+, version \S+\n$/u);
    const [name = ''] = readdirSync(join(backups, 'backups'));
    expect(existsSync(join(backups, 'backups', name, 'secrets'))).toBe(false);
  });

  it('is not overwritten by mistake, nor brought to an instant that nobody knows', () => {
    expect(told.unsure).toMatchObject({ code: 1, errors: expect.stringContaining('add --yes') });
    expect(told.later).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/The backups reach to \S+, not to 2100-/u),
    });
  });

  it('comes back as it was at the instant that was asked for, with what was there kept beside it', async () => {
    const rows = await database.query<{ id: string }>({ text: 'SELECT id FROM casework.case_file' });
    const [kept = ''] = readdirSync(dataDir).filter((name) => name.startsWith('before-restore-'));

    expect(told.restored).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^ok {5}audit trail: \d+ chains are/mu),
    });
    expect(rows.map(({ id }) => id).sort()).toEqual(before.toSorted());
    expect(after).toHaveLength(8);
    expect(existsSync(join(dataDir, kept, 'postgres/PG_VERSION'))).toBe(true);
  });

  it('has the papers of its cases, those too that came after the backup', async () => {
    const [row] = await database.query<{ sha256: string }>({ text: 'SELECT sha256 FROM casework.attachment' });
    const { sha256 = '' } = row ?? {};

    expect(readFileSync(join(dataDir, 'uploads', sha256.slice(0, 2), sha256))).toEqual(paper);
    expect(told.restored.output).toContain('ok     uploads');
  });

  it('goes on where it was: terms fire once, none is lost, and every state is that of its journal', async () => {
    const fired = await database.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM engine.journal j, jsonb_array_elements(j.events) e
             WHERE e ->> 'type' = 'timer-fired'`,
    });

    expect(fired[0]?.n).toBeGreaterThan(before.length);
    expect(await timersFiredTwice(database)).toEqual([]);
    expect(await strayWaits(database)).toEqual([]);
    expect(await brokenJournals(database)).toEqual([]);
    expect(
      await database.query({ text: `SELECT FROM engine.timer WHERE due_at < now() - interval '1 minute'` }),
    ).toEqual([]);
  });

  it('mixes no two pasts in the archive of its log', async () => {
    const [system = ''] = readdirSync(join(backups, 'wal'));
    const reached = join(backups, 'wal', system, 'reached.json');
    const { timeline } = JSON.parse(readFileSync(reached, 'utf8')) as { timeline: number };
    writeFileSync(reached, JSON.stringify({ at: new Date().toISOString(), lsn: 'FF/0', timeline }));
    const archive = new WalArchive({
      adminUrl: server?.adminUrl ?? '',
      cluster: realpathSync(join(dataDir, 'postgres')),
      uploads: join(dataDir, 'uploads'),
      folder: new BackupFolder(backups),
      log,
    });

    expect(timeline).toBe(2);
    await expect(archive.look()).rejects.toThrow('of a later state of this database, which was put back by hand');
  });

  it('is found out when a byte of it changes', async () => {
    const [name = ''] = readdirSync(join(backups, 'backups'));
    const file = join(backups, 'backups', name, 'postgres/global/pg_control');
    const content = readFileSync(file);
    content[40] = (content[40] ?? 0) ^ 1;
    writeFileSync(file, content);

    expect(await lianban('backup', 'verify')).toMatchObject({
      code: 1,
      output: expect.stringContaining('postgres/global/pg_control was changed'),
    });
  });

  async function lianban(...args: string[]): Promise<Run> {
    return await runCli(args, { ...settings, LIANBAN_DATA: dataDir });
  }

  async function killedInTheMiddle(): Promise<void> {
    const main = join(root, 'dist/apps/cli/src/main.js');
    const child = spawn(process.execPath, [main, 'backup', backups], {
      env: { ...process.env, LIANBAN_DATA: dataDir },
    });
    const gone = once(child, 'exit');
    while (!existsSync(join(backups, 'backups')) || readdirSync(join(backups, 'backups')).length === 0) await sleep(5);
    child.kill('SIGKILL');
    await gone;
  }

  /** Files cases and settles every other one. */
  async function work(filed: string[], count: number): Promise<void> {
    const token = await signIn(product.address, 'clerk');
    for (let number = 0; number < count; number += 1) {
      const draft = { title: '路灯不亮', text: '小区门口路灯不亮', channel: 'phone', category: 'urban.road' };
      const { id, tasks } = await post(product.address, token, 'cases', draft);
      filed.push(String(id));
      const [task] = tasks as { id: string }[];
      if (task && number % 2 === 0)
        await post(product.address, token, `tasks/${task.id}/complete`, { outcome: 'resolved', opinion: '已修复' });
    }
  }

  async function attach(id: string): Promise<void> {
    const answer = await fetch(`${product.address}/api/v1/cases/${id}/attachments?name=lamp.pdf`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await signIn(product.address, 'clerk')}`,
        'content-type': 'application/octet-stream',
      },
      body: paper,
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  }

  async function untilArchived(instant: Date): Promise<void> {
    const [system = ''] = readdirSync(join(backups, 'wal'));
    const reached = (): string => readFileSync(join(backups, 'wal', system, 'reached.json'), 'utf8');
    while (new Date((JSON.parse(reached()) as { at: string }).at) < instant) await sleep(100);
  }
});
