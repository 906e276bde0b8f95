import type { StudioFile } from '../../../api/studio.js';

/** The diagram that holds a process, and what is deployed with it. */
export interface SplitFiles {
  readonly main: StudioFile;
  readonly others: readonly StudioFile[];
}

/** Parts the files of a deployment; where none of them has the process, its diagram is empty. */
export function splitFiles(files: readonly StudioFile[], processKey: string): SplitFiles {
  const main = files.find((file) => !isTable(file) && processIdsOf(file.content).includes(processKey));
  return { main: main ?? { name: '', content: '' }, others: files.filter((file) => file !== main) };
}

/** Decisions of the DMN files, by id and name. */
export function decisionsIn(files: readonly StudioFile[]): readonly { readonly id: string; readonly name: string }[] {
  return files.filter(isTable).flatMap(({ content }) => {
    const document = new DOMParser().parseFromString(content, 'application/xml');
    return [...document.getElementsByTagNameNS('*', 'decision')].map((decision) => {
      const id = decision.getAttribute('id') ?? '';
      return { id, name: decision.getAttribute('name') ?? id };
    });
  });
}

/** Whether a file holds decision tables. */
export function isTable({ name }: StudioFile): boolean {
  return name.endsWith('.dmn');
}

function processIdsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?process\b[^>]*?\bid="([^"]+)"/gu)].map(([, id = '']) => id);
}
