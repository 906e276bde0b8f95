import { describe, expect, it } from '@jest/globals';
import type { ElementStates } from '../../api/model.js';
import { markersOf, stepLines } from './element-states.js';
import type { DrawnElement } from './viewer.js';

const states: ElementStates = {
  station: { state: 'done', who: '赵晓梅', at: '2026-11-20T02:00:00.000Z' },
  street: { state: 'current' },
};
const elements: DrawnElement[] = [
  { id: 'lane', type: 'bpmn:Lane', businessObject: { name: '街道' } },
  { id: 'department', type: 'bpmn:UserTask', businessObject: { name: '部门办理' } },
  { id: 'station', type: 'bpmn:UserTask', businessObject: { name: '工作站办理' } },
  { id: 'street', type: 'bpmn:UserTask', businessObject: {} },
  flow('walked', 'station', 'street'),
  flow('ahead', 'street', 'department'),
];

describe('the colours of a diagram', () => {
  it('follow the states of the elements and leave lanes alone', () => {
    const markers = markersOf(elements, states);

    expect(markers.get('station')).toBe('is-done');
    expect(markers.get('street')).toBe('is-current');
    expect(markers.get('department')).toBe('is-untouched');
    expect(markers.has('lane')).toBe(false);
  });

  it('show a flow as walked when its source is done and its target was reached', () => {
    const markers = markersOf(elements, states);

    expect(markers.get('walked')).toBe('is-done');
    expect(markers.get('ahead')).toBe('is-untouched');
  });

  it('take the state of a flow from the server where it names one', () => {
    const markers = markersOf(elements, { ...states, ahead: { state: 'done' } });

    expect(markers.get('ahead')).toBe('is-done');
  });
});

describe('the list of steps', () => {
  it('holds what people do, the current step first', () => {
    expect(stepLines(elements, states).map(({ id, name, state }) => [id, name, state.state])).toEqual([
      ['street', undefined, 'current'],
      ['station', '工作站办理', 'done'],
      ['department', '部门办理', 'untouched'],
    ]);
  });
});

function flow(id: string, from: string, to: string): DrawnElement {
  return { id, type: 'bpmn:SequenceFlow', businessObject: { sourceRef: { id: from }, targetRef: { id: to } } };
}
