import { posix } from 'node:path';
import { importTable, pureLibs, serverApps, webMayImport } from './import-table.js';
import { importsOf, isTest, packageOf } from './source.js';
import type { Source, Violation } from './source.js';

const frameworks = /^(@nestjs\/|typeorm$|pg$|bullmq$|ioredis$|pino$|fastify$|react)/;

/** Checks every import of every file against the table: who may see whom, no deep path, no way round by a relative path. */
export function checkImports(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ module, line }) => {
      const problem = problemOf(source.path, module);
      return problem ? [{ path: source.path, line, problem }] : [];
    }),
  );
}

/** Names every folder in libs/ and apps/ that the import table does not know. */
export function checkFolders(libs: readonly string[], apps: readonly string[]): Violation[] {
  const known = [...serverApps, 'web'];
  return [
    ...libs.filter((lib) => !Object.hasOwn(importTable, lib)).map((lib) => unknownFolder(`libs/${lib}`)),
    ...apps.filter((app) => !known.includes(app)).map((app) => unknownFolder(`apps/${app}`)),
  ];
}

function unknownFolder(path: string): Violation {
  return { path, problem: 'is not in test/architecture/import-table.ts; add it there and to docs/architecture.md' };
}

function problemOf(path: string, module: string): string | undefined {
  if (module.startsWith('.')) return relativeProblem(path, module);
  const owner = packageOf(path);
  if (module.startsWith('@lianban/')) return libProblem(path, module.slice('@lianban/'.length));
  if (owner?.kind !== 'lib' || !pureLibs.includes(owner.name) || isTest(path)) return undefined;
  if (module.startsWith('node:')) return `libs/${owner.name} runs in a browser too and may not import ${module}`;
  if (frameworks.test(module)) return `libs/${owner.name} is pure and may not import ${module}`;
  return undefined;
}

function relativeProblem(path: string, module: string): string | undefined {
  const from = packageOf(path);
  const target = posix.join(posix.dirname(path), module);
  const to = packageOf(target);
  if (from?.kind === to?.kind && from?.name === to?.name) return undefined;
  if (from === undefined && to?.kind === 'lib') return `import @lianban/${to.name} instead of ${module}`;
  if (from === undefined || isLauncher(path, target)) return undefined;
  return `${module} leaves ${from.kind}s/${from.name}; import another lib by its name @lianban/<lib>`;
}

/** npm links the command from apps/cli/bin before anything is built, so that file alone reaches the build script. */
function isLauncher(path: string, target: string): boolean {
  return path.startsWith('apps/cli/bin/') && target.startsWith('scripts/');
}

function libProblem(path: string, name: string): string | undefined {
  const [lib = '', ...deep] = name.split('/');
  if (deep.length > 0) return `@lianban/${name} is a deep path; import @lianban/${lib}`;
  if (!Object.hasOwn(importTable, lib)) return `@lianban/${lib} is no lib of the import table`;

  const owner = packageOf(path);
  if (owner === undefined) return undefined;
  if (owner.kind === 'lib') return libMayNot(owner.name, lib);
  if (owner.name === 'web' && !webMayImport.includes(lib)) return `apps/web may not import @lianban/${lib}`;
  return undefined;
}

function libMayNot(from: string, to: string): string | undefined {
  const allowed = importTable[from];
  if (from === to) return `libs/${from} imports itself by name; use a relative path`;
  if (allowed === undefined) return `libs/${from} is not in the import table`;
  if (allowed.includes(to)) return undefined;
  return `libs/${from} may not import @lianban/${to}; it may import ${allowed.join(', ') || 'nothing of ours'}`;
}
