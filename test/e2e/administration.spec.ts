import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const main = join(process.env['LIANBAN_TEST_DIST'] || join(root, 'dist'), 'apps/cli/src/main.js');

describe('the commands of an administrator', () => {
  let folder: string;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--server', '--quiet']);
    folder = await mkdtemp(join(tmpdir(), 'lianban-administration-'));
    await chmod(folder, 0o755); // the database of a root user runs as somebody else
  });

  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  it('find out that the schema is missing, bring it up to date, seed, and find nothing wrong', async () => {
    expect(await lianban('doctor')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/WRONG .*lianban migrate/),
    });

    const migrated = await lianban('migrate');
    expect(migrated).toMatchObject({ code: 0, output: expect.stringContaining('applied CreateCasework') });
    expect((await lianban('migrate')).output).toContain('0 migrations applied');

    const seeded = await lianban('seed', '--demo');
    expect(seeded).toMatchObject({ code: 0, output: expect.stringMatching(/Password +\S{14}/) });
    expect((await lianban('seed', '--demo')).output).toBe(seeded.output);

    const found = await lianban('doctor');
    expect(found).toMatchObject({ code: 0, output: expect.not.stringContaining('WRONG') });
    expect(found.output).toMatch(/LOOK +passwords: \d+ accounts share a password.*demo/u);
    for (const check of ['secrets', 'clock', 'queues', 'timers', 'failed tasks', 'audit trail'])
      expect(found.output).toMatch(new RegExp(`^ok +${check}: `, 'mu'));

    await chmod(join(folder, 'data/secrets/demo-password'), 0o644);
    expect(await lianban('doctor')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/WRONG +secrets: .*chmod 600/u),
    });
  }, 120_000);

  it('say how they are used, with exit code 2', async () => {
    expect(await lianban('seed')).toMatchObject({ code: 2 });
    expect(await lianban('sing')).toMatchObject({ code: 2 });
    expect(await lianban('help')).toMatchObject({ code: 0 });
    expect(await lianban('help', 'cases', 'import')).toMatchObject({
      code: 0,
      output: expect.stringContaining('lianban cases import [options] <csv>'),
    });
  });

  async function lianban(...words: string[]): Promise<{ code: number; output: string }> {
    const env = { PATH: process.env['PATH'], LIANBAN_DATA: join(folder, 'data'), PORT: '0' };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { env });
      return { code: 0, output: stdout };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, output: stdout };
    }
  }
});
