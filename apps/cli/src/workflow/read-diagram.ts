import { readFile } from 'node:fs/promises';
import type { DeploymentFile } from '@lianban/bpmn';

/** A BPMN or DMN file, in whatever encoding it declares. */
export async function readDiagram(path: string): Promise<DeploymentFile> {
  const { decodeXml } = await import('@lianban/bpmn');
  return { name: path, content: decodeXml(await readFile(path)) };
}
