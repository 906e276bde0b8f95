import { expressionFault, faultText } from '../expression/feel-syntax.js';
import type { Expression } from '../model/expression.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** Refuses every FEEL text of a process that does not parse, with element and position. */
export function checkExpressions(process: ReadProcess, problems: ProblemList): void {
  for (const container of [process.nodes, process.flows, process.lanes]) {
    for (const [id, element] of container)
      for (const expression of expressionsIn(element)) check(id, expression, problems);
  }
}

function check(id: string, expression: Expression, problems: ProblemList): void {
  if (expression.kind === 'literal') return;
  const fault = expressionFault(expression.feel);
  if (fault) problems.error('expression-syntax', id, faultText(expression.source, fault));
}

/** Every expression anywhere inside an element's record. */
export function* expressionsIn(value: unknown): Generator<Expression> {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value && (value.kind === 'feel' || value.kind === 'literal') && ('feel' in value || 'value' in value)) {
    if (value.kind === 'feel' || typeof (value as { value: unknown }).value === 'string') yield value as Expression;
    return;
  }
  for (const inner of Object.values(value)) yield* expressionsIn(inner);
}
