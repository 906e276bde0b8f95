import type { Command } from 'commander';
import { letterRows } from '../letters/letter-rows.js';
import { print } from '../operations/tell.js';
import { signIn, withServer, type ServerOptions } from '../server/sign-in.js';

/** The demo account that keeps the settings. */
const administrator = 'sysadmin';

interface ImportAnswer {
  readonly known: number;
  readonly created: number;
  readonly refused: number;
  readonly rows: readonly { readonly line: number; readonly fate: string; readonly reason: string | null }[];
}

/** `lianban categories import`: topics from a CSV file into a running server. */
export function registerCategories(program: Command): void {
  const categories = program.command('categories').description('topics of requests, at a running server');
  withServer(categories.command('import'), administrator)
    .description('bring a table of topics in; what is there keeps its code')
    .argument('<csv>', 'first line: names of the columns; then the names of each level, from the first down')
    .option('--dry-run', 'tell what would become of each line')
    .action(importCategories);
}

async function importCategories(path: string, options: ServerOptions & { readonly dryRun?: boolean }): Promise<void> {
  const lines: { readonly line: number; readonly names: readonly string[] }[] = [];
  for await (const { line, fields } of letterRows(path)) lines.push({ line, names: fields });
  const table = lines.slice(1);
  const server = await signIn(options, administrator);
  const body = { rows: table.map(({ names }) => names), dryRun: options.dryRun ?? false };
  const { known, created, refused, rows } = await server.ask<ImportAnswer>('POST', 'categories/import', body);
  for (const { line, fate, reason } of rows)
    if (fate === 'refused') print(`${path}:${table[line - 1]?.line ?? line}: ${reason}`);
  print(`${created} lines new, ${known} known, ${refused} refused${options.dryRun ? '; nothing was changed' : ''}`);
  if (refused > 0) process.exitCode = 1;
}
