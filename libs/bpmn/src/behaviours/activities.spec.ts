import { describe, expect, it } from '@jest/globals';
import { check } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const extension = (content: string) => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;

describe('the script task', () => {
  it('puts the value of its script into the result variable', () =>
    check(
      model(
        start +
          node(
            'scriptTask',
            't',
            'scriptFormat="feel" lianban:resultVariable="r"',
            '<bpmn:script>n * 2</bpmn:script>',
          ) +
          end +
          flows('s t', 't e'),
      ),
      {
        start: { variables: { n: 21 } },
        expect: { state: 'completed', variables: { r: 42 } },
      },
    ));
  it('reads the time of the step, not the machine', () =>
    check(
      model(
        start +
          node(
            'scriptTask',
            't',
            'scriptFormat="feel" lianban:resultVariable="r"',
            '<bpmn:script>string(today())</bpmn:script>',
          ) +
          end +
          flows('s t', 't e'),
      ),
      {
        start: { at: '2019-05-05T09:00:00Z' },
        expect: { variables: { r: '2019-05-05' } },
      },
    ));
});

describe('the service task', () => {
  const xml = model(start + node('serviceTask', 't', 'lianban:topic="mail"') + end + flows('s t', 't e'));

  it('waits for its job', () =>
    check(xml, {
      steps: [{ expect: { waitingExactly: ['t'] } }, { complete: 't', variables: { sent: true } }],
      expect: { state: 'completed', variables: { sent: true } },
    }));
  it('is held as an incident when the job fails, and offered again after a retry', () =>
    check(xml, {
      steps: [
        { fail: { element: 't', message: 'no route' } },
        { expect: { state: 'incident', incidents: ['t'] } },
        { retry: { element: 't' } },
        { complete: 't' },
      ],
      expect: { state: 'completed' },
    }));
});

describe('mappings', () => {
  it('give the activity its locals and take only what the outputs name', () => {
    const io = extension('<lianban:input source="n + 1" target="m"/><lianban:output source="m * answer" target="r"/>');
    return check(model(start + node('userTask', 't', '', io) + end + flows('s t', 't e')), {
      start: { variables: { n: 1 } },
      steps: [{ complete: 't', variables: { answer: 10, noise: true } }],
      expect: { state: 'completed', variables: { n: 1, r: 20 } },
    });
  });
});

describe('the sub-process', () => {
  const inner =
    node('startEvent', 'is') +
    node('userTask', 'a') +
    node('userTask', 'b') +
    node('endEvent', 'ie') +
    flows('is a', 'is b', 'a ie', 'b ie');

  it('ends when no token is left inside', () =>
    check(model(start + node('subProcess', 'sub', '', inner) + end + flows('s sub', 'sub e')), {
      steps: [{ complete: 'a' }, { expect: { waitingExactly: ['b'], notVisited: ['e'] } }, { complete: 'b' }],
      expect: { state: 'completed', completed: ['a', 'b', 'sub', 'e'] },
    }));
  it('is ended with everything inside by an interrupting boundary event', () =>
    check(
      model(
        start +
          node('subProcess', 'sub', '', inner) +
          boundary('t', 'sub', timer('Duration', 'PT1H')) +
          node('userTask', 'late') +
          end +
          flows('s sub', 'sub e', 't late'),
      ),
      {
        steps: [{ advance: 'PT1H' }],
        expect: { waitingExactly: ['late'], notVisited: ['e', 'ie'] },
      },
    ));
  it('is ended alone by a terminate event inside', () =>
    check(
      model(
        start +
          node(
            'subProcess',
            'sub',
            '',
            node('startEvent', 'is') +
              node('userTask', 'a') +
              node('task', 'b') +
              node('endEvent', 'stop', '', '<bpmn:terminateEventDefinition/>') +
              flows('is a', 'is b', 'b stop'),
          ) +
          node('userTask', 'next') +
          flows('s sub', 'sub next'),
      ),
      { expect: { waitingExactly: ['next'], completed: ['b', 'stop', 'sub'] } },
    ));
});

describe('the call activity', () => {
  const called = model(
    node('startEvent', 'cs') + node('userTask', 'ct') + node('endEvent', 'ce') + flows('cs ct', 'ct ce'),
  ).replace('id="p"', 'id="called"');
  const failing = model(
    node('startEvent', 'cs') +
      node('endEvent', 'ce', '', '<bpmn:errorEventDefinition errorRef="err"/>') +
      flows('cs ce'),
    '<bpmn:error id="err" errorCode="E1"/>',
  ).replace('id="p"', 'id="called"');
  const caller = model(
    start +
      node('callActivity', 'call', 'calledElement="called"') +
      boundary('caught', 'call', '<bpmn:errorEventDefinition errorRef="err"/>') +
      node('userTask', 'other') +
      end +
      flows('s call', 'call e', 'caught other'),
    '<bpmn:error id="err" errorCode="E1"/>',
  );

  it('runs another process and takes its variables back', () =>
    check(caller, {
      files: [{ name: 'called.bpmn', content: called }],
      start: { variables: { n: 1 } },
      steps: [{ expect: { waitingExactly: ['ct'] } }, { complete: 'ct', variables: { n: 2 } }],
      expect: {
        state: 'completed',
        variables: { n: 2 },
        instances: [{ process: 'called', state: 'completed', count: 1 }],
      },
    }));
  it('catches the error of the process that it called', () =>
    check(caller, {
      files: [{ name: 'called.bpmn', content: failing }],
      expect: { waitingExactly: ['other'], notVisited: ['e'] },
    }));
  it('is held as an incident when there is no such process', () =>
    check(caller, { expect: { state: 'incident', incidents: ['call'] } }));
});

describe('errors', () => {
  const roots = '<bpmn:error id="e1" errorCode="E1"/><bpmn:error id="e2" errorCode="E2"/>';
  const catching = (id: string, host: string, ref?: string) =>
    boundary(id, host, `<bpmn:errorEventDefinition${ref ? ` errorRef="${ref}"` : ''}/>`);
  const nested = model(
    start +
      node(
        'subProcess',
        'sub',
        '',
        node('startEvent', 'is') +
          node('userTask', 'a') +
          catching('inner', 'a', 'e1') +
          node('userTask', 'near') +
          flows('is a', 'inner near'),
      ) +
      catching('all', 'sub') +
      catching('two', 'sub', 'e2') +
      node('userTask', 'far') +
      node('userTask', 'farther') +
      flows('s sub', 'two far', 'all farther'),
    roots,
  );

  it('are caught by the innermost event that names the code', () =>
    check(nested, { steps: [{ throwError: { element: 'a', code: 'E1' } }], expect: { waitingExactly: ['near'] } }));
  it('go outwards, where the event that names the code comes before the one that names none', () =>
    check(nested, { steps: [{ throwError: { element: 'a', code: 'E2' } }], expect: { waitingExactly: ['far'] } }));
  it('are caught by an event without a code when nobody names it', () =>
    check(nested, { steps: [{ throwError: { element: 'a', code: 'E9' } }], expect: { waitingExactly: ['farther'] } }));
  it('that nobody catches hold the element as an incident', () =>
    check(model(start + node('userTask', 'a') + end + flows('s a', 'a e')), {
      steps: [{ throwError: { element: 'a', code: 'E1' } }],
      expect: { state: 'incident', incidents: ['a'] },
    }));
});

describe('decisions', () => {
  const rule = (id: string, test: string, output: string) =>
    `<rule id="${id}"><inputEntry id="${id}i"><text>${test}</text></inputEntry><outputEntry id="${id}o"><text>${output}</text></outputEntry></rule>`;
  const dmn = (policy: string) =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"><decision id="size" name="size"><decisionTable id="t" ${policy}>
      <input id="i"><inputExpression id="ie"><text>n</text></inputExpression></input>
      <output id="o" name="size"><outputValues id="ov"><text>"big","small"</text></outputValues></output>
      ${rule('r1', '&gt; 1', '"small"')}${rule('r2', '&gt; 5', '"big"')}${rule('r3', '&gt; 8', '"big"')}</decisionTable></decision></definitions>`;
  const xml = model(
    start +
      node('businessRuleTask', 't', 'lianban:decision="size" lianban:resultVariable="r"') +
      end +
      flows('s t', 't e'),
  );
  const deciding = (policy: string, n: number, r: unknown) =>
    check(xml, {
      files: [{ name: 'size.dmn', content: dmn(policy) }],
      start: { variables: { n } },
      expect: { state: 'completed', variables: { r } },
    });

  it('follow every hit policy', async () => {
    await deciding('hitPolicy="FIRST"', 7, 'small');
    await deciding('hitPolicy="UNIQUE"', 2, 'small');
    await deciding('hitPolicy="ANY"', 2, 'small');
    await deciding('hitPolicy="PRIORITY"', 7, 'big');
    await deciding('hitPolicy="OUTPUT ORDER"', 7, ['big', 'small']);
    await deciding('hitPolicy="RULE ORDER"', 7, ['small', 'big']);
    await deciding('hitPolicy="COLLECT"', 9, ['small', 'big', 'big']);
    await deciding('hitPolicy="FIRST"', 0, null);
  });
  it('become an incident when UNIQUE matches twice', async () => {
    const files = [{ name: 'size.dmn', content: dmn('hitPolicy="UNIQUE"') }];
    await check(xml, { files, start: { variables: { n: 7 } }, expect: { state: 'incident', incidents: ['t'] } });
    expect.hasAssertions();
  });
});
