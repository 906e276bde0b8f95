import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';
import { runCli, type Run } from './support/run-cli.js';

const root = resolve(import.meta.dirname, '../..');
const letters = join(root, 'test/fixtures/letters.csv');

describe('lianban cases import', () => {
  let server: ApiServer;
  let folder: string;

  beforeAll(async () => {
    server = await startApiServer();
    folder = await mkdtemp(join(tmpdir(), 'lianban-import-'));
  }, 120_000);

  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings topics in, each line once, and tells of wrong ones', async () => {
    const table = join(folder, 'topics.csv');
    await writeFile(
      table,
      'level1,level2,level3\n城乡建设,安全生产,事故处理\n城乡建设,安全生产,安全隐患\n,,没有上级\n',
    );
    const bring = (...more: string[]) =>
      runCli([
        'categories',
        'import',
        table,
        '--url',
        server.address,
        '--username',
        'sysadmin',
        '--password',
        demoPassword,
        ...more,
      ]);
    const told = `${table}:4: 第 1 级没有名称\n`;
    expect(await bring('--dry-run')).toMatchObject({
      code: 1,
      output: `${told}2 lines new, 0 known, 1 refused; nothing was changed\n`,
    });
    expect(await bring()).toMatchObject({ output: `${told}2 lines new, 0 known, 1 refused\n` });
    expect(await bring()).toMatchObject({ output: `${told}0 lines new, 2 known, 1 refused\n` });
    const { body } = await server.call('GET', '/api/v1/categories');
    const made = body.find(({ name }: { name: string }) => name === '城乡建设');
    expect(made.children).toMatchObject([{ name: '安全生产', children: [{ name: '事故处理' }, { name: '安全隐患' }] }]);
    const path = `/api/v1/categories/${made.children[0].children[0].code}`;
    const change = { version: 0, active: false };
    expect(await server.call('PATCH', path, { as: 'clerk', body: change })).toMatchObject({ status: 403 });
    await server.call('PATCH', path, { as: 'sysadmin', body: change });
    const after = (await server.call('GET', '/api/v1/categories')).body;
    expect(JSON.stringify(after)).not.toContain('事故处理');
  });

  it('sends nothing in a dry run', async () => {
    const result = await importLetters(letters, '--dry-run', '--url', 'http://127.0.0.1:2');

    expect(result).toEqual({ code: 0, output: '30 letters can be filed; nothing was sent\n', errors: '' });
  });

  it('files nothing of a file with a fault on its last line, and tells the line', async () => {
    const broken = join(folder, 'broken.csv');
    await writeFile(broken, `${await readFile(letters, 'utf8')}31,,题,yesterday,文,答,2020-01-01T00:00:00Z,,\n`);

    const result = await importLetters(broken);

    expect(result).toMatchObject({ code: 1, output: '' });
    expect(result.errors).toMatch(/^lianban: \S+broken\.csv:33: column "filed_at": expected a time[^\n]*\n$/u);
    expect(await filed()).toBe(0);
  });

  it('files every letter once, however often it runs', async () => {
    expect(await importLetters(letters)).toMatchObject({
      code: 0,
      output: '30 filed, 0 already there, 0 refused\n',
    });
    expect(await importLetters(letters)).toMatchObject({
      code: 0,
      output: '0 filed, 30 already there, 0 refused\n',
    });
    expect(await filed()).toBe(30);
  });

  it('tells line and reason of a letter that the server refuses, and files the others', async () => {
    const mixed = join(folder, 'mixed.csv');
    await writeFile(
      mixed,
      'id,title,filed_at,text,category\na,路灯,2020-01-01T00:00:00Z,不亮,\nb,路面,2020-01-01T00:00:00Z,坑洼,nowhere\n',
    );

    const result = await importLetters(mixed);

    expect(result.code).toBe(1);
    expect(result.output).toMatch(/^\S+mixed\.csv:3: letter b: [^\n]+\n1 filed, 0 already there, 1 refused\n$/u);
  });

  it('tells in one line that the password is wrong, or that no server answers', async () => {
    const wrong = await importLetters(letters, '--password', 'wrong');
    const away = await importLetters(letters, '--url', 'http://127.0.0.1:2');

    expect(wrong.code).toBe(1);
    expect(wrong.errors).toMatch(/^lianban: \S+ does not accept the sign-in of clerk \(401\)[^\n]*\n$/u);
    expect(away.code).toBe(3);
    expect(away.errors).toMatch(/^lianban: \S+ does not answer [^\n]*\n$/u);
  });

  async function filed(): Promise<number> {
    const rows = await server.database.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM casework.case_file WHERE source_id ~ '^letter-[0-9]+$'`,
    });
    return rows[0]?.n ?? -1;
  }

  async function importLetters(path: string, ...options: string[]): Promise<Run> {
    return await runCli(['cases', 'import', path, '--url', server.address, ...options], {
      LIANBAN_USERNAME: 'clerk',
      LIANBAN_PASSWORD: demoPassword,
    });
  }
});
