import { createHash } from 'node:crypto';

/** A file of a deployment, exactly as it was given. */
export interface SourceFile {
  readonly name: string;
  readonly content: string;
}

/** Hash of what a deployment holds; the order of the files does not matter, their names do. */
export function hashOfFiles(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${JSON.stringify(name)} ${Buffer.byteLength(content)}\n`).update(content);
  }
  return hash.digest('hex');
}

/** DMN by its file name or else by its namespace; everything else that compiles is BPMN. */
export function kindOfFile({ name, content }: SourceFile): 'bpmn' | 'dmn' {
  if (/\.dmn$/i.test(name)) return 'dmn';
  if (/\.bpmn$/i.test(name)) return 'bpmn';
  return /xmlns(:[\w.-]+)?\s*=\s*["']https?:\/\/www\.omg\.org\/spec\/DMN\//.test(content) ? 'dmn' : 'bpmn';
}

/** The file that declares a process. */
export function fileOfProcess(files: readonly SourceFile[], processId: string): SourceFile | undefined {
  const id = processId.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const declaration = new RegExp(`<(?:[\\w.-]+:)?process\\b[^>]*\\bid\\s*=\\s*["']${id}["']`);
  return files.find((file) => kindOfFile(file) === 'bpmn' && declaration.test(file.content));
}
