import { workingDaysId } from './calendar-id.js';
import type { Editing } from './editing.js';
import { isTimer, textOf, type StudioElement } from './element.js';
import { setTimer } from './timer.js';

/** `warning`: the yellow light; `due`: the term ends. */
export type TermRole = 'warning' | 'due';

/** A timer on the edge of a step that says until when it is to be done. */
export interface StepTerm {
  readonly event: StudioElement;
  readonly role: TermRole;
  /** Whether the step ends when it fires. */
  readonly interrupts: boolean;
  /** Where it leads. */
  readonly flow?: StudioElement;
}

/** The terms of a step, the warning before the end. */
export function termsOf(step: StudioElement): readonly StepTerm[] {
  return (step.attachers ?? [])
    .filter(isTimer)
    .flatMap((event): StepTerm[] => {
      const role = textOf(event.businessObject, 'lianban:term');
      if (role !== 'warning' && role !== 'due') return [];
      const interrupts = event.businessObject.get('cancelActivity') !== false;
      const flow = event.outgoing?.[0];
      return [{ event, role, interrupts, ...(flow && { flow }) }];
    })
    .sort((a, b) => (a.role === b.role ? 0 : a.role === 'warning' ? -1 : 1));
}

interface NewTerm {
  readonly role: TermRole;
  readonly duration: string;
  /** What the timer and its end are called. */
  readonly name: string;
  readonly endName: string;
}

/** Gives a step a term in working days that only lights up: nothing is taken from whoever handles it. */
export function addTerm(edit: Editing, step: StudioElement, { role, duration, name, endName }: NewTerm): StudioElement {
  const event = edit.attachTimer(step, role === 'warning' ? 0.25 : 0.75);
  edit.set(event, { cancelActivity: false, 'lianban:term': role });
  setTimer(edit, event, { value: duration, calendar: workingDaysId });
  edit.rename(event, name);
  const end = edit.appendAt(event, 'bpmn:EndEvent', { x: event.x + event.width / 2, y: event.y + event.height + 70 });
  edit.rename(end, endName);
  return event;
}

/** What happens when a term ends: the step goes on and the light is red, or the case goes to another element. */
export function setLapse(
  edit: Editing,
  { event, flow }: StepTerm,
  target: StudioElement | undefined,
  end: string,
): void {
  edit.atOnce(() => {
    edit.set(event, { cancelActivity: target !== undefined });
    if (target === undefined) {
      if (flow?.target?.type === 'bpmn:EndEvent') return;
      if (flow) edit.remove(flow);
      const drawn = edit.appendAt(event, 'bpmn:EndEvent', {
        x: event.x + event.width / 2,
        y: event.y + event.height + 70,
      });
      return edit.rename(drawn, end);
    }
    const before = flow?.target;
    if (flow) edit.lead(flow, target);
    else edit.connect(event, target);
    // The end that stood for "only lights up" would be reached by nothing.
    if (before?.type === 'bpmn:EndEvent' && (before.incoming ?? []).length === 0) edit.remove(before);
  });
}
