import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  compileDeployment,
  readScenarioFile,
  runScenario,
  type Compilation,
  type CompileOptions,
  type ScenarioCoverage,
  type Scenario,
  type ScenarioContext,
  type ScenarioResult,
} from '@lianban/bpmn';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { readDiagram } from './read-diagram.js';

export interface ScenarioReport {
  readonly file: string;
  readonly scenario: string;
  readonly passed: boolean;
  readonly reason: string;
  readonly ms: number;
  readonly actual?: ScenarioResult['actual'];
}

export interface ScenarioRunOptions {
  readonly timeZone: string;
  /** Only scenarios whose file or name contains this text. */
  readonly filter?: string;
  /** Stop after the first failure. */
  readonly bail?: boolean;
  /** Hears which ways of the diagrams are taken. */
  readonly coverage?: ScenarioCoverage;
}

/** Runs every scenario of the given files and folders, one report each, as they finish. */
export async function* runScenarioFiles(
  paths: readonly string[],
  options: ScenarioRunOptions,
): AsyncGenerator<ScenarioReport> {
  const calendars = createCalendars(defaultCalendars(options.timeZone));
  const compilations = new Map<string, Promise<Compilation>>();
  for (const file of await findScenarioFiles(paths)) {
    for await (const report of runFile(file)) {
      yield report;
      if (options.bail && !report.passed) return;
    }
  }

  async function* runFile(file: string): AsyncGenerator<ScenarioReport> {
    let read;
    try {
      read = readScenarioFile(file, await readFile(file, 'utf8'));
    } catch (error) {
      yield {
        file,
        scenario: '',
        passed: false,
        reason: error instanceof Error ? error.message : String(error),
        ms: 0,
      };
      return;
    }
    const models = [read.model].flat().map((model) => resolve(dirname(file), model));
    const alsoExecute = [read.process ?? [], ...read.scenarios.map(({ startAlso = [] }) => startAlso)].flat();
    const key = [...models, ...alsoExecute].join('\n');
    const compiling = compilations.get(key) ?? compileFiles(models, { calendars, alsoExecute });
    compilations.set(key, compiling);
    for (const scenario of read.scenarios) {
      if (options.filter && !`${file} ${scenario.name}`.includes(options.filter)) continue;
      const start = performance.now();
      try {
        const compilation = await compiling;
        const context = {
          compilation,
          calendars,
          timeZone: options.timeZone,
          ...watching(options.coverage, compilation, scenario),
        };
        const result = runScenario(
          scenario,
          read.process === undefined ? context : { ...context, process: read.process },
        );
        yield { file, scenario: scenario.name, ms: elapsed(start), ...result };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        yield { file, scenario: scenario.name, passed: false, reason, ms: elapsed(start) };
      }
    }
  }
}

function watching(
  coverage: ScenarioCoverage | undefined,
  { definitions }: Compilation,
  scenario: Scenario,
): Pick<ScenarioContext, 'afterStep'> {
  if (!coverage || !definitions) return {};
  coverage.note(scenario);
  coverage.know(definitions);
  return { afterStep: coverage.afterStep };
}

async function compileFiles(models: readonly string[], options: CompileOptions): Promise<Compilation> {
  const files = await Promise.all(models.map(readDiagram));
  return compileDeployment(files, options);
}

/** Files as given, and every `*.yaml` below the folders, in order of name. */
async function findScenarioFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.push(resolve(path));
      continue;
    }
    const names = await readdir(path, { recursive: true });
    found.push(
      ...names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => resolve(join(path, name))),
    );
  }
  return found;
}

function elapsed(start: number): number {
  return Math.round((performance.now() - start) * 10) / 10;
}
