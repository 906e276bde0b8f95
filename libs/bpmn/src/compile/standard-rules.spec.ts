import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../testing/check.js';
import { boundary, flows, model, node } from '../testing/model.js';
import { compileDeployment } from './compile-deployment.js';

const roots = `<bpmn:message id="m" name="m"/><bpmn:error id="er" errorCode="E"/><bpmn:error id="bare"/>
  <bpmn:escalation id="quiet" name="quiet"/>`;
const ends = node('startEvent', 's') + node('endEvent', 'e');
const around = (middle: string, ...drawn: string[]) => model(ends + middle + flows(...drawn), roots);
const inner = (id: string, middle: string, ...drawn: string[]) =>
  node('subProcess', id, '', node('startEvent', `${id}s`) + node('endEvent', `${id}e`) + middle + flows(...drawn));
const compensation = '<bpmn:compensateEventDefinition/>';
const compensate = (activity: string) => `<bpmn:compensateEventDefinition activityRef="${activity}"/>`;
const handler = `${node('task', 'h', 'isForCompensation="true"')}<bpmn:association id="as" sourceRef="b" targetRef="h"/>`;
const onCompensation = node(
  'subProcess',
  'v',
  'triggeredByEvent="true"',
  node('startEvent', 'vs', '', compensation) + node('endEvent', 've') + flows('vs ve'),
);
const withPools = (flow: string, xml: string) =>
  xml.replace(
    '<bpmn:process',
    `<bpmn:collaboration id="c"><bpmn:participant id="own" processRef="p"/><bpmn:participant id="other"/>${flow}</bpmn:collaboration><bpmn:process`,
  );
const messageFlow = (source: string, target: string) =>
  `<bpmn:messageFlow id="mf" sourceRef="${source}" targetRef="${target}"/>`;

const refused: readonly (readonly [reason: string, xml: string, problem: string])[] = [
  [
    'an error end event whose error has no code',
    model(node('startEvent', 's') + node('endEvent', 'x', '', '<bpmn:errorEventDefinition errorRef="bare"/>'), roots),
    'x: error-missing',
  ],
  [
    'an escalation that is thrown without a code',
    around(
      node('intermediateThrowEvent', 't', '', '<bpmn:escalationEventDefinition escalationRef="quiet"/>'),
      's t',
      't e',
    ),
    't: escalation-missing',
  ],
  [
    'compensation of an activity inside another scope',
    around(
      inner('u', node('task', 'a'), 'us a', 'a ue') + node('intermediateThrowEvent', 't', '', compensate('a')),
      's u',
      'u t',
      't e',
    ),
    't: compensation-scope',
  ],
  [
    'compensation of an activity of the scope around',
    around(
      node('task', 'a') + inner('u', node('intermediateThrowEvent', 't', '', compensate('a')), 'us t', 't ue'),
      's a',
      'a u',
      'u e',
    ),
    't: compensation-scope',
  ],
  [
    'a sub-process with two compensation handlers, inside and outside',
    around(inner('u', onCompensation, 'us ue') + boundary('b', 'u', compensation) + handler, 's u', 'u e'),
    'b: catch-duplicate',
  ],
  [
    'a compensation event sub-process at the top',
    around(node('task', 'a') + onCompensation, 's a', 'a e'),
    'vs: compensation-top',
  ],
  [
    'a boundary event in another scope than its activity',
    around(
      node('task', 'a') +
        inner(
          'u',
          boundary('b', 'a', '<bpmn:errorEventDefinition errorRef="er"/>') + node('task', 'x'),
          'us ue',
          'b x',
        ),
      's a',
      'a u',
      'u e',
    ),
    'b: boundary-scope',
  ],
  [
    'a gateway that diverges although it says that it converges',
    around(node('parallelGateway', 'g', 'gatewayDirection="Converging"') + node('task', 'a'), 's g', 'g a', 'g e'),
    'g: gateway-direction',
  ],
  [
    'a receive task that starts the process behind another task',
    around(node('task', 'a') + node('receiveTask', 'r', 'instantiate="true" messageRef="m"'), 's a', 'a r', 'r e'),
    'r: receive-start',
  ],
  [
    'a negative number of instances',
    around(
      node(
        'task',
        'a',
        '',
        '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>-1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
      ),
      's a',
      'a e',
    ),
    'a: loop-count',
  ],
  [
    'two sources of a data association and no word what to make of them',
    around(
      `<bpmn:dataObject id="d1"/><bpmn:dataObject id="d2"/><bpmn:dataObject id="d3"/>${node(
        'task',
        'a',
        '',
        '<bpmn:dataInputAssociation><bpmn:sourceRef>d1</bpmn:sourceRef><bpmn:sourceRef>d2</bpmn:sourceRef><bpmn:targetRef>d3</bpmn:targetRef></bpmn:dataInputAssociation>',
      )}`,
      's a',
      'a e',
    ),
    'a: data-sources',
  ],
  [
    'a message flow inside one pool',
    withPools(messageFlow('a', 'x'), around(node('task', 'a') + node('task', 'x'), 's a', 'a x', 'x e')),
    'mf: message-flow',
  ],
  ['a message flow out of a start event', withPools(messageFlow('s', 'other'), around('', 's e')), 'mf: message-flow'],
  ['a message flow into an end event', withPools(messageFlow('other', 'e'), around('', 's e')), 'mf: message-flow'],
];

describe('deployment refuses what the standard forbids', () => {
  it.each(refused)('%s', async (_reason, xml, problem) => {
    expect(await problemsOf(xml)).toContain(problem);
  });

  it('candidate groups of nobody, on a task or its lane', async () => {
    const lane = '<bpmn:laneSet id="ls"><bpmn:lane id="l" lianban:candidateGroups="ghosts"/></bpmn:laneSet>';
    const xml = around(lane + node('userTask', 'a', 'lianban:candidateGroups="clerk, gohsts"'), 's a', 'a e');

    const { problems } = await compileDeployment([{ name: 'p.bpmn', content: xml }], { groups: new Set(['clerk']) });

    expect(problems.map(({ element, message }) => [element, message])).toEqual([
      ['l', 'candidate group "ghosts" is neither a role nor a unit; name one that exists, or add it'],
      ['a', 'candidate group "gohsts" is neither a role nor a unit; name one that exists, or add it'],
    ]);
  });

  it('a call of a process that only events start', async () => {
    const callee = model(
      node('startEvent', 's', '', '<bpmn:messageEventDefinition messageRef="m"/>') +
        node('endEvent', 'e') +
        flows('s e'),
      roots,
    ).replace('id="p"', 'id="q"');
    const caller = around(node('callActivity', 'c', 'calledElement="q"'), 's c', 'c e');

    expect(await problemsOf(caller, callee)).toEqual(['c: called-start']);
  });
});

describe('deployment accepts', () => {
  it.each([
    ['a message flow to another pool', withPools(messageFlow('a', 'other'), around(node('task', 'a'), 's a', 'a e'))],
    [
      'compensation of an activity from the event sub-process beside it',
      around(
        node('task', 'a') +
          node(
            'subProcess',
            'v',
            'triggeredByEvent="true"',
            node('startEvent', 'vs', '', '<bpmn:errorEventDefinition/>') +
              node('endEvent', 've', '', compensate('a')) +
              flows('vs ve'),
          ),
        's a',
        'a e',
      ),
    ],
    [
      'an error without a code where it is caught: it catches all',
      around(
        node('task', 'a') + boundary('b', 'a', '<bpmn:errorEventDefinition errorRef="bare"/>'),
        's a',
        'a e',
        'b e',
      ),
    ],
  ])('%s', async (_what, xml) => {
    expect(await problemsOf(xml)).toEqual([]);
  });
});
