import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { configVariables } from '@lianban/platform';
import { readTree, root } from './architecture/tree.js';

const pages = readTree('.', /\.md$/).filter(({ path }) => !path.startsWith('var/'));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tableNames = (text: string) => [...text.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);

describe('the documents', () => {
  it('link only to files that exist', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('name only files and folders that exist', () => {
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:apps|docker|docs|libs|scripts|test|workflows)\/[\w./-]+)`/g)].map(([, file = '']) => ({
        path,
        file,
      })),
    );
    const missing = named.filter(({ file }) => !existsSync(join(root, file)) && !file.startsWith('apps/web/dist'));
    expect(missing).toEqual([]);
  });

  describe('of the rules', () => {
    const rules = read('docs/rules.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (Rule|-+) /u.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const named = rules.flatMap(([, , , home = '', proof = '']) =>
      [...`${home} ${proof}`.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
    );
    const isFile = (name: string) => /\.(?:ts|tsx|bpmn|dmn|yaml)$/u.test(name);
    const sources = ['libs', 'apps', 'test', 'workflows'].flatMap((folder) =>
      readTree(folder, /\.(ts|tsx|bpmn|dmn|yaml)$/u),
    );

    it('give each one its source, where it lives and what proves it', () => {
      expect(rules.length).toBeGreaterThan(60);
      expect(rules.filter((cells) => cells.length !== 6 || cells.slice(1, 5).includes(''))).toEqual([]);
    });

    it('name only files that exist there', () => {
      const missing = named
        .filter(isFile)
        .filter((name) => !sources.some(({ path }) => path === name || path.endsWith(`/${name}`)));
      expect(missing).toEqual([]);
    });

    it('name only tables, columns, services and elements that the code has', () => {
      const code = sources.filter(({ path }) => !path.endsWith('.spec.ts')).map(({ text }) => text);
      const missing = named
        .filter((name) => !isFile(name) && !/[/ ]/u.test(name))
        .filter((name) => !code.some((text) => text.includes(name)));
      expect(missing).toEqual([]);
    });
  });

  it.each(['README.md', 'README.zh-CN.md'])('keep %s within 150 lines', (path) => {
    expect(read(path).split('\n').length).toBeLessThanOrEqual(150);
  });

  it.each(['README.md', 'README.zh-CN.md', 'docs/operations.md'])(
    'list in %s every setting that the product reads',
    (path) => {
      expect(tableNames(read(path)).sort()).toEqual(configVariables.map(({ name }) => name).sort());
    },
  );

  it('have the same chapters in both READMEs', () => {
    const shape = (text: string) => text.split('\n').flatMap((line) => /^(#+ |```)/.exec(line)?.[1] ?? []);
    expect(shape(read('README.zh-CN.md'))).toEqual(shape(read('README.md')));
  });

  it('number the decisions without a gap and list each', () => {
    const numbers = pages.flatMap(({ path }) => /^docs\/adr\/(\d{4})-/.exec(path)?.[1] ?? []).sort();
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
    const listed = [...read('docs/adr/README.md').matchAll(/\((\d{4})-/g)].map(([, number]) => number);
    expect(listed).toEqual(numbers);
  });
});
