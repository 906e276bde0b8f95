import { readExpression } from '../expression/read-expression.js';
import type { Expression, Mapping } from '../model/expression.js';
import type { Assignment, Outcome } from '../model/flow-node.js';
import { elementsOf, type ModdleElement } from './moddle-element.js';
import { readParameter } from './read-parameter.js';
import { attributeOf, vendorAttribute, vendorElements } from './vendor.js';
import type { UnderstoodElement } from './vendor-support.js';

/** Who may work on a user task, or on all user tasks of a lane. */
export function readAssignment(element: ModdleElement): Assignment {
  const zeebe = vendorElements(element, 'assignmentDefinition')[0];
  const read = (name: 'assignee' | 'candidateUsers' | 'candidateGroups') =>
    vendorAttribute(element, name) ?? (zeebe ? attributeOf(zeebe, name) : undefined);
  const potentialOwner = elementsOf(element, 'resources')
    .map((resource) => resource['resourceAssignmentExpression'] as ModdleElement | undefined)
    .map((assignment) => (assignment?.['expression'] as ModdleElement | undefined)?.['body'])
    .find((body): body is string => typeof body === 'string');
  return {
    ...expressionAt('assignee', read('assignee')),
    ...expressionAt('candidateUsers', read('candidateUsers')),
    ...expressionAt('candidateGroups', read('candidateGroups') ?? potentialOwner),
    ...expressionAt('unit', vendorAttribute(element, 'unit')),
  };
}

/** The ways to finish a user task: `<lianban:outcome id="resolved" name="…" opinion="required"/>`. */
export function readOutcomes(element: ModdleElement): readonly Outcome[] {
  return vendorElements(element, 'outcome').map((outcome) => {
    const id = attributeOf(outcome, 'id') ?? '';
    const opinion = attributeOf(outcome, 'opinion') === 'required' ? 'required' : 'optional';
    const act = attributeOf(outcome, 'act');
    const closes = attributeOf(outcome, 'closes') === 'true';
    const tries = Number(attributeOf(outcome, 'tries') ?? 0);
    const name = attributeOf(outcome, 'name') ?? id;
    return {
      id,
      name,
      opinion,
      ...(act !== undefined && { act }),
      ...(closes && { closes }),
      ...(tries > 0 && { tries }),
    };
  });
}

/** Input mappings: ours, `zeebe:ioMapping/input`, `camunda:inputOutput/inputParameter` and a call's `in`. */
export function readInputs(element: ModdleElement): readonly Mapping[] {
  return [
    ...mappings(element, 'input'),
    ...mappings(element, 'ioMapping/input'),
    ...parameters(element, 'inputOutput/inputParameter'),
    ...mappings(element, 'in'),
  ];
}

/** Output mappings, from the same places. */
export function readOutputs(element: ModdleElement): readonly Mapping[] {
  return [
    ...mappings(element, 'output'),
    ...mappings(element, 'ioMapping/output'),
    ...parameters(element, 'inputOutput/outputParameter'),
    ...mappings(element, 'out'),
  ];
}

/** True when a call activity hands over everything: it says so, or maps nothing. */
export function inheritsVariables(element: ModdleElement): boolean {
  const all = [...vendorElements(element, 'in'), ...vendorElements(element, 'out')].some(
    (entry) => attributeOf(entry, 'variables') === 'all',
  );
  if (vendorAttribute(element, 'inheritVariables') === 'true') return true;
  return all || (readInputs(element).length === 0 && readOutputs(element).length === 0);
}

function mappings(element: ModdleElement, path: UnderstoodElement): Mapping[] {
  return vendorElements(element, path).flatMap((entry) => {
    const target = attributeOf(entry, 'target');
    const source = attributeOf(entry, 'source') ?? attributeOf(entry, 'sourceExpression');
    return target && source ? [{ target, value: readExpression(source, 'feel') }] : [];
  });
}

function parameters(element: ModdleElement, path: UnderstoodElement): Mapping[] {
  return vendorElements(element, path).flatMap((entry) => {
    const target = attributeOf(entry, 'name');
    return target ? [{ target, value: readParameter(entry) }] : [];
  });
}

function expressionAt<K extends string>(name: K, text: string | undefined): { readonly [P in K]?: Expression } {
  return (text === undefined ? {} : { [name]: readExpression(text) }) as { readonly [P in K]?: Expression };
}
