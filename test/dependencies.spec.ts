import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { foldersIn, root } from './architecture/tree.js';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
}

/** Licences that ask for no more than a notice. MPL-2.0 covers a build tool's own files and does not reach our code. */
const permissive =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|MPL-2\.0)( (AND|OR) (MIT|CC0-1\.0|Apache-2\.0))?\)?$/;
/** Packages with a licence text of their own, read by hand; docs/dependencies.md says what they ask for. */
const readByHand = new Set([
  ...['bpmn-js', 'cli-table', 'component-props', 'pako', 'png-js', '@fontsource-variable/noto-serif-sc'],
  ...['dmn-js', 'dmn-js-boxed-expression', 'dmn-js-decision-table', 'dmn-js-drd', 'dmn-js-literal-expression'],
  'dmn-js-shared',
]);

describe('docs/dependencies.md', () => {
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));

  it('names every direct dependency of every workspace, and none that is gone', () => {
    expect([...new Set(listed)].sort()).toEqual(directDependencies());
  });

  it('says for each what it is for, who keeps it and under which licence', () => {
    for (const row of rows)
      expect(
        row
          .split('|')
          .slice(1, -1)
          .every((cell) => cell.trim() !== ''),
      ).toBe(true);
  });
});

describe('the lock file', () => {
  const { packages } = json<{ packages: Record<string, LockedPackage> }>('package-lock.json');
  const installed = Object.entries(packages).filter(
    ([path, { link, version }]) => path.includes('node_modules/') && !link && version !== undefined,
  );

  it('gives every package a version; npm refuses a file with gaps', () => {
    const gaps = Object.entries(packages).filter(
      ([path, { link, version }]) => path.includes('node_modules/') && !link && version === undefined,
    );
    expect(gaps.map(([path]) => path)).toEqual([]);
  });

  it('holds only packages with a permissive licence', () => {
    const others = installed
      .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license }))
      .filter(({ name, license }) => !readByHand.has(name) && !permissive.test(license ?? ''));
    expect(others).toEqual([]);
  });
});

function directDependencies(): string[] {
  const folders = [
    '.',
    ...foldersIn('libs').map((lib) => `libs/${lib}`),
    ...foldersIn('apps').map((app) => `apps/${app}`),
  ];
  const names = folders.flatMap((folder) => {
    const manifest = json<Manifest>(join(folder, 'package.json'));
    return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
  });
  return [...new Set(names)].filter((name) => !name.startsWith('@lianban/')).sort();
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
}
