import { compileDeployment, explore, type CompiledDefinitions, type Problem } from '@lianban/bpmn';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { loadConfig } from '@lianban/platform';
import { decisionsBeside } from './decisions-beside.js';
import { checkModellingRules } from './modelling-rules.js';
import { readDiagram } from './read-diagram.js';
import { isFormFile, readForms } from './read-forms.js';

/** What is looked at beside the rules of deployment. */
export interface LintOptions {
  readonly json?: boolean;
  readonly explore: boolean;
  readonly rules: boolean;
  /** Roles and units that there are; absent: candidate groups are not checked. */
  readonly groups?: readonly string[];
  /** Forms that there are beside those of the files; absent, and none among the files: forms are not checked. */
  readonly forms?: readonly string[];
}

/** Everything that is wrong with files, as a deployment would refuse it, and what else looks wrong, as warnings. */
export async function lint(names: readonly string[], options: LintOptions): Promise<Problem[]> {
  const calendars = createCalendars(defaultCalendars(loadConfig(process.env).timeZone));
  const forms = await readForms(names);
  const diagrams = names.filter((name) => !isFormFile(name));
  const all = [...diagrams, ...(await decisionsBeside(diagrams))];
  const files = await Promise.all(all.map(readDiagram));
  const { definitions, problems: found } = await compileDeployment(files, {
    calendars,
    ...(options.groups && { groups: new Set(options.groups) }),
    ...((options.forms || forms.ids.length > 0) && { forms: new Set([...forms.ids, ...(options.forms ?? [])]) }),
  });
  // What is wrong with a file that nobody asked about is not told.
  const problems = found.filter(({ file }) => file === undefined || names.includes(file));
  problems.push(...forms.problems);
  if (options.explore && definitions) problems.push(...explored(definitions));
  if (options.rules)
    for (const { name, content } of files)
      if (names.includes(name) && !name.endsWith('.dmn')) problems.push(...(await checkModellingRules(name, content)));
  return problems;
}

function explored({ processes }: CompiledDefinitions): Problem[] {
  return [...processes.values()].flatMap((process): Problem[] => {
    const { findings, complete } = explore(process);
    if (complete || findings.length > 0) return [...findings];
    const message = `process "${process.id}" was not explored completely: it has too many states, or a complex gateway or ad-hoc sub-process`;
    return [{ severity: 'warning', code: 'explored-partly', element: process.id, message }];
  });
}
