import { describe, expect, it } from '@jest/globals';
import { decisionNames } from './decision-names.js';
import { ProblemList } from './problem-list.js';
import { readDecisions } from './read-decisions.js';

const dmn = (table: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
<decision id="who" name="由谁办理"><decisionTable id="t" ${table}</decisionTable></decision></definitions>`;
const outputs = (count: number) =>
  Array.from({ length: count }, (_, index) => `<output id="o${index}" name="o${index}"/>`).join('');

async function codesOf(table: string): Promise<string[]> {
  const problems = new ProblemList('d.dmn');
  await readDecisions(dmn(table), problems);
  return problems.all().map(({ code, element }) => `${code} ${element ?? ''}`);
}

describe('a decision table that is read', () => {
  it('is refused with a hit policy that nobody knows, as it would quietly find nothing', async () => {
    expect(await codesOf(`hitPolicy="BEST">${outputs(1)}`)).toEqual(['decision-hit-policy t']);
    expect(await codesOf(`hitPolicy="RULE ORDER">${outputs(1)}`)).toEqual([]);
  });

  it('is refused with an aggregation that nobody knows, or that would add up several outputs', async () => {
    expect(await codesOf(`hitPolicy="COLLECT" aggregation="AVERAGE">${outputs(1)}`)).toEqual([
      'decision-aggregation t',
    ]);
    expect(await codesOf(`hitPolicy="COLLECT" aggregation="SUM">${outputs(2)}`)).toEqual(['decision-aggregation t']);
    expect(await codesOf(`hitPolicy="COLLECT" aggregation="SUM">${outputs(1)}`)).toEqual([]);
    expect(await codesOf(`hitPolicy="COLLECT" aggregation="COUNT">${outputs(2)}`)).toEqual([]);
  });

  it('gives its name to lists, and a file that is unreadable none', async () => {
    expect(await decisionNames(dmn('>'))).toEqual([{ id: 'who', name: '由谁办理' }]);
    expect(await decisionNames('no file')).toEqual([]);
  });
});
