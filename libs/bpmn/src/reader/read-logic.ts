import type { FunctionLogic, Logic } from '../decision/decision-model.js';
import type { FeelChecker } from './feel-checker.js';
import { elementOf, elementsOf, textOf, type ModdleElement } from './moddle-element.js';
import { readTable } from './read-decision-table.js';

/** Whose logic is read: its name for tables, its id for problems. */
export interface LogicOwner {
  readonly id: string;
  readonly name: string;
}

/** A boxed expression (DMN 1.3 §10.2) of a decision; undefined, and a problem, when there is none that can run. */
export function readLogic(
  expression: ModdleElement | undefined,
  owner: LogicOwner,
  check: FeelChecker,
): Logic | undefined {
  if (!expression) {
    check.problems.warning(
      'decision-empty',
      owner.id,
      'it has no logic and yields nothing; write a table or an expression',
    );
    return nothing;
  }
  const inner = (child: ModdleElement | undefined): Logic =>
    child ? (readLogic(child, owner, check) ?? nothing) : nothing;
  const boxed = (part: string): Logic => {
    const child = elementOf(expression, part);
    return inner(child && elementOf(child, 'value'));
  };
  switch (expression.$type) {
    case 'dmn:DecisionTable':
      return readTable(owner.name, expression, check);
    case 'dmn:LiteralExpression': {
      const text = textOf(expression, 'text') ?? '';
      if (text !== '') check.expression(owner.id, text);
      return { kind: 'literal', expression: text };
    }
    case 'dmn:Context':
      return {
        kind: 'context',
        entries: elementsOf(expression, 'contextEntry').map((entry) => {
          const name = elementOf(entry, 'variable')?.name;
          return { ...(name === undefined ? {} : { name }), value: inner(elementOf(entry, 'value')) };
        }),
      };
    case 'dmn:List':
      return { kind: 'list', items: elementsOf(expression, 'elements').map(inner) };
    case 'dmn:Relation':
      return {
        kind: 'relation',
        columns: elementsOf(expression, 'column').map((column) => column.name ?? ''),
        rows: elementsOf(expression, 'row').map((row) => elementsOf(row, 'elements').map(inner)),
      };
    case 'dmn:Invocation':
      return {
        kind: 'invocation',
        called: textOf(elementOf(expression, 'calledFunction'), 'text') ?? '',
        bindings: elementsOf(expression, 'binding').map((binding) => ({
          name: elementOf(binding, 'parameter')?.name ?? '',
          value: inner(elementOf(binding, 'bindingFormula')),
        })),
      };
    case 'dmn:FunctionDefinition':
      return readFunction(expression, owner, check);
    case 'dmn:Conditional':
      return { kind: 'conditional', condition: boxed('if'), then: boxed('then'), otherwise: boxed('else') };
    case 'dmn:Filter':
      return { kind: 'filter', list: boxed('in'), match: boxed('match') };
    case 'dmn:For':
      return { kind: 'for', variable: iterated(expression), list: boxed('in'), body: boxed('return') };
    case 'dmn:Every':
      return { kind: 'every', variable: iterated(expression), list: boxed('in'), body: boxed('satisfies') };
    case 'dmn:Some':
      return { kind: 'some', variable: iterated(expression), list: boxed('in'), body: boxed('satisfies') };
    default:
      check.problems.error(
        'decision-unsupported',
        owner.id,
        'it has no logic that can run; write a decision table, a FEEL expression, or another boxed expression of DMN 1.3',
      );
      return undefined;
  }
}

/** A boxed function, or the logic of a business knowledge model. */
export function readFunction(
  definition: ModdleElement,
  owner: LogicOwner,
  check: FeelChecker,
): FunctionLogic | undefined {
  const kind = textOf(definition, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    check.problems.error(
      'decision-unsupported',
      owner.id,
      `a function of kind ${kind} cannot run here; write it in FEEL`,
    );
    return undefined;
  }
  const parameters = elementsOf(definition, 'formalParameter').map(({ name }) => name ?? '');
  const body = readLogic(elementOf(definition, 'body'), owner, check);
  return body && { kind: 'function', parameters, body };
}

function iterated(expression: ModdleElement): string {
  return textOf(expression, 'iteratorVariable') ?? '';
}

/** An empty box. */
const nothing: Logic = { kind: 'literal', expression: '' };
