import { describe, it } from '@jest/globals';
import { check } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');

describe('the exclusive gateway', () => {
  const split = model(
    start +
      node('exclusiveGateway', 'x', 'default="x-c"') +
      node('userTask', 'a') +
      node('userTask', 'b') +
      node('userTask', 'c') +
      flows('s x', 'x c', 'x a: n > 1', 'x b: n > 0'),
  );

  it('takes the first true flow in document order', () =>
    check(split, { start: { variables: { n: 5 } }, expect: { waitingExactly: ['a'] } }));
  it('looks at later flows when earlier ones are false', () =>
    check(split, { start: { variables: { n: 1 } }, expect: { waitingExactly: ['b'] } }));
  it('takes the default flow when no condition is true, wherever it stands', () =>
    check(split, { start: { variables: { n: 0 } }, expect: { waitingExactly: ['c'] } }));
  it('passes every token on at once when it merges', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('exclusiveGateway', 'x') +
          node('userTask', 'a') +
          node('task', 't') +
          node('task', 'u') +
          flows('s f', 'f t', 'f u', 't x', 'u x', 'x a'),
      ),
      { expect: { waitingExactly: ['a', 'a'] } },
    ));
  it('becomes an incident when no condition is true and there is no default, and goes on after the data were mended', () =>
    check(
      model(
        start +
          node('exclusiveGateway', 'x') +
          node('userTask', 'a') +
          node('userTask', 'b') +
          flows('s x', 'x a: n = 1', 'x b: n = 2'),
      ),
      {
        start: { variables: { n: 3 } },
        steps: [
          { expect: { state: 'incident', incidents: ['x'], waitingExactly: [] } },
          { set: { n: 2 } },
          { retry: { element: 'x' } },
        ],
        expect: { state: 'active', waitingExactly: ['b'] },
      },
    ));
});

describe('the parallel gateway', () => {
  it('waits for a token on each incoming flow, and keeps none', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('userTask', 'a') +
          node('userTask', 'b') +
          node('parallelGateway', 'j') +
          node('userTask', 'c') +
          end +
          flows('s f', 'f a', 'f b', 'a j', 'b j', 'j c', 'c e'),
      ),
      {
        steps: [
          { complete: 'a' },
          { expect: { waitingExactly: ['b'], notVisited: ['j'] } },
          { complete: 'b' },
          { expect: { waitingExactly: ['c'], completed: ['f', 'a', 'b', 'j'] } },
          { complete: 'c' },
        ],
        expect: { state: 'completed' },
      },
    ));
  it('counts flows, not tokens: two tokens on one flow do not make a join', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('task', 't') +
          node('task', 'u') +
          node('exclusiveGateway', 'm') +
          node('userTask', 'b') +
          node('parallelGateway', 'j') +
          node('userTask', 'c') +
          flows('s f', 'f t', 'f u', 'f b', 't m', 'u m', 'm j', 'b j', 'j c'),
      ),
      {
        steps: [{ expect: { waitingExactly: ['b'], notVisited: ['j'] } }, { complete: 'b' }],
        expect: { state: 'active', waitingExactly: ['c'] },
      },
    ));
  it('counts flows, not source nodes: two flows from one node are two', () => {
    const twice = flows('a j').replace('a-j', 'a-j-2');
    return check(
      model(
        start +
          node('userTask', 'a') +
          node('parallelGateway', 'j') +
          node('userTask', 'c') +
          flows('s a', 'a j', 'j c') +
          twice,
      ),
      {
        steps: [{ complete: 'a' }],
        expect: { waitingExactly: ['c'] },
      },
    );
  });
  it('does not end its scope while surplus tokens wait', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('task', 't') +
          node('task', 'u') +
          node('exclusiveGateway', 'm') +
          node('userTask', 'b') +
          node('parallelGateway', 'j') +
          end +
          flows('s f', 'f t', 'f u', 'f b', 't m', 'u m', 'm j', 'b j', 'j e'),
      ),
      { steps: [{ complete: 'b' }], expect: { state: 'active', completed: ['e'] } },
    ));
});

describe('the inclusive gateway', () => {
  const fork = node('inclusiveGateway', 'f', 'default="f-c"');
  const join = node('inclusiveGateway', 'j') + node('userTask', 'z') + flows('j z');
  const three = model(
    start +
      fork +
      node('userTask', 'a') +
      node('userTask', 'b') +
      node('userTask', 'c') +
      join +
      flows('s f', 'f a: x', 'f b: y', 'f c', 'a j', 'b j', 'c j'),
  );

  it('sends a token over every true flow and joins exactly these', () =>
    check(three, {
      start: { variables: { x: true, y: true } },
      steps: [
        { expect: { waitingExactly: ['a', 'b'] } },
        { complete: 'b' },
        { expect: { waitingExactly: ['a'] } },
        { complete: 'a' },
      ],
      expect: { waitingExactly: ['z'], completed: ['b', 'a', 'j'] },
    }));
  it('takes the default flow when nothing is true', () =>
    check(three, {
      start: { variables: { x: false, y: false } },
      steps: [{ complete: 'c' }],
      expect: { waitingExactly: ['z'] },
    }));
  it('fires when the last token that could still come dies elsewhere', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('userTask', 'a') +
          node('userTask', 'b') +
          node('exclusiveGateway', 'x', 'default="x-e"') +
          end +
          join +
          flows('s f', 'f a', 'f b', 'a j', 'b x', 'x e', 'x j: go'),
      ),
      {
        start: { variables: { go: false } },
        steps: [{ complete: 'a' }, { expect: { waitingExactly: ['b'], notVisited: ['j'] } }, { complete: 'b' }],
        expect: { waitingExactly: ['z'] },
      },
    ));
  it('waits for a token that could come through a boundary event', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('userTask', 'a') +
          node('userTask', 'b') +
          boundary('t', 'b', timer('Duration', 'PT1H')) +
          end +
          join +
          flows('s f', 'f a', 'f b', 'a j', 't j', 'b e'),
      ),
      {
        steps: [{ complete: 'a' }, { expect: { waitingExactly: ['b'], notVisited: ['j'] } }, { advance: 'PT1H' }],
        expect: { waitingExactly: ['z'], completed: ['t', 'j'] },
      },
    ));
  it('waits for a token that could reach a filled flow only through the gateway itself', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('userTask', 'a') +
          node('userTask', 'b') +
          node('exclusiveGateway', 'm') +
          node('inclusiveGateway', 'j') +
          node('exclusiveGateway', 'x', 'default="x-z"') +
          node('userTask', 'z') +
          flows('s f', 'f a', 'f b', 'a m', 'm j', 'b j', 'j x', 'x z', 'x m: again'),
      ),
      {
        start: { variables: { again: false } },
        steps: [{ complete: 'a' }, { expect: { waitingExactly: ['b'], notVisited: ['j'] } }, { complete: 'b' }],
        expect: { waitingExactly: ['z'] },
      },
    ));
  it('does not wait for a token that can only come through itself', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('userTask', 'a') +
          node('userTask', 'b') +
          node('inclusiveGateway', 'j') +
          node('exclusiveGateway', 'x', 'default="x-z"') +
          node('userTask', 'z') +
          flows('s f', 'f a', 'f b', 'a j', 'j x', 'x z', 'x j: again', 'b z'),
      ),
      { start: { variables: { again: false } }, steps: [{ complete: 'a' }], expect: { waitingExactly: ['b', 'z'] } },
    ));
});

describe('flows out of an activity', () => {
  it('are all taken when they have no conditions', () =>
    check(
      model(start + node('task', 't') + node('userTask', 'a') + node('userTask', 'b') + flows('s t', 't a', 't b')),
      { expect: { waitingExactly: ['a', 'b'] } },
    ));
  it('are taken by their conditions, the default only when none is true', async () => {
    const xml = model(
      start +
        node('task', 't', 'default="t-c"') +
        node('userTask', 'a') +
        node('userTask', 'b') +
        node('userTask', 'c') +
        flows('s t', 't a: n > 1', 't b: n > 2', 't c'),
    );

    await check(xml, { start: { variables: { n: 3 } }, expect: { waitingExactly: ['a', 'b'] } });
    await check(xml, { start: { variables: { n: 1 } }, expect: { waitingExactly: ['c'] } });
  });
});
