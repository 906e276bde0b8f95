import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compileDeployment, type CompiledDefinitions, type Problem } from '@lianban/bpmn';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { Refused } from './refused.js';

/** One folder of default diagrams: its files belong together and are deployed together. */
export interface WorkflowFolder {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** Ids of the executable processes in the files. */
  readonly processes: readonly string[];
}

/**
 * Reads the folders of `workflows` and checks every file, before anything is started.
 *
 * @throws Refused with file, element and reason of the first fault
 */
export async function readDefaultWorkflows(folder: string, timeZone: string): Promise<WorkflowFolder[]> {
  const calendars = createCalendars(defaultCalendars(timeZone));
  const folders: WorkflowFolder[] = [];
  for (const name of await subfolders(folder)) {
    const files = await diagramsOf(join(folder, name), folder);
    if (files.length === 0) continue;
    const { definitions, problems } = await compileDeployment(files, { calendars });
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors[0]) throw new Refused(told(errors[0], errors.length, name));
    folders.push({ name, files, processes: [...(definitions?.processes.keys() ?? [])] });
  }
  return folders;
}

/**
 * Every default workflow, compiled together, for a virtual world.
 *
 * @throws Refused as `readDefaultWorkflows`
 */
export async function compileDefaultWorkflows(folder: string, timeZone: string): Promise<CompiledDefinitions> {
  const files = (await readDefaultWorkflows(folder, timeZone)).flatMap((one) => one.files);
  const calendars = createCalendars(defaultCalendars(timeZone));
  const { definitions, problems } = await compileDeployment(files, { calendars });
  if (definitions) return definitions;
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new Refused(errors[0] ? told(errors[0], errors.length, '') : `No workflow in ${folder} can be used.`);
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`The folder ${folder} cannot be read (${error.code}): expected the default workflows there.`, {
      cause: error,
    });
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function diagramsOf(folder: string, root: string): Promise<WorkflowFolder['files']> {
  const names = (await readdir(folder)).filter((name) => /\.(bpmn|dmn)$/u.test(name)).sort();
  return await Promise.all(
    names.map(async (name) => ({
      name: relative(root, join(folder, name)).replaceAll('\\', '/'),
      content: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

function told({ file, element, message }: Problem, count: number, folder: string): string {
  const where = `workflows/${file ?? folder}${element === undefined ? '' : `, element ${element}`}`;
  const more = count > 1 ? ` (and ${count - 1} more; see "lianban workflow lint")` : '';
  return `${where}: ${message}${more}`;
}
