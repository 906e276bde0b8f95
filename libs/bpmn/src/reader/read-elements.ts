import { BpmnModdle } from 'bpmn-moddle';
import { parseXml } from './parse-xml.js';
import { ProblemList } from './problem-list.js';

/** A diagram as the tree of bpmn-moddle, for tools that work on that; undefined when it is not readable. */
export async function readElements(xml: string): Promise<object | undefined> {
  const parsed = await parseXml(new BpmnModdle(), xml, new ProblemList(undefined));
  return parsed?.rootElement;
}
