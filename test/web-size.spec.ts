import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildWeb } from '../scripts/build/web.mjs';
import { root } from './architecture/tree.js';

/** One entry of Vite's manifest: a built file and what it needs before it can run. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const dist = join(root, 'apps/web/dist');

/** What somebody waits for: the modules that the first view needs, and how many bytes of script that may be. */
const firstLoads = ['zh-CN', 'en'].flatMap((language) => [
  {
    view: `the clerk's inbox in ${language}`,
    modules: [
      ...['index.html', 'src/app.tsx', 'src/components/shell/shell.tsx', 'src/pages/inbox/inbox-page.tsx'],
      ...[`src/messages/${language}.ts`, `src/messages/${language}.widgets.ts`],
    ],
    most: 285_000,
  },
  {
    view: `the residents' pages in ${language}`,
    modules: ['resident.html', 'src/resident-app.tsx', `src/messages/${language}.ts`],
    most: 160_000,
  },
]);

describe('the web as it is sent, compressed with brotli', () => {
  let manifest: Readonly<Record<string, Chunk>>;

  beforeAll(async () => {
    await buildWeb({ force: false, log: () => undefined });
    manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as typeof manifest;
  }, 120_000);

  it.each(firstLoads)('needs at most $most bytes of script for $view', ({ view, modules, most }) => {
    const files = filesFor(manifest, modules);
    const bytes = files.reduce((sum, file) => sum + sizeOf(join(dist, file)), 0);

    process.stdout.write(`${view}: ${bytes} of ${most} bytes of script in ${files.length} files\n`);
    expect(bytes).toBeLessThanOrEqual(most);
  });

  it('gives nobody the texts of two languages', () => {
    const [chinese = [], , english = []] = firstLoads.map(({ modules }) => filesFor(manifest, modules));
    const texts = (files: readonly string[]) => files.filter((file) => /^assets\/(?:zh-CN|en)\b/u.test(file));

    expect(texts(chinese).length).toBeGreaterThan(0);
    expect(texts(english).length).toBeGreaterThan(0);
    expect(texts(chinese).filter((file) => texts(english).includes(file))).toEqual([]);
  });

  it('gives residents no file that draws diagrams, and no style sheet of the offices', () => {
    const files = filesFor(manifest, ['resident.html', 'src/resident-app.tsx', 'src/messages/zh-CN.ts']);
    const scripts = files.map((file) => readFileSync(join(dist, file), 'utf8'));

    expect(scripts.some((script) => script.includes('djs-container'))).toBe(false);
    expect(scripts.some((script) => script.includes('ant-btn') || script.includes('anticon'))).toBe(false);
  });
});

/** What is sent of a file; one that does not get smaller is sent as it is. */
function sizeOf(path: string): number {
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

/** Every script that has to be there before the modules run. */
function filesFor(manifest: Readonly<Record<string, Chunk>>, modules: readonly string[]): string[] {
  const needed = new Set<string>();
  const add = (key: string): void => {
    if (needed.has(key)) return;
    needed.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the manifest of the web names no "${key}"; a page was moved or is built otherwise`);
    chunk.imports?.forEach(add);
  };
  modules.forEach(add);
  return [...needed].map((key) => manifest[key]?.file ?? key);
}
