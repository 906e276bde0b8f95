import { smallTables } from './small-tables.js';
import type { Source, Violation } from './source.js';

/** Migrations from this number on run while people work; those before were there when the rules came. */
const since = 1_798_600_000_000;

interface Rule {
  /** Finds the statement; the group `table` names the table where the statement does. */
  readonly found: RegExp;
  /** A statement in the same file that makes it harmless. */
  readonly unless?: RegExp;
  /** What is wrong, and the way that is right. */
  readonly problem: string;
}

const rules: readonly Rule[] = [
  {
    found: /CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY)[^;]*?\bON\s+(?:ONLY\s+)?(?<table>[\w.]+)/giu,
    problem:
      'builds an index that keeps writers out: set "readonly transaction = false", then DROP INDEX CONCURRENTLY IF EXISTS and CREATE INDEX CONCURRENTLY',
  },
  {
    found: /CREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY[^;]*?\bON\s+(?<table>[\w.]+)/giu,
    unless: /transaction = false[\s\S]*DROP\s+INDEX\s+CONCURRENTLY\s+IF\s+EXISTS/iu,
    problem:
      'builds an index beside writers without "readonly transaction = false" and DROP INDEX CONCURRENTLY IF EXISTS before it, by which a second attempt begins anew',
  },
  {
    found:
      /ALTER\s+TABLE\s+(?:ONLY\s+)?(?<table>[\w.]+)[^;]*?\bALTER\s+(?:COLUMN\s+)?\w+\s+(?:SET\s+DATA\s+)?TYPE\b/giu,
    problem: 'rewrites the table: add a second column, fill it in pieces, and change over in a later version',
  },
  {
    found:
      /ALTER\s+TABLE\s+(?:ONLY\s+)?(?<table>[\w.]+)[^;]*?\bADD\s+COLUMN\b[^;,]*?(?:DEFAULT\s+(?!now\()[\w.]+\(|GENERATED\s+ALWAYS\s+AS\s*\([^;]*?STORED)/giu,
    problem:
      'rewrites the table for a value that each row gets of its own: add the column without, and fill it in pieces',
  },
  {
    found: /ALTER\s+TABLE\s+(?:ONLY\s+)?(?<table>[\w.]+)[^;]*?\bSET\s+NOT\s+NULL\b/giu,
    unless: /VALIDATE\s+CONSTRAINT/iu,
    problem:
      'reads the whole table while nobody may use it: ADD CONSTRAINT … CHECK (… IS NOT NULL) NOT VALID and VALIDATE CONSTRAINT come first',
  },
  {
    found:
      /ALTER\s+TABLE\s+(?:ONLY\s+)?(?<table>[\w.]+)[^;]*?\bADD\s+CONSTRAINT\b(?![^;]*?(?:NOT\s+VALID|USING\s+INDEX))/giu,
    problem:
      'reads the whole table while nobody may use it: add the constraint NOT VALID and VALIDATE it after; a unique one USING INDEX',
  },
  {
    found: /ALTER\s+TABLE\s+(?:ONLY\s+)?(?<table>[\w.]+)[^;]*?\bADD\s+COLUMN\b[^;,]*?\bREFERENCES\b/giu,
    problem: 'reads the whole table for a foreign key: add the column, then the constraint NOT VALID, then VALIDATE it',
  },
  {
    found: /\b(?:VACUUM\s+FULL|CLUSTER|REINDEX\s+(?:TABLE|INDEX)(?!\s+CONCURRENTLY))\s+(?<table>[\w.]+)/giu,
    problem: 'rewrites the table while nobody may use it',
  },
  {
    found: /\bUPDATE\s+(?:ONLY\s+)?(?<table>\w+\.\w+)\s[^;]*?\bSET\b/giu,
    unless: /\bLIMIT\b/iu,
    problem: 'changes all rows at once, and holds them until the end: change them in pieces, by LIMIT and a loop',
  },
];

/** Checks that no new migration keeps people from a table that grows with the cases; CONTRIBUTING.md says how it is done. */
export function checkMigrations(sources: readonly Source[]): Violation[] {
  return sources
    .filter(({ path, text }) => /^libs\/[^/]+\/src\/migrations\//u.test(path) && numberOf(text) >= since)
    .flatMap(({ path, text }) => {
      const made = new Set(
        [...text.matchAll(/CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.]+)/giu)].map(([, name]) => name),
      );
      return rules.flatMap(({ found, unless, problem }) =>
        [...text.matchAll(found)].flatMap(({ index, groups }) => {
          const table = groups?.['table'] ?? '';
          if (made.has(table) || smallTables.has(table) || unless?.test(text)) return [];
          return [{ path, line: text.slice(0, index).split('\n').length, problem: `${table}: ${problem}` }];
        }),
      );
    });
}

function numberOf(text: string): number {
  return Number(/\bclass \w+?(\d{13})\b/u.exec(text)?.[1] ?? 0);
}
