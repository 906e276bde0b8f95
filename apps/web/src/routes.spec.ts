import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const source = fileURLToPath(new URL('.', import.meta.url));
/** Texts that are apart, by what fetches them. */
const apart = { speakOfPages: 'messages/page-words.ts', speakOfWorkflows: 'messages/workflow-words.ts' };

describe('the pages', () => {
  it('come after the texts that they read, where those are apart', () => {
    const routes = readFileSync(join(source, 'routes.tsx'), 'utf8');
    const pages = [...routes.matchAll(/const (\w+) = page\(([\s\S]*?)\);\n(?=const|\n)/gu)];
    const early = pages.flatMap(([, name = '', call = '']) => {
      const file = /import\('\.\/([^']+)\.js'\)/u.exec(call)?.[1] ?? '';
      const needed = reached(`${file}.tsx`);
      return Object.entries(apart)
        .filter(([speak, words]) => needed.has(words) && !call.includes(speak))
        .map(([speak]) => `${name} needs ${speak}`);
    });

    expect(pages.length).toBeGreaterThan(40);
    expect(early).toEqual([]);
  });

  it('of residents have all their texts at once', () => {
    const needed = reached('resident-app.tsx');

    expect(needed.size).toBeGreaterThan(20);
    expect(Object.values(apart).filter((words) => needed.has(words))).toEqual([]);
  });
});

/** Every module that one needs before it runs. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(join(source, file), 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gmu,
  );
  for (const [, path = ''] of imports) {
    const module = join(dirname(file), path);
    const next = [module.replace(/\.js$/u, '.ts'), module.replace(/\.js$/u, '.tsx')].find((each) =>
      existsSync(join(source, each)),
    );
    if (next !== undefined) reached(next, seen);
  }
  return seen;
}
