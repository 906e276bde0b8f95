import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import type { JsonValue } from '../model/value.js';
import { flows, model, node } from '../testing/model.js';
import { evaluateDecision } from './evaluate-decision.js';

const NOW = '2026-03-02T01:00:00.000Z';

const file = (inside: string, version = '20191111') =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/${version}/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" id="defs" name="d" namespace="http://example.org/d">${inside}</definitions>`;
const feel = (text: string) => `<literalExpression><text>${text.replaceAll('<', '&lt;')}</text></literalExpression>`;
const needs = (...ids: string[]) =>
  ids.map((id) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`).join('');
const uses = (...ids: string[]) =>
  ids.map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join('');
const decision = (id: string, logic: string, requirements = '', name = id) =>
  `<decision id="${id}" name="${name}"><variable name="${name}"/>${requirements}${logic}</decision>`;
const knowledge = (id: string, parameters: readonly string[], body: string, requirements = '') =>
  `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/><encapsulatedLogic>${parameters
    .map((name) => `<formalParameter name="${name}"/>`)
    .join('')}${body}</encapsulatedLogic>${requirements}</businessKnowledgeModel>`;

async function decide(xml: string, id: string, variables: Record<string, JsonValue> = {}) {
  const { definitions, problems } = await compileDeployment([{ name: 'd.dmn', content: xml }]);
  if (!definitions) throw new Error(problems.map(({ message }) => message).join('; '));
  return evaluateDecision(definitions.decisions, id, variables, NOW);
}

async function problemsOf(...files: readonly (readonly [name: string, content: string])[]): Promise<string[]> {
  const { problems } = await compileDeployment(files.map(([name, content]) => ({ name, content })));
  return problems.map(({ element, code, severity }) => `${severity} ${element ?? ''} ${code}`);
}

describe('a boxed expression', () => {
  it.each([
    [
      'a context, whose entries see the ones before',
      `<context><contextEntry><variable name="net"/>${feel('n * 10')}</contextEntry>
        <contextEntry><variable name="with tax"/>${feel('net * 2')}</contextEntry></context>`,
      { net: 30, 'with tax': 60 },
    ],
    [
      'a context with a result of its own',
      `<context><contextEntry><variable name="net"/>${feel('n * 10')}</contextEntry><contextEntry>${feel('net + 1')}</contextEntry></context>`,
      31,
    ],
    ['a list', `<list>${feel('n')}${feel('"x"')}</list>`, [3, 'x']],
    [
      'a relation',
      `<relation><column name="who"/><column name="age"/><row>${feel('"li"')}${feel('n')}</row><row>${feel('"wu"')}${feel('n + 1')}</row></relation>`,
      [
        { who: 'li', age: 3 },
        { who: 'wu', age: 4 },
      ],
    ],
    [
      'a function, and its call inside a context',
      `<context><contextEntry><variable name="twice"/><functionDefinition><formalParameter name="x"/>${feel('x * 2 + n')}</functionDefinition></contextEntry>
        <contextEntry>${feel('twice(10)')}</contextEntry></context>`,
      23,
    ],
    ['nothing', '<literalExpression><text/></literalExpression>', null],
  ])('is %s', async (_what, logic, value) => {
    expect(await decide(file(decision('d', logic)), 'd', { n: 3 })).toEqual({ ok: true, value });
  });

  it.each([
    [
      'a conditional',
      `<conditional><if>${feel('n > 2')}</if><then>${feel('"much"')}</then><else>${feel('"little"')}</else></conditional>`,
      'much',
    ],
    [
      'a filter, by the parts of the items',
      `<filter><in>${feel('[{age: 1}, {age: 5}]')}</in><match>${feel('age > n')}</match></filter>`,
      [{ age: 5 }],
    ],
    [
      'an iteration that sees what it gave before',
      `<for iteratorVariable="i"><in>${feel('[1..n]')}</in><return>${feel('i + count(partial)')}</return></for>`,
      [1, 3, 5],
    ],
    [
      'a test of every item',
      `<every iteratorVariable="i"><in>${feel('[1, 2, 3]')}</in><satisfies>${feel('i < n')}</satisfies></every>`,
      false,
    ],
    [
      'a test of some item',
      `<some iteratorVariable="i"><in>${feel('[1, 2, 3]')}</in><satisfies>${feel('i < n')}</satisfies></some>`,
      true,
    ],
  ])('of DMN 1.4 is %s', async (_what, logic, value) => {
    expect(await decide(file(decision('d', logic), '20211108'), 'd', { n: 3 })).toEqual({ ok: true, value });
  });

  it('of a table is read in DMN 1.1 and 1.2 as well', async () => {
    const table = `<decisionTable><input id="i"><inputExpression id="ie"><text>n</text></inputExpression></input><output id="o"/>
      <rule id="r"><inputEntry id="e"><text>&gt; 2</text></inputEntry><outputEntry id="f"><text>"much"</text></outputEntry></rule></decisionTable>`;

    expect(await decide(file(decision('d', table), '20180521'), 'd', { n: 3 })).toEqual({ ok: true, value: 'much' });
    const old = file(decision('d', table)).replace(
      'https://www.omg.org/spec/DMN/20191111/MODEL/',
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    );
    expect(await decide(old, 'd', { n: 3 })).toEqual({ ok: true, value: 'much' });
  });
});

describe('a business knowledge model', () => {
  const square = knowledge('square', ['side'], feel('side * side'));

  it('is invoked by the names of its parameters, or called in FEEL', async () => {
    const invoked = `<invocation><literalExpression><text>square</text></literalExpression>
      <binding><parameter name="side"/>${feel('n + 1')}</binding></invocation>`;
    const xml = file(
      square + decision('boxed', invoked, uses('square')) + decision('called', feel('square(side: n)'), uses('square')),
    );

    expect(await decide(xml, 'boxed', { n: 3 })).toEqual({ ok: true, value: 16 });
    expect(await decide(xml, 'called', { n: 3 })).toEqual({ ok: true, value: 9 });
  });

  it('may use others, and itself', async () => {
    const factorial = knowledge('factorial', ['k'], feel('if k < 2 then 1 else k * factorial(k - 1)'));
    const both = knowledge('both', ['k'], feel('square(k) + factorial(k)'), uses('square', 'factorial'));
    const xml = file(square + factorial + both + decision('d', feel('both(4)'), uses('both')));

    expect(await decide(xml, 'd')).toEqual({ ok: true, value: 40 });
  });

  it('that fails tells why, and by which decision', async () => {
    const table = `<decisionTable hitPolicy="UNIQUE"><output id="o"/>${['a', 'b'].map((id) => `<rule id="${id}"><outputEntry id="${id}o"><text>1</text></outputEntry></rule>`).join('')}</decisionTable>`;
    const invoked = '<invocation><literalExpression><text>clash</text></literalExpression></invocation>';
    const xml = file(knowledge('clash', [], table) + decision('d', invoked, uses('clash')));

    expect(await decide(xml, 'd')).toEqual({
      ok: false,
      message: 'decision "d": "clash": hit policy UNIQUE, but 2 rules of "clash" match',
    });
  });

  it('that never ends is stopped', async () => {
    const xml = file(knowledge('again', ['k'], feel('again(k + 1)')) + decision('d', feel('again(1)'), uses('again')));

    expect(await decide(xml, 'd')).toMatchObject({ ok: false });
  });

  it('is no decision that a task can name', async () => {
    const task = node('businessRuleTask', 't', 'lianban:decision="square"');
    const xml = model(node('startEvent', 's') + task + node('endEvent', 'e') + flows('s t', 't e'));

    expect(await problemsOf(['p.bpmn', xml], ['d.dmn', file(square)])).toEqual(['error t decision-unknown']);
  });
});

describe('a decision service', () => {
  const service = (outputs: string) =>
    `<inputData id="n" name="n"><variable name="n"/></inputData>
    <decisionService id="risk" name="risk"><variable name="risk"/>${outputs}<inputDecision href="#age"/><inputData href="#n"/></decisionService>`;
  const age = decision('age', feel('1000'));
  const score = decision('score', feel('age + n'), needs('age'));
  const level = decision('level', feel('if score > 10 then "high" else "low"'), needs('score'));

  it('is called like a function of its input decisions and input data', async () => {
    const xml = file(
      age +
        score +
        level +
        service('<outputDecision href="#level"/>') +
        decision('d', feel('risk(2, 3)'), uses('risk')),
    );

    expect(await decide(xml, 'd')).toEqual({ ok: true, value: 'low' });
  });

  it('gives several results by their names, and takes what it is given for its input decisions', async () => {
    const xml = file(age + score + level + service('<outputDecision href="#level"/><outputDecision href="#score"/>'));

    expect(await decide(xml, 'risk', { age: 20, n: 3 })).toEqual({ ok: true, value: { level: 'high', score: 23 } });
  });
});

describe('the values of decisions', () => {
  it('keep their types on the way to other decisions, and names may have spaces', async () => {
    const xml = file(
      decision('day', feel('date("2026-03-02")'), '', 'first day') +
        decision('d', feel('string(first day + duration("P1D"))'), needs('day')),
    );

    expect(await decide(xml, 'd')).toEqual({ ok: true, value: '2026-03-03' });
  });

  it('are dates where input data say so, although variables bring texts', async () => {
    const xml = file(
      `<inputData id="i" name="filed"><variable name="filed" typeRef="date"/></inputData>
      ${decision('d', feel('filed.year'), '<informationRequirement><requiredInput href="#i"/></informationRequirement>')}`,
    );

    expect(await decide(xml, 'd', { filed: '2026-03-02' })).toEqual({ ok: true, value: 2026 });
  });

  it('outside of the values that an input allows are a failure with its name', async () => {
    const table = `<decisionTable><input id="i" label="level"><inputExpression id="ie"><text>n</text></inputExpression><inputValues id="iv"><text>"low","high"</text></inputValues></input><output id="o"/>
      <rule id="r"><inputEntry id="e"><text>-</text></inputEntry><outputEntry id="f"><text>1</text></outputEntry></rule></decisionTable>`;

    expect(await decide(file(decision('d', table)), 'd', { n: 'low' })).toEqual({ ok: true, value: 1 });
    expect(await decide(file(decision('d', table)), 'd', { n: 'mid' })).toEqual({
      ok: false,
      message: 'decision "d": input "level" of "d" is "mid", but "low","high" is allowed',
    });
  });
});

describe('a DMN file', () => {
  it.each([
    ['a decision without logic, as a warning', decision('d', ''), ['warning d decision-empty']],
    [
      'a function in Java',
      `<businessKnowledgeModel id="j" name="j"><encapsulatedLogic kind="Java">${feel('1')}</encapsulatedLogic></businessKnowledgeModel>`,
      ['error j decision-unsupported'],
    ],
    [
      'FEEL that does not parse, wherever it is',
      decision('d', `<list>${feel('a + )')}</list>`),
      ['error d expression-syntax'],
    ],
    ['knowledge that is not there', decision('d', feel('1'), uses('gone')), ['error d decision-unknown']],
    [
      'a drawing of what is not there, as a warning',
      `${decision('d', feel('1'))}<dmndi:DMNDI><dmndi:DMNDiagram id="x"><dmndi:DMNShape id="s" dmnElementRef="gone"/></dmndi:DMNDiagram></dmndi:DMNDI>`,
      ['warning s reference-unresolved'],
    ],
  ])('is told of %s', async (_what, inside, problems) => {
    expect(await problemsOf(['d.dmn', file(inside)])).toEqual(problems);
  });
});
