import { BpmnModdle } from 'bpmn-moddle';
import type { Problem } from '../model/problem.js';
import { parseXml } from '../reader/parse-xml.js';
import { ProblemList } from '../reader/problem-list.js';
import { differencesOf } from './differences.js';

/**
 * What would change or be lost if a diagram were read and written again, as a drawing tool does; empty when nothing
 * would. The platform itself keeps every deployed file as it was given and never writes one anew.
 */
export async function roundTrip(name: string, xml: string): Promise<readonly Problem[]> {
  const problems = new ProblemList(name);
  const moddle = new BpmnModdle();
  const before = await parseXml(moddle, xml, problems);
  if (!before) return problems.all();
  const written = await moddle.toXML(before.rootElement, { format: true });
  const after = await parseXml(new BpmnModdle(), written.xml, problems);
  if (!after) return problems.all();
  for (const { element, message } of differencesOf(before.rootElement, after.rootElement))
    problems.error('content-changed', element, message);
  const comments = xml.split('<!--').length - written.xml.split('<!--').length;
  if (comments > 0)
    problems.warning(
      'comments-lost',
      undefined,
      `${comments} XML comments would be lost; put them into documentation elements`,
    );
  return problems.all();
}
