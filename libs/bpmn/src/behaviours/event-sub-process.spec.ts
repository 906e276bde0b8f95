import { describe, it } from '@jest/globals';
import { check } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const roots =
  '<bpmn:message id="m" name="news"/><bpmn:signal id="g" name="alarm"/>' +
  '<bpmn:error id="e1" errorCode="E1"/><bpmn:escalation id="x1" escalationCode="X1"/>';
const byMessage = '<bpmn:messageEventDefinition messageRef="m"/>';
const byError = '<bpmn:errorEventDefinition errorRef="e1"/>';
const byEscalation = '<bpmn:escalationEventDefinition escalationRef="x1"/>';

/** An event sub-process `h` with its start `hs` and a user task `ht`. */
function handler(definition: string, interrupting = true, inside = node('userTask', 'ht') + flows('hs ht')): string {
  const startEvent = node('startEvent', 'hs', `isInterrupting="${interrupting}"`, definition);
  return node('subProcess', 'h', 'triggeredByEvent="true"', startEvent + inside);
}

/** A process of one sub-process `sub` with a user task `t` and the handler inside. */
function around(inside: string, more = ''): string {
  const flow = node('startEvent', 'is') + node('userTask', 't') + node('endEvent', 'ie') + flows('is t', 't ie');
  return model(
    node('startEvent', 's') +
      node('subProcess', 'sub', '', flow + inside) +
      node('endEvent', 'e') +
      flows('s sub', 'sub e') +
      more,
    roots,
  );
}

describe('an event sub-process', () => {
  it('that interrupts ends everything else in its scope; the scope goes on to its own end', async () => {
    await check(around(handler(byMessage)), {
      steps: [{ message: { name: 'news' } }, { expect: { waitingExactly: ['ht'] } }, { complete: 'ht' }],
      expect: { state: 'completed', completed: ['hs', 'ht', 'h', 'sub', 'e'], notVisited: ['ie'] },
    });
  });

  it('that does not interrupt runs beside the scope, as often as its event comes', async () => {
    await check(around(handler(byMessage, false)), {
      steps: [
        { message: { name: 'news' } },
        { message: { name: 'news' } },
        { expect: { waitingExactly: ['t', 'ht', 'ht'] } },
        { complete: 't' },
        { complete: 'ht' },
        { expect: { state: 'active', notVisited: ['e'] } },
        { complete: 'ht' },
      ],
      expect: { state: 'completed', completed: ['ie', 'h', 'h', 'sub', 'e'] },
    });
  });

  it('no longer listens when its scope has ended', async () => {
    await check(around(handler(byMessage), node('userTask', 'after')), {
      steps: [{ complete: 't' }, { message: { name: 'news' } }],
      expect: { state: 'completed', notVisited: ['h', 'hs'] },
    });
  });

  it.each([
    ['a signal', '<bpmn:signalEventDefinition signalRef="g"/>', { signal: { name: 'alarm' } }],
    ['a timer', timer('Duration', 'PT1H'), { advance: 'PT1H' }],
    [
      'a condition',
      '<bpmn:conditionalEventDefinition><bpmn:condition>n &gt; 1</bpmn:condition></bpmn:conditionalEventDefinition>',
      { set: { n: 2 } },
    ],
    ['an error', byError, { throwError: { element: 't', code: 'E1' } }],
    ['an escalation', byEscalation, { throwEscalation: { element: 't', code: 'X1' } }],
  ])('is started by %s', async (_name, definition, step) => {
    await check(around(handler(definition)), {
      steps: [step],
      expect: { state: 'active', waitingExactly: ['ht'], notVisited: ['ie'] },
    });
  });

  it('of the process itself catches what is thrown in a sub-process', async () => {
    const xml = model(
      node('startEvent', 's') +
        node('subProcess', 'sub', '', node('startEvent', 'is') + node('serviceTask', 't') + flows('is t')) +
        flows('s sub') +
        handler(byError),
      roots,
    );
    await check(xml, {
      steps: [{ throwError: { element: 't', code: 'E1' } }, { complete: 'ht' }],
      expect: { state: 'completed', completed: ['hs', 'ht', 'h'], notVisited: [] },
    });
  });

  it('catches before a boundary event of its scope does', async () => {
    const outside = boundary('b', 'sub', byError) + node('task', 'bt') + flows('b bt');
    await check(around(handler(byError), outside), {
      steps: [{ throwError: { element: 't', code: 'E1' } }],
      expect: { waitingExactly: ['ht'], notVisited: ['b'] },
    });
  });

  it('throws its own error outwards, to the boundary of its scope', async () => {
    const inside = node('endEvent', 'thrown', '', byError) + flows('hs thrown');
    const outside = boundary('b', 'sub', byError) + node('task', 'bt') + flows('b bt');
    await check(around(handler(byError, true, inside), outside), {
      steps: [{ throwError: { element: 't', code: 'E1' } }],
      expect: { state: 'completed', completed: ['hs', 'thrown', 'b', 'bt'], notVisited: ['e'] },
    });
  });

  it('does not catch what it throws itself', async () => {
    const inside = node('endEvent', 'again', '', byEscalation) + flows('hs again');
    await check(around(handler(byEscalation, false, inside)), {
      steps: [{ throwEscalation: { element: 't', code: 'X1' } }],
      expect: { state: 'active', completed: ['hs', 'again', 'h'], waitingExactly: ['t'] },
    });
  });

  it('of a cycle runs at every round', async () => {
    const inside = node('endEvent', 'he') + flows('hs he');
    await check(around(handler(timer('Cycle', 'R3/PT1H'), false, inside)), {
      steps: [{ advance: 'PT10H' }, { complete: 't' }],
      expect: { state: 'completed', completed: ['he', 'he', 'he', 'e'] },
    });
  });

  it('takes the code and message of an error into variables', async () => {
    const definition =
      '<bpmn:errorEventDefinition camunda:errorCodeVariable="code" camunda:errorMessageVariable="why"/>';
    await check(around(handler(definition)), {
      steps: [{ throwError: { element: 't', code: 'E7', message: 'no such street' } }],
      expect: { waitingExactly: ['ht'], variables: { code: 'E7', why: 'no such street' } },
    });
  });
});
