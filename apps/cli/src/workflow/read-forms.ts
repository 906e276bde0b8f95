import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readForm, type Problem } from '@lianban/bpmn';

/** Files of forms, by the extension that form-js gives them. */
export function isFormFile(name: string): boolean {
  return name.endsWith('.form');
}

/** Ids of the forms in files, and what is wrong with those that somebody asked about. */
export interface ReadForms {
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads the forms among the files, and those in the folders of diagrams. */
export async function readForms(names: readonly string[]): Promise<ReadForms> {
  const given = new Set(names.filter(isFormFile));
  const known = new Set([...given].map((name) => resolve(name)));
  const folders = new Set(names.filter((name) => name.endsWith('.bpmn')).map((name) => dirname(name)));
  const ids: string[] = [];
  const problems: Problem[] = [];
  for (const folder of folders)
    for (const name of (await readdir(folder)).filter(isFormFile))
      if (!known.has(resolve(folder, name))) ids.push(...(await readFormFile(join(folder, name))).ids);
  for (const name of given) {
    const read = await readFormFile(name);
    ids.push(...read.ids);
    problems.push(...read.problems);
  }
  return { ids, problems };
}

async function readFormFile(file: string): Promise<ReadForms> {
  const json = parse(await readFile(file, 'utf8'));
  const { form, problems } = readForm(json);
  return {
    ids: form ? [form.id] : [],
    problems: problems.map(({ code, component, message }) => {
      const element = component === undefined ? {} : { element: component };
      return { severity: 'error' as const, code, ...element, message, file };
    }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is told as what is no form
  }
}
