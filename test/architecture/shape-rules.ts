import { isTest } from './source.js';
import type { Source, Violation } from './source.js';

const sourceLines = 300;
const testLines = 500;
/** Paths that exist only on the machine where the text was written. Joined here so that this file does not name them. */
const foreignPaths = [
  ['..', 'shared'],
  ['', 'work', 'main'],
  ['', 'work', 'shared'],
  ['', 'tmp', 'plan'],
].map((parts) => parts.join('/'));

/** Checks the length of every file: 300 lines, tests 500. */
export function checkLength(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path, text }) => {
    const limit = isTest(path) ? testLines : sourceLines;
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > limit ? [{ path, problem: `has ${lines} lines, expected at most ${limit}; split it` }] : [];
  });
}

/** Checks that a lib has one index.ts and that nothing re-exports a whole file. */
export function checkBarrels(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path, text }) => {
    const inner = /^libs\/[^/]+\/.+\/index\.ts$/.test(path) && !/^libs\/[^/]+\/src\/index\.ts$/.test(path);
    const problems = [
      ...(inner ? ['is a second index.ts in its lib; import the files themselves'] : []),
      ...(/^export \* from/m.test(text) ? ['re-exports a whole file; name what is public'] : []),
    ];
    return problems.map((problem) => ({ path, problem }));
  });
}

/**
 * Checks that no two prepared statements have one name: PostgreSQL keeps them by it, and the second of two on a connection
 * fails.
 */
export function checkStatementNames(sources: readonly Source[]): Violation[] {
  const places = new Map<string, string>();
  return sources
    .filter(({ path }) => path.startsWith('libs/') && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bname: ['`]((?:casework|engine|identity|joint-meeting|organisation)-[\w-]+)['`]/gu)].flatMap(
        ({ 1: name = '' }) => {
          const first = places.get(name);
          if (first === undefined) places.set(name, path);
          return first === undefined ? [] : [{ path, problem: `names a statement ${name}, as ${first} does` }];
        },
      ),
    );
}

/** Checks that no text of the project points to a folder outside of it. */
export function checkForeignPaths(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path, text }) =>
    foreignPaths
      .filter((foreign) => text.includes(foreign))
      .map((foreign) => ({ path, problem: `mentions ${foreign}, which no reader of the project has` })),
  );
}
