import { BpmnModdle } from 'bpmn-moddle';
import type { Problem } from '../model/problem.js';
import { parseXml } from '../reader/parse-xml.js';
import { ProblemList } from '../reader/problem-list.js';
import { extensionsIn, type ExtensionUse, type Support } from './extensions.js';

/** What a diagram of another tool comes to here. */
export interface ImportReport {
  readonly counts: Readonly<Record<Support, number>>;
  readonly uses: readonly ExtensionUse[];
  /** Why the file is not readable; what a deployment would refuse is told by `compileDeployment`. */
  readonly problems: readonly Problem[];
}

/** Says of every extension in a diagram whether it is understood, kept or not supported. */
export async function importReport(name: string, xml: string): Promise<ImportReport> {
  const problems = new ProblemList(name);
  const parsed = await parseXml(new BpmnModdle(), xml, problems);
  const uses = parsed ? extensionsIn(parsed.rootElement) : [];
  const count = (support: Support) => uses.filter((use) => use.support === support).length;
  const counts = { understood: count('understood'), kept: count('kept'), unsupported: count('unsupported') };
  return { counts, uses, problems: problems.all() };
}

/** Warns of every extension that changed something in the tool that it is from and does nothing here. */
export function warnOfExtensions(uses: readonly ExtensionUse[], problems: ProblemList): void {
  for (const { element, name, support, advice } of uses) {
    if (support !== 'unsupported') continue;
    problems.warning('extension-unsupported', element, `${name} has no effect here${advice ? `: ${advice}` : ''}`);
  }
}
