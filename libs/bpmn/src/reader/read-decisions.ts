import { DmnModdle } from 'dmn-moddle';
import type {
  Aggregation,
  CompiledDecision,
  DecisionTable,
  HitPolicy,
  LiteralDecision,
} from '../decision/decision-model.js';
import { evaluateText } from '../expression/evaluate.js';
import { expressionFault, unaryTestsFault } from '../expression/feel-syntax.js';
import { elementOf, elementsOf, isType, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';
import { parseXml } from './parse-xml.js';

/** Reads the decisions of one DMN file and checks every FEEL text in them. */
export async function readDecisions(xml: string, problems: ProblemList): Promise<readonly CompiledDecision[]> {
  const definitions = await parseXml(new DmnModdle(), xml, problems);
  if (!definitions) return [];
  const decisions = elementsOf(definitions.rootElement, 'drgElement').filter((element) =>
    isType(element, 'dmn:Decision'),
  );
  return decisions.flatMap((decision) => readDecision(decision, problems));
}

function readDecision(decision: ModdleElement, problems: ProblemList): CompiledDecision[] {
  const id = decision.id ?? '';
  const logic = readLogic(decision, problems);
  if (!logic) return [];
  const requires = elementsOf(decision, 'informationRequirement')
    .map((requirement) => elementOf(requirement, 'requiredDecision')?.['href'])
    .filter((href): href is string => typeof href === 'string')
    .map((href) => href.replace(/^#/, ''));
  const variable = elementOf(decision, 'variable')?.name ?? decision.name ?? id;
  return [{ id, name: decision.name ?? id, variable, logic, requires }];
}

function readLogic(decision: ModdleElement, problems: ProblemList): DecisionTable | LiteralDecision | undefined {
  const logic = elementOf(decision, 'decisionLogic');
  if (logic && isType(logic, 'dmn:DecisionTable')) return readTable(decision.id ?? '', logic, problems);
  if (logic && isType(logic, 'dmn:LiteralExpression')) {
    const expression = textOf(logic, 'text') ?? '';
    check(problems, decision.id, expression, expressionFault(expression));
    return { kind: 'literal', expression };
  }
  problems.error('decision-unsupported', decision.id, 'a decision must be a decision table or a literal expression');
  return undefined;
}

function readTable(id: string, table: ModdleElement, problems: ProblemList): DecisionTable {
  const aggregation = textOf(table, 'aggregation') as Aggregation | undefined;
  const outputs = elementsOf(table, 'output').map((output) => ({
    name: output.name ?? id,
    values: readValues(output.id ?? id, textOf(elementOf(output, 'outputValues'), 'text'), problems),
    ...defaultOf(output),
  }));
  const inputs = elementsOf(table, 'input').map((input) => {
    const expression = textOf(elementOf(input, 'inputExpression'), 'text') ?? '';
    check(problems, input.id ?? id, expression, expressionFault(expression));
    return { label: textOf(input, 'label') ?? expression, expression };
  });
  const rules = elementsOf(table, 'rule').map((rule) => {
    const tests = elementsOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-');
    const results = elementsOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? '');
    const ruleId = rule.id ?? id;
    if (tests.length !== inputs.length || results.length !== outputs.length) {
      problems.error(
        'decision-rule-shape',
        ruleId,
        `the rule has ${tests.length} inputs and ${results.length} outputs, the table ${inputs.length} and ${outputs.length}`,
      );
    }
    for (const test of tests) if (test !== '-') check(problems, ruleId, test, unaryTestsFault(test));
    for (const result of results) if (result !== '') check(problems, ruleId, result, expressionFault(result));
    return { id: ruleId, tests, outputs: results };
  });
  const hitPolicy = (textOf(table, 'hitPolicy') ?? 'UNIQUE') as HitPolicy;
  return { kind: 'table', hitPolicy, ...(aggregation ? { aggregation } : {}), inputs, outputs, rules };
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

function check(
  problems: ProblemList,
  element: string | undefined,
  feel: string,
  fault: ReturnType<typeof expressionFault>,
): void {
  if (!fault) return;
  problems.error(
    'expression-syntax',
    element,
    `FEEL "${feel}" is wrong at character ${fault.position + 1}, near "${fault.near}"`,
  );
}
