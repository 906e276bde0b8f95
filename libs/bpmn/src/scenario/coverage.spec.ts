import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';
import { weekdays } from '../testing/weekdays.js';
import { ScenarioCoverage } from './coverage.js';
import { runScenario } from './run-scenario.js';
import { readScenarioFile } from './scenario-file.js';

const outcomes = ['yes', 'no'].map((id) => `<lianban:outcome id="${id}" name="${id}!" />`).join('');
const xml = model(
  [
    node('startEvent', 's'),
    node('userTask', 'a', 'name="Ask"', `<bpmn:extensionElements>${outcomes}</bpmn:extensionElements>`),
    boundary('late', 'a', timer('Duration', 'P1D'), 'name="Late"'),
    node('exclusiveGateway', 'g', 'default="g-e"'),
    ...['e', 'f', 'h'].map((id) => node('endEvent', id)),
    flows('s a', 'a g', 'g e', 'g f: outcome = "yes"', 'late h'),
  ].join(''),
);
const yes = { complete: 'a', variables: { outcome: 'yes' } };
const no = { complete: 'a', variables: { outcome: 'no' } };

describe('the coverage of scenarios', () => {
  it('tells flows, boundary events and outcomes that no scenario takes', async () => {
    expect(await untakenBy([yes])).toEqual([
      { process: 'p', element: 'g-e', told: 'g → e' },
      { process: 'p', element: 'late-h', told: 'Late → h' },
      { process: 'p', element: 'late', told: 'Ask: Late' },
      { process: 'p', element: 'a', told: 'Ask: no!' },
    ]);
  });

  it('adds up what several scenarios take', async () => {
    expect(await untakenBy([yes], [no], [{ advance: 'P1D' }])).toEqual([]);
  });

  it('says nothing of a process that was not started', async () => {
    expect(await untakenBy()).toEqual([]);
  });

  async function untakenBy(...plays: readonly (readonly object[])[]) {
    const compilation = await compileDeployment([{ name: 'p.bpmn', content: xml }], { calendars: weekdays });
    expect(compilation.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const coverage = new ScenarioCoverage();
    if (compilation.definitions) coverage.know(compilation.definitions);
    const file = { model: 'p.bpmn', scenarios: plays.map((steps, n) => ({ name: `${n}`, steps, expect: {} })) };
    for (const scenario of plays.length > 0 ? readScenarioFile('spec', JSON.stringify(file)).scenarios : []) {
      coverage.note(scenario);
      const { afterStep } = coverage;
      expect(runScenario(scenario, { compilation, process: 'p', calendars: weekdays, afterStep }).reason).toBe('');
    }
    return coverage.untaken();
  }
});
