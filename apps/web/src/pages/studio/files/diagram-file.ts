import { BpmnModdle } from 'bpmn-moddle';
import type { StudioFile } from '../../../api/studio.js';

/** Characters of a diagram that is brought along. */
export const mostDiagramText = 2_000_000;

/** Why a file cannot be drawn. */
export type DiagramFault = 'tooLarge' | 'unreadable' | 'noProcess' | 'noShapes';

/** A file that cannot be drawn. */
export class DiagramRefused extends Error {
  constructor(readonly fault: DiagramFault) {
    super(`the diagram is refused: ${fault}`);
  }
}

/** An element of bpmn-moddle, as far as it is changed here. */
interface Element {
  readonly $type: string;
  id?: string;
  name?: string;
  isExecutable?: boolean;
  calledElement?: string;
  readonly rootElements?: Element[];
  readonly diagrams?: Element[];
  readonly flowElements?: Element[];
}

/** The key and the name that a diagram gets. */
export interface DiagramNaming {
  readonly key: string;
  /** As the file has it where it is absent. */
  readonly name?: string | undefined;
}

/**
 * A diagram from elsewhere under a key of one's own: its first executable process gets it, and all that points there
 * follows.
 *
 * @throws DiagramRefused
 */
export async function asOwnDiagram(xml: string, naming: DiagramNaming): Promise<string> {
  const root = await readDiagram(xml);
  const processes = processesOf(root);
  const process = processes.find(({ isExecutable }) => isExecutable) ?? processes[0];
  if (!process) throw new DiagramRefused('noProcess');
  process.isExecutable = true;
  rename(root, process, naming);
  return await written(root);
}

/** The files of a workflow under another key; further processes of its diagram get the key before their own. */
export async function copyOf(
  files: readonly StudioFile[],
  from: string,
  naming: Required<DiagramNaming>,
): Promise<StudioFile[]> {
  return await Promise.all(
    files.map(async (file) => {
      if (file.name.endsWith('.dmn')) return file;
      const root = await readDiagram(file.content);
      const processes = processesOf(root);
      for (const process of processes) {
        const isMain = process.id === from;
        rename(root, process, isMain ? naming : { key: `${naming.key}-${process.id ?? ''}` });
      }
      const isMain = processes.some(({ id }) => id === naming.key);
      return { name: isMain ? `${naming.key}.bpmn` : file.name, content: await written(root) };
    }),
  );
}

async function readDiagram(xml: string): Promise<Element> {
  if (xml.length > mostDiagramText) throw new DiagramRefused('tooLarge');
  try {
    const { rootElement } = await new BpmnModdle().fromXML(xml);
    const root = rootElement as unknown as Element;
    if (processesOf(root).length > 0 && (root.diagrams ?? []).length === 0) throw new DiagramRefused('noShapes');
    return root;
  } catch (error) {
    throw error instanceof DiagramRefused ? error : new DiagramRefused('unreadable');
  }
}

function processesOf(root: Element): Element[] {
  return (root.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Process');
}

/** What refers to the process by the tree follows by itself; calls name it by its key. */
function rename(root: Element, process: Element, { key, name }: DiagramNaming): void {
  const before = process.id;
  process.id = key;
  if (name !== undefined) process.name = name;
  for (const element of processesOf(root).flatMap(everyIn))
    if (element.calledElement !== undefined && element.calledElement === before) element.calledElement = key;
}

function everyIn(element: Element): Element[] {
  return [element, ...(element.flowElements ?? []).flatMap(everyIn)];
}

async function written(root: Element): Promise<string> {
  return (await new BpmnModdle().toXML(root, { format: true })).xml;
}
