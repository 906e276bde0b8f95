import { describe, expect, it } from '@jest/globals';
import { checkFolders, checkImports } from './architecture/import-rules.js';
import { checkMigrations } from './architecture/migration-rules.js';
import { checkPurity } from './architecture/purity-rules.js';
import { checkBarrels, checkForeignPaths, checkLength, checkStatementNames } from './architecture/shape-rules.js';
import type { Violation } from './architecture/source.js';
import { foldersIn, readTree } from './architecture/tree.js';

const code = ['apps', 'libs', 'scripts', 'test'].flatMap((folder) => readTree(folder, /\.(ts|tsx|mjs)$/));
const written = code.filter(({ path }) => !path.endsWith('.d.ts'));

describe('the tree', () => {
  it('has only libs and apps that the import table knows', () => {
    expect(told(checkFolders(foldersIn('libs'), foldersIn('apps')))).toEqual([]);
  });

  it('imports along the table, by name, never by a deep path', () => {
    expect(told(checkImports(written))).toEqual([]);
  });

  it('keeps clocks, chance, files and network out of the pure libs', () => {
    expect(told(checkPurity(written))).toEqual([]);
  });

  it('has no file above 300 lines and no test above 500', () => {
    expect(told(checkLength(written))).toEqual([]);
  });

  it('has one index.ts per lib and no re-export of whole files', () => {
    expect(told(checkBarrels(written))).toEqual([]);
  });

  it('names every prepared statement once', () => {
    expect(told(checkStatementNames(written))).toEqual([]);
  });

  it('has no new migration that keeps people from a large table', () => {
    expect(told(checkMigrations(written.filter(({ path }) => !path.endsWith('.spec.ts'))))).toEqual([]);
  });

  it('names no path that exists only where it was written', () => {
    const texts = readTree('.', /\.(ts|tsx|mjs|md|ya?ml|json|bpmn|dmn|css|html|sql)$|^(Dockerfile|run)$/);
    expect(told(checkForeignPaths(texts))).toEqual([]);
  });
});

/** One readable line per violation. */
function told(violations: readonly Violation[]): string[] {
  return violations.map(({ path, line, problem }) => `${path}${line === undefined ? '' : `:${line}`} ${problem}`);
}
