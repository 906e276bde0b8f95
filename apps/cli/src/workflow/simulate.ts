import { readFile } from 'node:fs/promises';
import {
  addDuration,
  compileDeployment,
  isDuration,
  readScenarioFile,
  reportOf,
  simulateCase,
  type CompiledDefinitions,
  type LivedCase,
  type LoadCase,
  type LoadReport,
} from '@lianban/bpmn';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { loadConfig } from '@lianban/platform';
import { Refused } from '../installation/refused.js';
import { readLoad } from '../letters/read-load.js';
import { decisionsBeside } from './decisions-beside.js';
import { handlingOf, pairOf, type HandlingOptions } from './load-options.js';
import { tellProblems } from './tell-problems.js';
import { readDiagram } from './read-diagram.js';

export interface SimulateOptions extends HandlingOptions {
  readonly load: string;
  readonly process?: string;
  readonly set?: readonly string[];
  /** How long a case is looked at, from its start. */
  readonly within: string;
}

/** When a scenario starts that does not say when. */
const DEFAULT_START = '2026-01-05T09:00:00+08:00';

/** Lives every case of a load through a process and tells where they waited. @throws Refused, LetterFileError */
export async function simulate(files: readonly string[], options: SimulateOptions): Promise<LoadReport> {
  const { timeZone } = loadConfig(process.env);
  const calendars = createCalendars(defaultCalendars(timeZone));
  const definitions = await compiled(files, calendars);
  const main = mainProcess(definitions, options.process);
  if (!isDuration(options.within)) throw new Refused(`"${options.within}" is no duration: expected P1Y or the like.`);
  const context = { definitions, calendars, timeZone, process: main, ...handlingOf(options, calendars) };
  const given = Object.fromEntries((options.set ?? []).map(pairOf));
  const lived: LivedCase[] = [];
  for await (const one of casesIn(options.load)) {
    const until = addDuration(one.startsAt, options.within);
    lived.push(simulateCase({ ...one, variables: { ...given, ...one.variables } }, { ...context, until }));
  }
  if (lived.length === 0) throw new Refused(`${options.load} has no cases.`);
  return reportOf(lived, definitions);
}

async function compiled(
  files: readonly string[],
  calendars: { has(id: string): boolean },
): Promise<CompiledDefinitions> {
  const all = [...files, ...(await decisionsBeside(files))];
  const contents = await Promise.all(all.map(readDiagram));
  const { definitions, problems } = await compileDeployment(contents, { calendars });
  if (definitions) return definitions;
  tellProblems(problems);
  throw new Refused('The diagrams have errors; mend them first.');
}

/** The process that the cases start: the named one, the only one, or the only one that no other calls. */
function mainProcess({ processes }: CompiledDefinitions, named: string | undefined): string {
  if (named !== undefined && processes.has(named)) return named;
  const called = new Set(
    [...processes.values()].flatMap(({ nodes }) =>
      [...nodes.values()].flatMap((node) =>
        node.type === 'callActivity' && node.calledElement.kind === 'literal' ? [node.calledElement.value] : [],
      ),
    ),
  );
  const ids = [...processes.keys()];
  const [only, another] = ids.filter((id) => !called.has(id));
  if (named === undefined && only !== undefined && another === undefined) return only;
  throw new Refused(`Say which process the cases start: --process with one of ${ids.join(', ')}.`);
}

async function* casesIn(load: string): AsyncGenerator<LoadCase> {
  if (!/\.ya?ml$/u.test(load)) {
    yield* readLoad(load);
    return;
  }
  for (const { start } of readScenarioFile(load, await readFile(load, 'utf8')).scenarios)
    yield {
      startsAt: new Date(start?.at ?? DEFAULT_START).toISOString(),
      variables: start?.variables ?? {},
    };
}
