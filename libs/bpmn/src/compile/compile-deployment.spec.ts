import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';
import { compileDeployment } from './compile-deployment.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const around = (middle: string, roots = '') => model(start + middle + end, roots);

const refused: readonly (readonly [reason: string, xml: string, problem: string])[] = [
  ['text that is not XML', 'hello', ': xml-syntax'],
  [
    'a DOCTYPE, and with it entity bombs and external entities',
    `<!DOCTYPE x [<!ENTITY a "b">]>${around('')}`,
    ': xml-doctype',
  ],
  ['a file without an executable process', around('').replace('isExecutable="true"', ''), ': process-missing'],
  ['two elements with one id', around(node('task', 's')), ': xml-content'],
  ['a flow whose target does not exist', around(flows('s nowhere')), 's-nowhere: reference-unresolved'],
  ['a flow without a target', around('<bpmn:sequenceFlow id="f" sourceRef="s"/>'), 'f: flow-dangling'],
  [
    'a flow across the border of a sub-process',
    around(node('subProcess', 'sub', '', node('startEvent', 'i') + node('task', 't')) + flows('s t')),
    's-t: flow-crosses-scope',
  ],
  ['an end without a start', model(end), 'p: start-missing'],
  ['a flow into a start event', around(node('task', 't') + flows('t s')), 's: start-incoming'],
  ['a flow out of an end event', around(node('task', 't') + flows('e t')), 'e: end-outgoing'],
  [
    'FEEL that does not parse, in a condition',
    around(node('exclusiveGateway', 'x', 'default="x-e"') + node('task', 't') + flows('s x', 'x t: a + )', 'x e')),
    'x-t: expression-syntax',
  ],
  [
    'a gateway flow without a condition',
    around(node('exclusiveGateway', 'x') + node('task', 't') + flows('s x', 'x t', 'x e: a')),
    'x-t: condition-missing',
  ],
  [
    'a timer that is no time',
    around(node('intermediateCatchEvent', 't', '', timer('Duration', '3 days')) + flows('s t', 't e')),
    't: timer-value',
  ],
  [
    'a calendar that does not exist',
    around(node('intermediateCatchEvent', 't', '', timer('Duration', 'P3D', 'lunar')) + flows('s t', 't e')),
    't: calendar-unknown',
  ],
  [
    'a decision that was not deployed',
    around(node('businessRuleTask', 't', 'lianban:decision="routing"') + flows('s t', 't e')),
    't: decision-unknown',
  ],
  [
    'an error boundary event that does not interrupt',
    around(
      node('task', 't') +
        boundary('b', 't', '<bpmn:errorEventDefinition/>', 'cancelActivity="false"') +
        flows('s t', 't e'),
    ),
    'b: boundary-error',
  ],
  [
    'a boundary event without a trigger',
    around(node('task', 't') + boundary('b', 't', '') + flows('s t', 't e')),
    'b: trigger-forbidden',
  ],
  [
    'a message event without a message',
    around(node('intermediateCatchEvent', 't', '', '<bpmn:messageEventDefinition/>') + flows('s t', 't e')),
    't: message-missing',
  ],
  [
    'a script in another language',
    around(node('scriptTask', 't', 'scriptFormat="groovy"', '<bpmn:script>1</bpmn:script>') + flows('s t', 't e')),
    't: script-language',
  ],
  [
    'a call that names no process',
    around(node('callActivity', 't') + flows('s t', 't e')),
    't: called-element-missing',
  ],
  [
    'an element that is no part of an executable process',
    around(node('choreographyTask', 't', 'initiatingParticipantRef="p"')),
    't: element-unsupported',
  ],
  [
    'a multi-instance activity that does not say how often',
    around(node('task', 't', '', '<bpmn:multiInstanceLoopCharacteristics/>') + flows('s t', 't e')),
    't: loop-count',
  ],
  ['a process with nothing in it', model(''), 'p: process-empty'],
  [
    'a trigger on the start of a sub-process',
    around(
      node('subProcess', 'sub', '', node('startEvent', 'i', '', timer('Duration', 'PT1H'))) + flows('s sub', 'sub e'),
    ),
    'i: start-trigger',
  ],
  [
    'a timer at an end event',
    model(start + node('endEvent', 'x', '', timer('Duration', 'PT1H'))),
    'x: trigger-forbidden',
  ],
  [
    'an error end event without an error',
    model(start + node('endEvent', 'x', '', '<bpmn:errorEventDefinition/>')),
    'x: error-missing',
  ],
  [
    'a boundary event on a gateway',
    around(node('parallelGateway', 'g') + boundary('b', 'g', timer('Duration', 'PT1H'))),
    'b: boundary-host',
  ],
  [
    'a flow into a boundary event',
    around(node('task', 't') + boundary('b', 't', timer('Duration', 'PT1H')) + flows('s t', 't b')),
    'b: boundary-incoming',
  ],
  [
    'a default flow that leaves another node',
    around(node('task', 't', 'default="s-t"') + flows('s t', 't e')),
    't: default-flow',
  ],
  [
    'a signal event without a signal',
    around(node('intermediateCatchEvent', 't', '', '<bpmn:signalEventDefinition/>') + flows('s t', 't e')),
    't: signal-missing',
  ],
  ['a script task without a script', around(node('scriptTask', 't') + flows('s t', 't e')), 't: script-missing'],
  [
    'a conditional event without a condition',
    around(node('intermediateCatchEvent', 't', '', '<bpmn:conditionalEventDefinition/>') + flows('s t', 't e')),
    't: condition-missing',
  ],
  ['a file of 20 million characters', ' '.repeat(20_000_001), ': file-too-large'],
  [
    'a condition out of a parallel gateway, as a warning',
    around(node('parallelGateway', 'g') + flows('s g', 'g e: a')),
    'g-e: condition-ignored',
  ],
];

describe('deployment refuses', () => {
  it.each(refused)('%s', async (_reason, xml, problem) => {
    expect(await problemsOf(xml)).toContain(problem);
  });

  it('decisions that require each other, or what is not there', async () => {
    const decision = (id: string, required: string) =>
      `<decision id="${id}" name="${id}"><informationRequirement id="${id}r"><requiredDecision href="#${required}"/></informationRequirement>
        <literalExpression id="${id}l"><text>1</text></literalExpression></decision>`;
    const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">${decision('a', 'b')}${decision('b', 'a')}${decision('c', 'gone')}</definitions>`;

    expect(await problemsOf(around(flows('s e')), dmn)).toEqual(
      expect.arrayContaining(['a: decision-circle', 'b: decision-circle', 'c: decision-unknown']),
    );
  });

  it('a process that two files define', async () => {
    expect(await problemsOf(around(flows('s e')), around(flows('s e')))).toContain('p: process-duplicate');
  });

  it('everything when one thing is wrong, and tells the place of a wrong expression', async () => {
    const wrong = around(
      node('scriptTask', 't', 'scriptFormat="feel"', '<bpmn:script>a + )</bpmn:script>') + flows('s t', 't e'),
    );

    const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: wrong }]);

    expect(definitions).toBeUndefined();
    expect(problems).toMatchObject([
      { file: 'p.bpmn', element: 't', message: 'FEEL "a + )" is wrong at character 5, near ")"' },
    ]);
  });
});

describe('deployment accepts', () => {
  it('a sound model without a word', async () => {
    expect(await problemsOf(around(node('userTask', 'a') + flows('s a', 'a e')))).toEqual([]);
  });

  it('conditions as other tools write them', async () => {
    const dollar = "${category == 'noise' &amp;&amp; !closed}";
    const xml = around(
      node('exclusiveGateway', 'x', 'default="x-e"') + node('task', 't') + flows(`s x`, `x t: ${dollar}`, 'x e'),
    );

    const { definitions } = await compileDeployment([{ name: 'p.bpmn', content: xml }]);

    expect(definitions?.processes.get('p')?.flows.get('x-t')?.condition).toMatchObject({
      feel: 'category = "noise"  and  not(closed)',
    });
  });

  it('ten thousand elements in seconds', async () => {
    const tasks = Array.from({ length: 5_000 }, (_, index) => node('task', `t${index}`)).join('');
    const chain = flows('s t0', ...Array.from({ length: 4_999 }, (_, index) => `t${index} t${index + 1}`), 't4999 e');

    expect(await problemsOf(around(tasks + chain))).toEqual([]);
  });
});
