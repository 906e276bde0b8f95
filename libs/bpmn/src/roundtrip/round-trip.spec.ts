import { describe, expect, it } from '@jest/globals';
import { flows, model, node } from '../testing/model.js';
import { differencesOf } from './differences.js';
import { roundTrip } from './round-trip.js';

const foreign =
  '<bpmn:extensionElements><x:note xmlns:x="http://example.org/x" kind="a"><x:line>text</x:line></x:note></bpmn:extensionElements>';
const drawn = (inside: string) =>
  model(node('startEvent', 's') + node('task', 't', 'camunda:jobPriority="7"', inside) + flows('s t'));

describe('a round trip', () => {
  it('keeps what it does not know: extension elements and attributes of others', async () => {
    expect(await roundTrip('p.bpmn', drawn(foreign))).toEqual([]);
  });

  it('tells that comments would be lost', async () => {
    expect(await roundTrip('p.bpmn', drawn('<!-- ask Wang -->'))).toMatchObject([
      { severity: 'warning', code: 'comments-lost' },
    ]);
  });

  it('tells what the standard has no place for', async () => {
    expect(await roundTrip('p.bpmn', drawn('<bpmn:nonsense/>'))).toMatchObject([{ code: 'xml-content' }]);
  });
});

describe('the comparison of two trees', () => {
  it('names the nearest element with an id, what stood there and what would', () => {
    const tree = (name: string) => ({ $type: 'a', id: 'p', parts: [{ $type: 'b', id: 't', name }] });

    expect(differencesOf(tree('old'), tree('old'))).toEqual([]);
    expect(differencesOf(tree('old'), tree('new'))).toEqual([
      { element: 't', message: 'a/parts/0/name is "old" and would become "new"' },
    ]);
  });
});
