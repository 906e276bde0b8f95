import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and its missing parents, one by one: Node's own recursive `mkdir` never returns where new entries are
 * refused as if their parent were missing (as in /proc).
 *
 * @param mode of the folders that are made; default by the umask
 * @returns the outermost folder that was made, or undefined when all were there
 * @throws the system's error; with code ENOTDIR when there is a file of that name
 */
export async function makeFolder(folder: string, mode?: number): Promise<string | undefined> {
  const missing: string[] = [];
  for (let at = resolve(folder); !(await isFolder(at)) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const each of missing) await mkdir(each, mode).catch(thereAlready);
  return missing[0];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  throw Object.assign(new Error(`${path} is a file`), { code: 'ENOTDIR' });
}

/** Somebody else made it in the meantime. */
function thereAlready(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
