import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Config, PartContext, RunningPart } from '@lianban/platform';
import { productRoot } from './root.js';

/** A part of the product that can run in this process. */
export type PartName = 'api' | 'worker';

interface PartModule {
  start(context: PartContext): Promise<RunningPart>;
}

/** The parts of a role. */
export function partsOf(role: Config['role']): PartName[] {
  return role === 'all' ? ['worker', 'api'] : [role];
}

/**
 * Starts a part. Apps do not import each other; a part is a program that is loaded by its path, and its main module
 * keeps the contract of `PartContext`.
 */
export async function startPart(name: PartName, context: PartContext): Promise<RunningPart> {
  const path = join(productRoot, 'dist', 'apps', name, 'src', 'main.js');
  const part = (await import(pathToFileURL(path).href)) as PartModule;
  return await part.start(context);
}
