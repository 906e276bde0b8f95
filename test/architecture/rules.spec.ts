import { describe, expect, it } from '@jest/globals';
import { checkFolders, checkImports } from './import-rules.js';
import { checkMigrations } from './migration-rules.js';
import { checkPurity } from './purity-rules.js';
import { checkBarrels, checkForeignPaths, checkLength, checkStatementNames } from './shape-rules.js';

const at = (path: string, text: string) => [{ path, text }];

describe('the import rules', () => {
  it.each([
    ['a lib above its place', 'libs/engine/src/a.ts', `import { x } from '@lianban/casework';`],
    ['anything of ours from a pure lib', 'libs/bpmn/src/a.ts', `import { x } from '@lianban/platform';`],
    ['a type from above', 'libs/organisation/src/a.ts', `import type { X } from '@lianban/identity';`],
    ['a re-export from above', 'libs/platform/src/a.ts', `export { x } from '@lianban/bpmn';`],
    ['a dynamic import from above', 'libs/platform/src/a.ts', `const x = await import('@lianban/engine');`],
    ['an app from a lib', 'libs/casework/src/a.ts', `import { x } from '../../../apps/api/src/main.js';`],
    ['an app from another app', 'apps/cli/src/a.ts', `import { x } from '../../api/src/main.js';`],
    ['an app by its name', 'apps/cli/src/a.ts', `import { x } from '@lianban/api';`],
    ['a deep path', 'apps/api/src/a.ts', `import { x } from '@lianban/bpmn/src/core/step.js';`],
    ['a deep path from a test', 'test/a.spec.ts', `import { x } from '../libs/bpmn/src/core/step.js';`],
    ['a lib that does not exist', 'apps/api/src/a.ts', `import { x } from '@lianban/helpers';`],
    ['the server from the browser', 'apps/web/src/a.ts', `import { x } from '@lianban/casework';`],
    ['a file system from a pure lib', 'libs/calendar/src/a.ts', `import { readFileSync } from 'node:fs';`],
    ['a framework from a pure lib', 'libs/bpmn/src/a.ts', `import { Injectable } from '@nestjs/common';`],
    ['its own name', 'libs/engine/src/a.ts', `import { x } from '@lianban/engine';`],
  ])('refuse %s', (_what, path, text) => {
    expect(checkImports(at(path, text))).toHaveLength(1);
  });

  it.each([
    ['libs/engine/src/a.ts', `import { x } from '@lianban/bpmn';`],
    ['libs/joint-meeting/src/a.ts', `import { x } from '@lianban/casework';`],
    ['apps/worker/src/a.ts', `import { x } from '@lianban/joint-meeting';`],
    ['apps/web/src/a.tsx', `import { x } from '@lianban/bpmn';`],
    ['libs/bpmn/src/core/a.ts', `import { x } from '../model/b.js';`],
    ['libs/bpmn/src/a.spec.ts', `import { readFileSync } from 'node:fs';`],
    ['test/a.spec.ts', `import { x } from '@lianban/casework';`],
  ])('let %s do: %s', (path, text) => {
    expect(checkImports(at(path, text))).toEqual([]);
  });

  it('report the line of the import', () => {
    const [violation] = checkImports(at('libs/bpmn/src/a.ts', `const a = 1;\n\nimport '@lianban/engine';\n`));
    expect(violation).toMatchObject({ path: 'libs/bpmn/src/a.ts', line: 3 });
  });

  it('refuse a lib or an app that the table does not know', () => {
    expect(checkFolders(['bpmn', 'helpers'], ['api', 'portal']).map(({ path }) => path)).toEqual([
      'libs/helpers',
      'apps/portal',
    ]);
  });
});

describe('the migration rules', () => {
  const path = 'libs/casework/src/migrations/a.ts';
  const migration = (sql: string, number = 1_798_600_000_000): string =>
    `export class A${number} implements MigrationInterface { async up(runner) { await runner.query(\`${sql}\`); } }`;

  it.each([
    'CREATE INDEX a ON casework.case_file (title)',
    'CREATE UNIQUE INDEX a ON casework.case_file (title) WHERE title IS NOT NULL',
    'CREATE INDEX CONCURRENTLY a ON casework.case_file (title)',
    'ALTER TABLE casework.case_file ALTER COLUMN title TYPE varchar(200)',
    'ALTER TABLE casework.trail ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()',
    'ALTER TABLE casework.trail ADD COLUMN day date GENERATED ALWAYS AS (at::date) STORED',
    'ALTER TABLE casework.case_file ALTER title SET NOT NULL',
    'ALTER TABLE casework.case_file ADD CONSTRAINT a CHECK (returns >= 0)',
    'ALTER TABLE casework.case_file ADD COLUMN a uuid REFERENCES casework.form',
    'VACUUM FULL engine.journal',
    `UPDATE casework.case_file SET title = 'x'`,
  ])('refuse "%s" on a table that grows', (sql) => {
    expect(checkMigrations(at(path, migration(sql)))).toHaveLength(1);
  });

  it.each([
    ['a table of its own', 'CREATE TABLE casework.new (id uuid); CREATE INDEX a ON casework.new (id)'],
    ['a small one', 'CREATE INDEX a ON casework.channel (name); UPDATE casework.channel SET name = code'],
    ['a column without a value', 'ALTER TABLE casework.case_file ADD COLUMN a text'],
    ['a column with the same value for all', `ALTER TABLE casework.case_file ADD COLUMN a text NOT NULL DEFAULT 'x'`],
    ['a constraint for what comes', 'ALTER TABLE casework.case_file ADD CONSTRAINT a CHECK (returns >= 0) NOT VALID'],
  ])('allow %s', (_what, sql) => {
    expect(checkMigrations(at(path, migration(sql)))).toEqual([]);
  });

  it('allow an index that is built beside writers and begun anew by a second attempt, and what was there before', () => {
    const beside = `export class A1798600000000 { readonly transaction = false; async up(runner) {
      await runner.query('DROP INDEX CONCURRENTLY IF EXISTS casework.a');
      await runner.query('CREATE INDEX CONCURRENTLY a ON casework.case_file (title)'); } }`;

    expect(checkMigrations(at(path, beside))).toEqual([]);
    expect(checkMigrations(at(path, migration('VACUUM FULL engine.journal', 1_798_599_999_999)))).toEqual([]);
  });
});

describe('the purity rules', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'DateTime.now()',
    'DateTime.utc()',
    'performance.now()',
    'crypto.randomUUID()',
    'process.env',
    'setTimeout(f, 1)',
    `fetch('x')`,
  ])('refuse %s in a pure lib', (expression) => {
    expect(checkPurity(at('libs/bpmn/src/a.ts', `export const x = ${expression};`))).toHaveLength(1);
  });

  it('let a pure lib turn an instant that it was given into a date', () => {
    expect(checkPurity(at('libs/calendar/src/a.ts', `export const f = (i: string) => new Date(i);`))).toEqual([]);
  });

  it('let a pure lib call a BPMN process what it is', () => {
    expect(checkPurity(at('libs/bpmn/src/a.ts', `export const f = (process: P) => process.nodes;`))).toEqual([]);
  });

  it('let comments and texts speak of clocks', () => {
    expect(checkPurity(at('libs/bpmn/src/a.ts', `// never Date.now()\nexport const x = 'Math.random()';`))).toEqual([]);
  });

  it('let specs and impure libs read the clock', () => {
    expect(checkPurity(at('libs/bpmn/src/a.spec.ts', 'Date.now();'))).toEqual([]);
    expect(checkPurity(at('libs/platform/src/a.ts', 'Date.now();'))).toEqual([]);
  });
});

describe('the shape rules', () => {
  it('refuse a source of 301 lines and a spec of 501', () => {
    const lines = (n: number) => 'x;\n'.repeat(n);
    expect(
      checkLength([...at('libs/bpmn/src/a.ts', lines(301)), ...at('libs/bpmn/src/a.spec.ts', lines(501))]),
    ).toHaveLength(2);
    expect(
      checkLength([...at('libs/bpmn/src/a.ts', lines(300)), ...at('libs/bpmn/src/a.spec.ts', lines(500))]),
    ).toEqual([]);
  });

  it('refuse an inner index.ts and a star export', () => {
    expect(checkBarrels(at('libs/bpmn/src/core/index.ts', `export { x } from './x.js';`))).toHaveLength(1);
    expect(checkBarrels(at('libs/bpmn/src/index.ts', `export * from './x.js';`))).toHaveLength(1);
    expect(checkBarrels(at('libs/bpmn/src/index.ts', `export { x } from './x.js';`))).toEqual([]);
  });

  it('refuse a path outside of the project', () => {
    expect(checkForeignPaths(at('docs/a.md', `see ${['..', 'shared', 'a.md'].join('/')}`))).toHaveLength(1);
  });
});

it('the statement rule refuses a name that is taken, in whichever file', () => {
  const file = (path: string, ...names: string[]) => at(path, names.map((name) => `{ name: '${name}' }`).join('\n'));
  const one = file('libs/a/src/a.ts', 'casework-find', 'casework-lock');
  expect(checkStatementNames([...one, ...file('libs/b/src/b.ts', 'casework-keep')])).toEqual([]);
  expect(checkStatementNames([...one, ...file('libs/b/src/b.ts', 'casework-lock')])).toMatchObject([
    { path: 'libs/b/src/b.ts', problem: expect.stringContaining('libs/a/src/a.ts') },
  ]);
});
