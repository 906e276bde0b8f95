import {
  aggregations,
  hitPolicies,
  type Aggregation,
  type DecisionTable,
  type HitPolicy,
} from '../decision/decision-model.js';
import { evaluateText } from '../expression/evaluate.js';
import type { FeelChecker } from './feel-checker.js';
import { elementOf, elementsOf, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';

/** A decision table with every FEEL text in it checked. */
export function readTable(name: string, table: ModdleElement, check: FeelChecker): DecisionTable {
  const aggregation = textOf(table, 'aggregation') as Aggregation | undefined;
  const outputs = elementsOf(table, 'output').map((output) => ({
    name: output.name ?? name,
    values: readValues(output.id ?? name, textOf(elementOf(output, 'outputValues'), 'text'), check.problems),
    ...defaultOf(output),
  }));
  const inputs = elementsOf(table, 'input').map((input) => {
    const expression = textOf(elementOf(input, 'inputExpression'), 'text') ?? '';
    check.expression(input.id ?? name, expression);
    const allowed = textOf(elementOf(input, 'inputValues'), 'text');
    if (allowed !== undefined) check.unaryTests(input.id ?? name, allowed);
    return { label: textOf(input, 'label') ?? expression, expression, ...(allowed === undefined ? {} : { allowed }) };
  });
  const rules = elementsOf(table, 'rule').map((rule) => {
    const tests = elementsOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-');
    const results = elementsOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? '');
    const ruleId = rule.id ?? name;
    if (tests.length !== inputs.length || results.length !== outputs.length) {
      check.problems.error(
        'decision-rule-shape',
        ruleId,
        `the rule has ${tests.length} inputs and ${results.length} outputs, the table ${inputs.length} and ${outputs.length}`,
      );
    }
    for (const test of tests) if (test !== '-') check.unaryTests(ruleId, test);
    for (const result of results) if (result !== '') check.expression(ruleId, result);
    return { id: ruleId, tests, outputs: results };
  });
  const hitPolicy = (textOf(table, 'hitPolicy') ?? 'UNIQUE') as HitPolicy;
  checkHits(table.id ?? name, { hitPolicy, aggregation, outputs: outputs.length }, check.problems);
  return { kind: 'table', name, hitPolicy, ...(aggregation ? { aggregation } : {}), inputs, outputs, rules };
}

/** What several rules that hold come to; anything else would quietly give nothing. */
function checkHits(
  element: string,
  hits: { readonly hitPolicy: HitPolicy; readonly aggregation: Aggregation | undefined; readonly outputs: number },
  problems: ProblemList,
): void {
  const { hitPolicy, aggregation, outputs } = hits;
  if (!hitPolicies.includes(hitPolicy))
    problems.error(
      'decision-hit-policy',
      element,
      `the hit policy "${hitPolicy}" cannot run here; use one of ${hitPolicies.join(', ')}`,
    );
  if (aggregation === undefined) return;
  if (!aggregations.includes(aggregation))
    problems.error(
      'decision-aggregation',
      element,
      `the aggregation "${aggregation}" cannot run here; use one of ${aggregations.join(', ')}`,
    );
  else if (outputs > 1 && aggregation !== 'COUNT')
    problems.error(
      'decision-aggregation',
      element,
      `the aggregation "${aggregation}" is for tables of one output, this one has ${outputs}; leave it out or split the table`,
    );
}

function defaultOf(output: ModdleElement): { readonly defaultValue?: string } {
  const text = textOf(elementOf(output, 'defaultOutputEntry'), 'text');
  return text === undefined ? {} : { defaultValue: text };
}

/** The list of allowed values is FEEL; read as such, so that a comma inside a text separates nothing. */
function readValues(element: string, text: string | undefined, problems: ProblemList): readonly string[] {
  if (text === undefined) return [];
  const list = evaluateText(`[${text}]`, {}, '1970-01-01T00:00:00.000Z');
  if (list.ok && Array.isArray(list.value)) return list.value.map((value) => JSON.stringify(value));
  problems.error(
    'decision-values',
    element,
    `the output values ${text} are no list of FEEL values, such as "low", "high"`,
  );
  return [];
}
