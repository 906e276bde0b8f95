import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../architecture/tree.js';
import { Tally } from '../bench/advice/tally.js';
import { runCli } from './support/run-cli.js';

const letters = join(root, 'test/fixtures/labelled-letters.csv');

describe('advice on a category', () => {
  it('has the right topic among three for four of five letters that it has not learnt from, and says why', async () => {
    const { code, output, errors } = await runCli(['cases', 'advice', letters, '--at-least', '80', '--json']);
    expect(errors).toBe('');

    const { top1, ...measured } = JSON.parse(output) as { top1: number };
    expect(measured).toMatchObject({ letters: 70, folds: 5, withReasons: 100 });
    expect(top1).toBeGreaterThan(50);
    expect(code).toBe(0);
  }, 60_000);

  it('fails where fewer are right than are asked for', async () => {
    const { code, output } = await runCli(['cases', 'advice', letters, '--folds', '2', '--at-least', '100']);

    expect(output).toMatch(/70 letters in 2 parts: first advice right \d/u);
    expect(code).toBe(1);
  }, 60_000);

  it('is counted right by its place, of each topic', () => {
    const tally = new Tally();
    const advice = (code: string) => ({ code, name: code, share: 1, because: [{ id: '1', code: '1', title: '' }] });
    tally.count('a', [advice('a'), advice('b')]);
    tally.count('a', [advice('b'), advice('c'), advice('a')]);
    tally.count('b', [{ ...advice('a'), because: [] }]);
    tally.count('b', []);

    expect(tally.result()).toEqual({
      top1: 25,
      top3: 50,
      withReasons: 50,
      categories: [
        { category: 'a', letters: 2, top1: 50, top3: 100 },
        { category: 'b', letters: 2, top1: 0, top3: 0 },
      ],
    });
  });
});
