import type { ElementState, ElementStates } from '../../api/model.js';
import type { DrawnElement } from './viewer.js';

/** One step of the diagram in words, for the list below it. */
export interface StepLine {
  readonly id: string;
  readonly name: string | undefined;
  readonly state: ElementState;
}

const containers = new Set(['bpmn:Participant', 'bpmn:Lane', 'bpmn:Process', 'bpmn:Collaboration']);
const untouched: ElementState = { state: 'untouched' };

/** The colour class of each element: what the server says, and for flows what follows from their two ends. */
export function markersOf(elements: readonly DrawnElement[], states: ElementStates): Map<string, string> {
  const markers = new Map<string, string>();
  for (const element of elements) {
    if (containers.has(element.type)) continue;
    const state =
      states[element.id]?.state ?? (element.type === 'bpmn:SequenceFlow' ? flowState(element, states) : 'untouched');
    markers.set(element.id, `is-${state}`);
  }
  return markers;
}

/** The steps that people or other processes do, those reached first. */
export function stepLines(elements: readonly DrawnElement[], states: ElementStates): StepLine[] {
  const order = { current: 0, rejected: 1, done: 2, untouched: 3 };
  return elements
    .filter(({ type }) => /Task$|CallActivity$|SubProcess$/.test(type))
    .map(({ id, businessObject }) => ({ id, name: businessObject.name, state: states[id] ?? untouched }))
    .sort((a, b) => order[a.state.state] - order[b.state.state]);
}

function flowState({ businessObject }: DrawnElement, states: ElementStates): ElementState['state'] {
  const from = states[businessObject.sourceRef?.id ?? '']?.state;
  const to = states[businessObject.targetRef?.id ?? '']?.state;
  return from === 'done' && to !== undefined && to !== 'untouched' ? 'done' : 'untouched';
}
