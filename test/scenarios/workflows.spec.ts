import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ScenarioCoverage } from '@lianban/bpmn';
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

  it('have a scenario for every way through them: each flow, each boundary event, each outcome', async () => {
    expect(await untakenBy('')).toEqual([]);
  });

  it('would be told of a way without a scenario', async () => {
    const told = await untakenBy('ladder');
    expect(told).toContain('case-routing: 退单审核 → 部门办理');
    expect(told).toContain('case-routing: 二次办理: 逾期');
    expect(told).toContain('case-routing: 退单审核: 驳回退单');
  });

  async function untakenBy(filter: string): Promise<string[]> {
    const coverage = new ScenarioCoverage();
    const run = { timeZone: 'Asia/Shanghai', coverage, filter };
    for await (const { passed } of runScenarioFiles([workflows], run)) expect(passed).toBe(true);
    return coverage.untaken().map(({ process: id, told }) => `${id}: ${told}`);
  }
});
