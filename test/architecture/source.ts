import ts from 'typescript';

/** A source file of the tree: path relative to the project root with forward slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A broken rule: where, and what to do about it. */
export interface Violation {
  readonly path: string;
  readonly line?: number;
  readonly problem: string;
}

/** The modules a file names in import, export … from, dynamic import and require. */
export function importsOf(source: Source): { module: string; line: number }[] {
  const { importedFiles } = ts.preProcessFile(source.text, true, true);
  return importedFiles.map(({ fileName, pos }) => ({
    module: fileName,
    line: source.text.slice(0, pos).split('\n').length,
  }));
}

/** The package a path belongs to: `libs/bpmn`, `apps/api`, or undefined outside both. */
export function packageOf(path: string): { kind: 'lib' | 'app'; name: string } | undefined {
  const [folder, name] = path.split('/');
  if (!name || (folder !== 'libs' && folder !== 'apps')) return undefined;
  return { kind: folder === 'libs' ? 'lib' : 'app', name };
}

/** True for specs, fixtures and everything under test/. */
export function isTest(path: string): boolean {
  return /\.spec\.tsx?$/.test(path) || path.startsWith('test/') || /\/(testing|fixtures?)\//.test(path);
}
