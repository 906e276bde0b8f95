import type { CompiledDecision, Logic, TemporalType } from '../decision/decision-model.js';
import { asDmn13, createDmnModdle } from './dmn-dialects.js';
import { FeelChecker } from './feel-checker.js';
import { elementOf, elementsOf, isType, textOf, type ModdleElement } from './moddle-element.js';
import { parseXml } from './parse-xml.js';
import type { ProblemList } from './problem-list.js';
import { readFunction, readLogic } from './read-logic.js';

/** Reads the decisions, knowledge models and decision services of one DMN file and checks every FEEL text in them. */
export async function readDecisions(xml: string, problems: ProblemList): Promise<readonly CompiledDecision[]> {
  const definitions = await parseXml(createDmnModdle(), asDmn13(xml), problems);
  if (!definitions) return [];
  const check = new FeelChecker(definitions.rootElement, problems);
  const elements = elementsOf(definitions.rootElement, 'drgElement');
  const own = `${textOf(definitions.rootElement, 'namespace') ?? ''}#`;
  const byId = new Map(elements.flatMap((element) => (element.id === undefined ? [] : [[element.id, element]])));
  const named = { elements: byId, own };
  return elements.filter(isInvocable).flatMap((element) => readInvocable(element, named, check));
}

/** Elements of a graph that can be evaluated or called. */
function isInvocable(element: ModdleElement): boolean {
  return isType(element, 'dmn:Decision', 'dmn:BusinessKnowledgeModel', 'dmn:DecisionService');
}

/** The elements of a file by their ids, and the namespace under which they may refer to each other, with its `#`. */
interface Named {
  readonly elements: ReadonlyMap<string, ModdleElement>;
  readonly own: string;
}

function readInvocable(element: ModdleElement, named: Named, check: FeelChecker): CompiledDecision[] {
  const id = element.id ?? '';
  const name = element.name ?? id;
  const logic = logicOf(element, { id, name }, named, check);
  if (!logic) return [];
  const requires = [
    ...referencesIn(element, 'informationRequirement', 'requiredDecision', named),
    ...referencesIn(element, 'knowledgeRequirement', 'requiredKnowledge', named),
  ];
  return [{ id, name, variable: variableOf(element), logic, requires, temporals: temporalsOf(element, named) }];
}

function logicOf(
  element: ModdleElement,
  owner: { readonly id: string; readonly name: string },
  named: Named,
  check: FeelChecker,
): Logic | undefined {
  if (isType(element, 'dmn:Decision')) return readLogic(elementOf(element, 'decisionLogic'), owner, check);
  if (isType(element, 'dmn:BusinessKnowledgeModel')) {
    const definition = elementOf(element, 'encapsulatedLogic');
    return definition ? readFunction(definition, owner, check) : readLogic(undefined, owner, check);
  }
  const inputs = [...hrefsIn(element, 'inputDecision', named), ...hrefsIn(element, 'inputData', named)];
  return {
    kind: 'service',
    parameters: inputs.map((id) => variableOf(named.elements.get(id) ?? element)),
    outputs: hrefsIn(element, 'outputDecision', named),
    inputDecisions: hrefsIn(element, 'inputDecision', named),
  };
}

function variableOf(element: ModdleElement): string {
  return elementOf(element, 'variable')?.name ?? element.name ?? element.id ?? '';
}

function referencesIn(element: ModdleElement, requirement: string, reference: string, { own }: Named): string[] {
  return elementsOf(element, requirement).flatMap((each) => idIn(elementOf(each, reference), own));
}

function hrefsIn(element: ModdleElement, property: string, { own }: Named): string[] {
  return elementsOf(element, property).flatMap((reference) => idIn(reference, own));
}

function idIn(reference: ModdleElement | undefined, own: string): string[] {
  const href = reference?.['href'];
  if (typeof href !== 'string') return [];
  return [href.startsWith(own) ? href.slice(own.length) : href.replace(/^#/, '')];
}

const TEMPORAL: Readonly<Record<string, TemporalType>> = {
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  'date and time': 'date and time',
  dayTimeDuration: 'duration',
  yearMonthDuration: 'duration',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};

/** The input data of a decision that are dates, times or durations: variables of a process bring them as texts. */
function temporalsOf(element: ModdleElement, named: Named): Record<string, TemporalType> {
  const inputs = referencesIn(element, 'informationRequirement', 'requiredInput', named).flatMap(
    (id) => named.elements.get(id) ?? [],
  );
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const type = elementOf(input, 'variable')?.['typeRef'];
      const temporal = typeof type === 'string' ? TEMPORAL[type.replace(/^feel:/, '')] : undefined;
      return temporal ? [[variableOf(input), temporal] as const] : [];
    }),
  );
}
