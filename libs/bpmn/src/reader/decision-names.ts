import { asDmn13, createDmnModdle } from './dmn-dialects.js';
import { elementsOf, isType } from './moddle-element.js';
import { parseXml } from './parse-xml.js';
import { ProblemList } from './problem-list.js';

/** A decision as lists show it. */
interface DecisionName {
  readonly id: string;
  readonly name: string;
}

/** The decisions of a DMN file; none where it is not readable. */
export async function decisionNames(xml: string): Promise<DecisionName[]> {
  const parsed = await parseXml(createDmnModdle(), asDmn13(xml), new ProblemList(undefined));
  return elementsOf(parsed?.rootElement ?? { $type: '' }, 'drgElement')
    .filter((element) => isType(element, 'dmn:Decision'))
    .map(({ id = '', name }) => ({ id, name: name ?? id }));
}
