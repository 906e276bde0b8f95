import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findings } from './storm/findings.js';
import { blow, type Aftermath } from './storm/storm.js';

/** A long storm is asked for by LIANBAN_STORM_KILLS=2000; it lasts about a second for each kill on a quiet machine. */
const kills = Number(process.env['LIANBAN_STORM_KILLS'] ?? 10);
const minutes = Number(process.env['LIANBAN_STORM_MINUTES'] ?? 5);
const seed = Number(process.env['LIANBAN_STORM_SEED'] ?? 1);

describe(`${kills} kills at random while people work`, () => {
  let after: Aftermath;

  beforeAll(
    async () => {
      const build = join(resolve(import.meta.dirname, '../..'), 'scripts/build.mjs');
      await promisify(execFile)(process.execPath, [build, '--server', '--quiet']);
      after = await blow({ kills, seed, minutes });
      const { heard, struck, seconds } = after;
      const { cases, completions, unanswered } = heard;
      console.log(JSON.stringify({ struck, seconds, cases: cases.size, completions: completions.size, unanswered }));
    },
    (minutes + 10) * 60_000,
  );

  afterAll(async () => await after?.close(), 60_000);

  it('hit while requests were under way', () => {
    const { heard, struck } = after;
    expect(Object.keys(struck).length).toBeGreaterThan(2);
    expect(heard.unanswered).toBeGreaterThan(kills / 4);
    expect(heard.cases.size).toBeGreaterThan(kills / 2);
    expect(heard.completions.size).toBeGreaterThan(kills / 8);
  });

  it('lose nothing, double nothing and leave nothing behind', async () => {
    const found = await findings(after);

    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  }, 300_000);

  it('make no other part of the product fall', () => {
    expect(after.falls).toEqual([]);
  });
});
