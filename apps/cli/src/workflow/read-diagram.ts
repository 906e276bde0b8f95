import { readFile } from 'node:fs/promises';
import { decodeXml, type DeploymentFile } from '@lianban/bpmn';

/** A BPMN or DMN file, in whatever encoding it declares. */
export async function readDiagram(path: string): Promise<DeploymentFile> {
  return { name: path, content: decodeXml(await readFile(path)) };
}
