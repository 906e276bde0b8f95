import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDefaultWorkflows } from '../../apps/cli/src/installation/default-workflows.js';
import type { AnsweredLetter } from '../../apps/cli/src/letters/letter.js';
import { readAnsweredLetters } from '../../apps/cli/src/letters/read-letters.js';
import { root } from '../architecture/tree.js';
import { liveLetters } from '../bench/life/life.js';
import { runCli } from './support/run-cli.js';

const letters = join(root, 'test/fixtures/letters.csv');

describe('cases to which people do random things', () => {
  it('keep every rule to their end, the same for the same seed, whatever others do', async () => {
    const { code, output, errors } = await runCli(['cases', 'replay', letters, '--acts', '5', '--json', '--rows']);
    expect(errors).toBe('');
    const rows = output.trim().split('\n');
    const lives = JSON.parse(rows.pop() ?? '') as Record<'acts' | 'lapses' | 'ends', Record<string, number>>;

    expect(lives).toMatchObject({ cases: 30, seed: 5, violations: [] });
    expect(code).toBe(0);
    expect(Object.values(lives.ends).reduce((sum, count) => sum + count, 0)).toBe(30);
    for (const act of ['claim', 'release', 'suspend', 'resume', 'extend', 'assist', 'urge', 'reopen', 'rate:resident'])
      expect([act, lives.acts[act]]).toEqual([act, expect.any(Number)]);
    for (const level of ['station-handle', 'street-coordinate', 'callback'])
      expect([level, lives.lapses[level]]).toEqual([level, expect.any(Number)]);

    const few: AnsweredLetter[] = [];
    for await (const letter of readAnsweredLetters(letters)) if (few.length < 5) few.push(letter);
    const again = await liveLetters({ letters: few, seed: 5, workflows: await defaultWorkflows() });
    expect(again.rows).toHaveLength(5);
    for (const row of again.rows) expect(rows).toContain(JSON.stringify(row));
  }, 120_000);

  it('are told with case, step and instant where a rule does not hold, as where a diagram gives other terms', async () => {
    const workflows = (await defaultWorkflows()).map((files) =>
      files.map(({ name, content }) => ({ name, content: content.replaceAll('"P3D"', '"P4D"') })),
    );
    const letter = { title: '路灯不亮', text: '路灯不亮', filedAt: '2026-03-02T01:00:00.000Z' };
    const lived = { ...letter, id: '7', repliedAt: '2026-03-03T01:00:00.000Z' };
    const { violations, ends } = await liveLetters({ letters: [lived], seed: 3, workflows });

    expect(ends).toEqual({});
    expect(violations).toEqual([
      {
        id: '7',
        step: 1,
        at: letter.filedAt,
        act: 'register',
        broken: '"工作站办理" is due at 2026-03-06T09:30:00.000Z, but its ledger gives 2026-03-05T09:30:00.000Z',
      },
    ]);
  }, 60_000);

  it('are not lived for a seed that is none', async () => {
    const { code, errors } = await runCli(['cases', 'replay', letters, '--acts', 'many']);

    expect(code).toBe(2);
    expect(errors).toContain('expected a whole number from 0');
  });

  async function defaultWorkflows() {
    const folders = await readDefaultWorkflows(join(root, 'workflows'), 'Asia/Shanghai');
    return folders.map(({ files }) => files);
  }
});
