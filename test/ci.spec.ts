import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { summariseCheck, summariseJest } from '../scripts/run/summary.mjs';
import { root } from './architecture/tree.js';

const suite = (name: string, status: string, ...statuses: string[]) => ({
  name,
  status,
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `test ${index}` })),
});

describe('the sum of a run', () => {
  it('counts passed, failed and skipped tests', () => {
    const report = {
      testResults: [suite('a', 'failed', 'passed', 'failed', 'pending'), suite('b', 'passed', 'passed')],
    };
    expect(summariseJest(report, false)).toEqual({ passed: 2, failures: ['a: test 1'], skipped: ['a: test 2'] });
  });

  it('fails for a suite that did not load', () => {
    expect(
      summariseJest({ testResults: [suite('a', 'failed'), suite('b', 'passed', 'passed')] }, false).failures,
    ).toEqual(['a: did not run']);
  });

  it('fails for a suite that failed after its tests had passed', () => {
    expect(summariseJest({ testResults: [suite('a', 'failed', 'passed')] }, false).failures).toEqual([
      'a: did not run',
    ]);
  });

  it('fails when the runner wrote nothing or ran nothing', () => {
    expect(summariseJest(undefined, true).failures).toHaveLength(1);
    expect(summariseJest({ testResults: [] }, true).failures).toHaveLength(1);
    expect(summariseJest({ testResults: [suite('a', 'passed', 'pending')] }, true).failures).toHaveLength(1);
  });

  it('fails when the runner ended with an error that no test explains', () => {
    expect(summariseJest({ testResults: [suite('a', 'passed', 'passed')] }, false).failures).toHaveLength(1);
  });

  it('counts each step of the check as one test, and a check that did not finish as a failure', () => {
    const steps = [
      { name: 'lint', ok: true },
      { name: 'types', ok: false },
    ];
    expect(summariseCheck(steps, false)).toEqual({ passed: 1, failures: ['check: types'], skipped: [] });
    expect(summariseCheck(undefined, false).failures).toHaveLength(1);
    expect(summariseCheck([], true).failures).toHaveLength(1);
    expect(summariseCheck([{ name: 'lint', ok: true }], false).failures).toHaveLength(1);
  });
});

describe('npm start', () => {
  it('replaces the shell, which would die of a signal that npm hands on and leave the product running', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
    expect(scripts.start).toBe('exec node scripts/start.mjs');
  });
});
