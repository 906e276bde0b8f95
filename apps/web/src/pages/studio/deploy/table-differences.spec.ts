import { describe, expect, it } from '@jest/globals';
import { compileDeployment, type CompiledDefinitions } from '@lianban/bpmn';
import { tableDifferences } from './table-differences.js';

const rule = (id: string, test: string, result: string) =>
  `<rule id="${id}"><inputEntry id="${id}i"><text>${test}</text></inputEntry><outputEntry id="${id}o"><text>${result}</text></outputEntry></rule>`;
const [first, second, rest] = [rule('r1', '"a"', '1'), rule('r2', '"b"', '2'), rule('r3', '-', '3')];

async function decisions(rules: string, hitPolicy = 'FIRST'): Promise<CompiledDefinitions['decisions']> {
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
<decision id="who" name="由谁办理"><decisionTable id="t" hitPolicy="${hitPolicy}"><input id="i" label="街道"><inputExpression id="ie"><text>street</text></inputExpression></input><output id="o" name="days"/>${rules}</decisionTable></decision></definitions>`;
  const { definitions, problems } = await compileDeployment([{ name: 'd.dmn', content }]);
  if (!definitions) throw new Error(JSON.stringify(problems));
  return definitions.decisions;
}

describe('what a decision table says otherwise', () => {
  it('is nothing when only the way of writing an empty test is another', async () => {
    const [before, after] = [await decisions(first + rest), await decisions(first + rule('r3', '', '3'))];
    expect(tableDifferences(before, after)).toEqual([]);
  });

  it('names rows that came, went and changed, by their numbers', async () => {
    const [before, after] = [
      await decisions(first + second + rest),
      await decisions(rule('r1', '"a"', '9') + rest + rule('r4', '"c"', '4')),
    ];

    expect(tableDifferences(before, after)).toEqual([
      {
        kind: 'ruleChanged',
        table: '由谁办理',
        row: 1,
        before: { tests: ['"a"'], results: ['1'] },
        after: { tests: ['"a"'], results: ['9'] },
      },
      { kind: 'ruleAdded', table: '由谁办理', row: 3, rule: { tests: ['"c"'], results: ['4'] } },
      { kind: 'ruleRemoved', table: '由谁办理', row: 2, rule: { tests: ['"b"'], results: ['2'] } },
    ]);
  });

  it('names another order of rows, and another hit policy', async () => {
    const [before, after] = [await decisions(first + second), await decisions(second + first, 'UNIQUE')];

    expect(tableDifferences(before, after)).toEqual([
      { kind: 'hits', table: '由谁办理', before: 'FIRST', after: 'UNIQUE' },
      { kind: 'order', table: '由谁办理' },
    ]);
  });

  it('names tables that are new or gone', async () => {
    const table = await decisions(first);
    expect(tableDifferences(new Map(), table)).toEqual([{ kind: 'added', table: '由谁办理' }]);
    expect(tableDifferences(table, new Map())).toEqual([{ kind: 'removed', table: '由谁办理' }]);
  });
});
