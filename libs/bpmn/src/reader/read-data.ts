import { readExpression } from '../expression/read-expression.js';
import type { Mapping } from '../model/expression.js';
import { elementOf, elementsOf, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';

/** What data associations bring into an activity or throw event, by the variable that gets it (BPMN 2.0 §10.4.2). */
export function readDataInputs(element: ModdleElement, problems: ProblemList): readonly Mapping[] {
  return elementsOf(element, 'dataInputAssociations').flatMap((one) => readAssociation(element, one, problems));
}

/** What data associations take out of an activity or catch event. */
export function readDataOutputs(element: ModdleElement, problems: ProblemList): readonly Mapping[] {
  return elementsOf(element, 'dataOutputAssociations').flatMap((one) => readAssociation(element, one, problems));
}

/** Assignments say what goes where; else a transformation, or else the one source, goes to the target as it is. */
function readAssociation(element: ModdleElement, association: ModdleElement, problems: ProblemList): Mapping[] {
  const assignments = elementsOf(association, 'assignment').flatMap((assignment) => {
    const [from, to] = [textOf(assignment, 'from'), textOf(assignment, 'to')];
    const target = to === undefined ? undefined : nameIn(to);
    return from !== undefined && target !== undefined ? [{ target, value: readExpression(from, 'feel') }] : [];
  });
  if (assignments.length > 0) return assignments;
  const target = variableOf(elementOf(association, 'targetRef'));
  const [source, another] = elementsOf(association, 'sourceRef');
  const transformation = textOf(association, 'transformation');
  if (another && transformation === undefined) {
    const message = 'a data association with several sources must say what to make of them; write a transformation';
    problems.error('data-sources', element.id, message);
  }
  const text = transformation ?? variableOf(source);
  return target !== undefined && text !== undefined && text !== target
    ? [{ target, value: readExpression(text, 'feel') }]
    : [];
}

/** The variable behind a data object, property, data input or output: its name, or else its id, when it can be one. */
function variableOf(data: ModdleElement | undefined): string | undefined {
  const object = data ? (elementOf(data, 'dataObjectRef') ?? data) : undefined;
  return nameIn(object?.name ?? object?.id ?? '');
}

function nameIn(text: string): string | undefined {
  const name = /^(?:=|[$#]\{)?\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}?$/u.exec(text.trim())?.[1];
  // Drawing tools put this where a diagram only shows that data go in.
  return name === '__targetRef_placeholder' ? undefined : name;
}
