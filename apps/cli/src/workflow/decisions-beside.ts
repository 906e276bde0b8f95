import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The DMN files in the folders of BPMN files that are not among the files themselves. */
export async function decisionsBeside(files: readonly string[]): Promise<string[]> {
  const given = new Set(files.map((file) => resolve(file)));
  const folders = new Set(files.filter((file) => file.endsWith('.bpmn')).map((file) => dirname(file)));
  const found: string[] = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.dmn')).sort();
    found.push(...names.map((name) => join(folder, name)).filter((path) => !given.has(resolve(path))));
  }
  return [...new Set(found.map((path) => resolve(path)))];
}
