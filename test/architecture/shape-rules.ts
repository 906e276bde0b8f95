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

/** Checks that no text of the project points to a folder outside of it. */
export function checkForeignPaths(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path, text }) =>
    foreignPaths
      .filter((foreign) => text.includes(foreign))
      .map((foreign) => ({ path, problem: `mentions ${foreign}, which no reader of the project has` })),
  );
}
