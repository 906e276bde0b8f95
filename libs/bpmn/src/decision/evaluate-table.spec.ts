import { describe, expect, it } from '@jest/globals';
import { ProblemList } from '../reader/problem-list.js';
import { readDecisions } from '../reader/read-decisions.js';
import type { Aggregation, CompiledDecision, DecisionTable, HitPolicy } from './decision-model.js';
import { evaluateDecision } from './evaluate-decision.js';

const NOW = '2026-03-02T01:00:00.000Z';

function scores(hitPolicy: HitPolicy, aggregation?: Aggregation, values: readonly string[] = []): CompiledDecision {
  const logic: DecisionTable = {
    kind: 'table',
    name: 'd',
    hitPolicy,
    ...(aggregation ? { aggregation } : {}),
    inputs: [{ label: 'n', expression: 'n' }],
    outputs: [{ name: 'score', values }],
    rules: [
      { id: 'r1', tests: ['> 1'], outputs: ['5'] },
      { id: 'r2', tests: ['> 2'], outputs: ['3'] },
      { id: 'r3', tests: ['-'], outputs: ['5'] },
    ],
  };
  return { id: 'd', name: 'd', variable: 'd', logic, requires: [], temporals: {} };
}

const decide = (decision: CompiledDecision, n: number) =>
  evaluateDecision(new Map([[decision.id, decision]]), decision.id, { n }, NOW);

describe('a decision table', () => {
  it.each([
    ['SUM', 13],
    ['COUNT', 3],
    ['MIN', 3],
    ['MAX', 5],
  ] as const)('collects with %s over every rule that matches, equal results included', (aggregation, value) => {
    expect(decide(scores('COLLECT', aggregation), 9)).toEqual({ ok: true, value });
  });

  it('puts results that the list of values does not name last', () => {
    expect(decide(scores('OUTPUT ORDER', undefined, ['3']), 9)).toEqual({ ok: true, value: [3, 5, 5] });
    expect(decide(scores('PRIORITY', undefined, ['3']), 9)).toEqual({ ok: true, value: 3 });
  });

  it('under ANY accepts equal results and refuses different ones', () => {
    expect(decide(scores('ANY'), 2)).toEqual({ ok: true, value: 5 });
    expect(decide(scores('ANY'), 9)).toMatchObject({ ok: false, message: expect.stringContaining('ANY') });
  });
});

describe('the output values of a table', () => {
  const drawn = (values: string) =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="d" namespace="t"><decision id="d" name="d">
    <decisionTable hitPolicy="PRIORITY"><output id="o" name="o"><outputValues id="v"><text>${values}</text></outputValues></output>
    <rule id="r1"><outputEntry id="e1"><text>"soon"</text></outputEntry></rule>
    <rule id="r2"><outputEntry id="e2"><text>"now, at once"</text></outputEntry></rule></decisionTable></decision></definitions>`;

  it('are separated by the commas between them, not by those inside a text', async () => {
    const problems = new ProblemList('d.dmn');

    const [decision] = await readDecisions(drawn('"now, at once", "soon"'), problems);

    expect(problems.all()).toEqual([]);
    expect(decision && decide(decision, 1)).toEqual({ ok: true, value: 'now, at once' });
  });

  it('are refused when they are no FEEL', async () => {
    const problems = new ProblemList('d.dmn');

    await readDecisions(drawn('"now", ('), problems);

    expect(problems.all()).toMatchObject([{ code: 'decision-values', element: 'o' }]);
  });
});

describe('a decision', () => {
  it('is evaluated after those that it requires', () => {
    const sum: CompiledDecision = {
      id: 'twice',
      name: 'twice',
      variable: 'twice',
      logic: { kind: 'literal', expression: 'd * 2' },
      requires: ['d'],
      temporals: {},
    };
    const decisions = new Map([sum, scores('FIRST')].map((decision) => [decision.id, decision]));
    expect(evaluateDecision(decisions, 'twice', { n: 2 }, NOW)).toEqual({ ok: true, value: 10 });
  });

  it('that is not deployed says so', () => {
    expect(evaluateDecision(new Map(), 'd', {}, NOW)).toMatchObject({ ok: false });
  });
});
