import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runScenarioFiles, type ScenarioReport } from '../../apps/cli/src/workflow/run-scenario-files.js';

const workflows = join(import.meta.dirname, '../../workflows');

describe('the default workflows', () => {
  it('pass every scenario that stands beside them', async () => {
    const reports: ScenarioReport[] = [];
    for await (const report of runScenarioFiles([workflows], { timeZone: 'Asia/Shanghai' })) reports.push(report);

    expect(reports.filter((report) => !report.passed).map(({ scenario, reason }) => `${scenario}: ${reason}`)).toEqual(
      [],
    );
    expect(reports.length).toBeGreaterThan(12);
  });
});
