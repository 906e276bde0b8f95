import { BpmnModdle } from 'bpmn-moddle';
import type { CompiledDecision } from '../decision/decision-model.js';
import { extensionsIn } from '../import/extensions.js';
import { warnOfExtensions } from '../import/import-report.js';
import type { CompiledDefinitions, CompiledProcess } from '../model/compiled-process.js';
import type { Problem } from '../model/problem.js';
import { elementsOf, isType } from '../reader/moddle-element.js';
import { parseXml } from '../reader/parse-xml.js';
import { ProblemList } from '../reader/problem-list.js';
import { readDecisions } from '../reader/read-decisions.js';
import { readProcess, type ReadProcess } from '../reader/read-process.js';
import { checkCollaboration } from './check-collaboration.js';
import { checkDecisions } from './check-decisions.js';
import { checkTables } from './check-tables.js';
import { checkExpressions } from './check-expressions.js';
import { checkReferences, type InstallationNames } from './check-references.js';
import { checkStructure } from './check-structure.js';
import { computeReachability } from './reachability.js';
import { startsOf } from './starts-of.js';
import { withJavaScript } from './with-javascript.js';

/** One file of a deployment, its content exactly as given. */
export interface DeploymentFile {
  readonly name: string;
  readonly content: string;
}

export interface CompileOptions extends InstallationNames {
  /** Processes to compile although their diagrams say that they are not executable. */
  readonly alsoExecute?: readonly string[];
}

export interface Compilation {
  /** Absent when any problem is an error: a deployment is all or nothing. */
  readonly definitions?: CompiledDefinitions;
  readonly problems: readonly Problem[];
}

/** Compiles BPMN and DMN files that belong together into executable processes, or says everything that is wrong. */
export async function compileDeployment(
  files: readonly DeploymentFile[],
  options: CompileOptions = {},
): Promise<Compilation> {
  const decisions = new Map<string, CompiledDecision>();
  const lists: ProblemList[] = [];
  const read: { process: ReadProcess; problems: ProblemList }[] = [];
  for (const file of files) {
    const problems = new ProblemList(file.name);
    lists.push(problems);
    if (isDecisionFile(file)) {
      for (const decision of await readDecisions(file.content, problems)) decisions.set(decision.id, decision);
    } else {
      for (const process of await readProcesses(file.content, options, problems)) read.push({ process, problems });
    }
  }
  const together = new ProblemList(undefined);
  lists.push(together);
  checkDecisions(decisions, together);
  checkTables(decisions.values(), together);
  const processes = new Map<string, CompiledProcess>();
  const called = new Map(read.map(({ process }) => [process.id, process]));
  for (const { process, problems } of read) {
    checkStructure(process, problems);
    checkExpressions(process, problems);
    checkReferences(process, { decisions, called, ...options }, problems);
    if (processes.has(process.id))
      problems.error('process-duplicate', process.id, 'two files of the deployment define this process; keep one');
    const reachability = computeReachability(process.nodes, process.flows, process.scopes);
    const scripted = await withJavaScript(process, problems);
    processes.set(process.id, { ...process, reachability, starts: startsOf(process), ...scripted });
  }
  const problems = lists.flatMap((list) => list.all());
  if (lists.some((list) => list.hasErrors())) return { problems };
  return { definitions: { processes, decisions }, problems };
}

async function readProcesses(
  xml: string,
  { alsoExecute = [] }: CompileOptions,
  problems: ProblemList,
): Promise<ReadProcess[]> {
  const parsed = await parseXml(new BpmnModdle(), xml, problems);
  if (!parsed) return [];
  checkCollaboration(parsed.rootElement, problems);
  warnOfExtensions(extensionsIn(parsed.rootElement), problems);
  const processes = elementsOf(parsed.rootElement, 'rootElements').filter((element) => isType(element, 'bpmn:Process'));
  const executable = processes.filter(
    (process) => process['isExecutable'] === true || alsoExecute.includes(process.id ?? ''),
  );
  if (executable.length === 0) {
    problems.error(
      'process-missing',
      undefined,
      'the file has no executable process; set isExecutable="true" on the process to run',
    );
  }
  return executable.map((process) => readProcess(process, problems));
}

function isDecisionFile({ name, content }: DeploymentFile): boolean {
  return name.endsWith('.dmn') || /<(?:\w+:)?definitions[^>]+\/spec\/DMN\//.test(content.slice(0, 4_000));
}
