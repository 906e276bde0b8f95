import { studioWords } from '../../../messages/workflow-words.js';
import type { Editing } from './editing.js';
import type { StudioElement } from './element.js';
import { addTerm, setLapse, termsOf } from './terms.js';

const words = studioWords.preset;

/** A usual part of a workflow that is drawn at a click. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Draws it behind an element and gives its first step. */
  readonly draw: (edit: Editing, after: StudioElement) => StudioElement;
}

const resolved = { id: 'resolved', name: words.resolved, opinion: 'required', closes: 'true' };

export const presets: readonly Preset[] = [
  {
    id: 'handle',
    label: words.handle,
    hint: words.handleHint,
    draw: (edit, after) => {
      const step = insert(edit, after, words.handleName, [resolved]);
      term(edit, step, 'warning', 'P2D');
      term(edit, step, 'due', 'P3D');
      const upper = edit.append(step, 'bpmn:UserTask');
      edit.rename(upper, words.upperName);
      edit.setExtensions(upper, 'lianban:Outcome', [resolved]);
      edit.setExtensions(upper, 'lianban:Output', [outcome]);
      // It stands between the step and what follows only because of the lapse.
      const between = (step.outgoing ?? []).find(({ target }) => target === upper);
      const onward = (step.outgoing ?? []).find(({ target }) => target !== upper)?.target;
      if (between) edit.remove(between);
      if (onward) edit.connect(upper, onward);
      const due = termsOf(step).find(({ role }) => role === 'due');
      if (due) setLapse(edit, due, upper, words.overdue);
      return step;
    },
  },
  {
    id: 'check',
    label: words.check,
    hint: words.checkHint,
    draw: (edit, after) => {
      const step = insert(edit, after, words.checkName, [
        { id: 'pass', name: words.pass, opinion: 'optional' },
        { id: 'rework', name: words.rework, opinion: 'required' },
      ]);
      edit.set(step, { 'lianban:checks': 'true' });
      term(edit, step, 'due', 'P1D');
      const decision = between(edit, step, 'bpmn:ExclusiveGateway');
      edit.rename(decision, words.checkDecision);
      if (!decision.outgoing?.length) edit.append(decision, 'bpmn:EndEvent');
      const onward = decision.outgoing?.[0];
      if (onward) edit.set(decision, { default: onward.businessObject });
      if (!after.type.endsWith('Task')) return step;
      const back = edit.connect(decision, after);
      edit.rename(back, words.rework);
      edit.setExpression(back, back.businessObject, 'conditionExpression', 'outcome = "rework"');
      return step;
    },
  },
  {
    id: 'opinion',
    label: words.opinion,
    hint: words.opinionHint,
    draw: (edit, after) => {
      const step = insert(edit, after, words.opinionName, [
        { id: 'answered', name: words.answered, opinion: 'required' },
      ]);
      term(edit, step, 'due', 'P2D');
      return step;
    },
  },
];

/** So that the conditions behind a step see what was chosen. */
const outcome = { source: 'outcome', target: 'outcome' };

function insert(
  edit: Editing,
  after: StudioElement,
  name: string,
  outcomes: readonly Readonly<Record<string, string>>[],
): StudioElement {
  const step = between(edit, after, 'bpmn:UserTask');
  edit.rename(step, name);
  edit.setExtensions(step, 'lianban:Outcome', outcomes);
  edit.setExtensions(step, 'lianban:Output', [outcome]);
  return step;
}

/** A new element behind another; where only one flow led on from that, it leads on from the new one. */
function between(edit: Editing, after: StudioElement, type: string): StudioElement {
  const [only, another] = after.outgoing ?? [];
  const onward = another ? undefined : only;
  const target = onward?.target;
  const drawn = edit.append(after, type);
  if (onward && target) {
    edit.remove(onward);
    edit.connect(drawn, target);
  }
  return drawn;
}

function term(edit: Editing, step: StudioElement, role: 'warning' | 'due', duration: string): void {
  const [name, endName] = role === 'due' ? [words.due, words.overdue] : [words.warning, words.reminded];
  addTerm(edit, step, { role, duration, name, endName });
}
