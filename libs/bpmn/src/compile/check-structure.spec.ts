import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const def = (kind: string, attributes = '') => `<bpmn:${kind}EventDefinition ${attributes}/>`;
const roots = '<bpmn:message id="m" name="news"/><bpmn:signal id="g"/><bpmn:error id="e1" errorCode="E1"/>';
const around = (middle: string) => model(start + middle + end, roots);
const catching = (id: string, definition: string) => node('intermediateCatchEvent', id, '', definition);
const later = timer('Duration', 'PT1H');
const byMessage = def('message', 'messageRef="m"');
const byError = def('error', 'errorRef="e1"');

/** An event sub-process in a process that runs from start to end. */
const eventSub = (inside: string, more = '') =>
  around(node('subProcess', 'h', 'triggeredByEvent="true"', inside) + more + flows('s e'));

const refused: readonly (readonly [reason: string, xml: string, problem: string])[] = [
  ['an event sub-process without a start event', eventSub(node('task', 't')), 'h: event-sub-process-start'],
  ['one with a start event that nothing triggers', eventSub(node('startEvent', 'hs')), 'hs: trigger-forbidden'],
  ['one that a link starts', eventSub(node('startEvent', 'hs', '', def('link', 'name="l"'))), 'hs: trigger-forbidden'],
  [
    'an error start event that does not interrupt',
    eventSub(node('startEvent', 'hs', 'isInterrupting="false"', byError)),
    'hs: start-interrupting',
  ],
  [
    'a flow into an event sub-process',
    around(
      node('subProcess', 'h', 'triggeredByEvent="true"', node('startEvent', 'hs', '', byMessage)) + flows('s h', 'h e'),
    ),
    'h: event-sub-process-flow',
  ],
  [
    'two event sub-processes for the same error',
    eventSub(
      node('startEvent', 'hs', '', byError),
      node('subProcess', 'i', 'triggeredByEvent="true"', node('startEvent', 'is', '', byError)),
    ),
    'is: catch-duplicate',
  ],
  [
    'an error start event of a process',
    model(node('startEvent', 's', '', byError) + end + flows('s e'), roots),
    's: trigger-forbidden',
  ],
  [
    'a cancel end event outside a transaction',
    model(start + node('endEvent', 'x', '', def('cancel')) + flows('s x')),
    'x: cancel-outside',
  ],
  [
    'a cancel boundary event on a task',
    around(node('task', 't') + boundary('b', 't', def('cancel')) + flows('s t', 't e', 'b e')),
    'b: cancel-outside',
  ],
  [
    'a compensation boundary event without a handler',
    around(node('task', 't') + boundary('b', 't', def('compensate')) + flows('s t', 't e')),
    'b: handler-missing',
  ],
  [
    'a compensation handler in the flow',
    around(node('task', 't', 'isForCompensation="true"') + flows('s t', 't e')),
    't: handler-flow',
  ],
  [
    'a compensation that is caught in the flow',
    around(catching('t', def('compensate')) + flows('s t', 't e')),
    't: trigger-forbidden',
  ],
  [
    'a link that is caught nowhere',
    around(node('intermediateThrowEvent', 't', '', def('link', 'name="on"')) + flows('s t')),
    't: link-uncaught',
  ],
  ['a link that is thrown nowhere', around(catching('t', def('link', 'name="on"')) + flows('t e')), 't: link-unthrown'],
  [
    'a link with a flow on the wrong side',
    around(
      node('intermediateThrowEvent', 't', '', def('link', 'name="on"')) +
        catching('c', def('link', 'name="on"')) +
        flows('s t', 't e', 'c e'),
    ),
    't: link-flow',
  ],
  [
    'an intermediate event that no flow leads to',
    around(catching('t', later) + flows('s e', 't e')),
    't: event-incoming',
  ],
  ['an intermediate event that leads nowhere', around(catching('t', later) + flows('s t')), 't: event-outgoing'],
  [
    'a boundary event that leads nowhere',
    around(node('task', 't') + boundary('b', 't', later) + flows('s t', 't e')),
    'b: boundary-outgoing',
  ],
  [
    'an event-based gateway with one flow',
    around(node('eventBasedGateway', 'x') + catching('t', later) + flows('s x', 'x t', 't e')),
    'x: event-gateway-flows',
  ],
  [
    'a task behind an event-based gateway',
    around(
      node('eventBasedGateway', 'x') +
        catching('t', later) +
        node('userTask', 'u') +
        flows('s x', 'x t', 'x u', 't e', 'u e'),
    ),
    'u: event-gateway-target',
  ],
  [
    'message events and receive tasks behind one event-based gateway',
    around(
      node('eventBasedGateway', 'x') +
        catching('t', byMessage) +
        node('receiveTask', 'r', 'messageRef="m"') +
        flows('s x', 'x t', 'x r', 't e', 'r e'),
    ),
    'x: event-gateway-mixed',
  ],
  [
    'a condition behind an event-based gateway',
    around(
      node('eventBasedGateway', 'x') +
        catching('t', later) +
        catching('u', byMessage) +
        flows('s x', 'x t: a', 'x u', 't e', 'u e'),
    ),
    'x-t: event-gateway-condition',
  ],
  ['an empty ad-hoc sub-process', around(node('adHocSubProcess', 'h') + flows('s h', 'h e')), 'h: ad-hoc-empty'],
  [
    'a start event in an ad-hoc sub-process',
    around(node('adHocSubProcess', 'h', '', node('task', 't') + node('startEvent', 'hs')) + flows('s h', 'h e')),
    'hs: ad-hoc-event',
  ],
  ['a gateway without any flow', around(node('exclusiveGateway', 'x') + flows('s e')), 'x: gateway-unconnected'],
  ['a lone conditional flow out of a task', around(node('task', 't') + flows('s t', 't e: a')), 't-e: condition-alone'],
  [
    'an activity that needs no token to begin',
    around(node('task', 't', 'startQuantity="0"') + flows('s t', 't e')),
    't: quantity',
  ],
  [
    'an escalation that is thrown without a name',
    model(start + node('endEvent', 'x', '', def('escalation')) + flows('s x')),
    'x: escalation-missing',
  ],
  [
    'the compensation of something that is no activity',
    around(node('intermediateThrowEvent', 't', '', def('compensate', 'activityRef="s"')) + flows('s t', 't e')),
    't: compensation-activity',
  ],
];

describe('a diagram is refused for', () => {
  it.each(refused)('%s', async (_reason, xml, problem) => {
    expect(await problemsOf(xml)).toContain(problem);
  });
});

describe('a diagram is doubted for', () => {
  it.each([
    ['a node that no flow leads to', around(node('task', 't') + flows('s e')), 't: node-unreachable'],
    [
      'a loop without an end',
      around(node('userTask', 't', '', '<bpmn:standardLoopCharacteristics/>') + flows('s t', 't e')),
      't: loop-endless',
    ],
    [
      'a handler that nothing uses',
      around(node('task', 't', 'isForCompensation="true"') + flows('s e')),
      't: handler-unused',
    ],
  ])('%s', async (_reason, xml, problem) => {
    expect(await problemsOf(xml)).toEqual([problem]);
  });
});
