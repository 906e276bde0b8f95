#!/usr/bin/env node
/**
 * Builds what `npm start` runs: the server with SWC into dist/, the web with Vite into apps/web/dist/.
 * Each half is skipped while its content stamp (sources, configuration, lock file) is unchanged.
 *
 *   node scripts/build.mjs [--server] [--web] [--force] [--quiet]
 *
 * Two builds at once are safe: every file is replaced atomically and only when its content changes.
 */
import { pathToFileURL } from 'node:url';
import { buildServer } from './build/server.mjs';
import { buildWeb } from './build/web.mjs';

/**
 * Builds the halves asked for; both when none is named.
 * @param {{ server?: boolean, web?: boolean, force?: boolean, log?: (line: string) => void }} [options]
 */
export async function build(options = {}) {
  const both = !options.server && !options.web;
  const { force = false, log = console.log } = options;
  if (both || options.server) await buildServer({ force, log });
  if (both || options.web) await buildWeb({ force, log });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const known = new Set(['--server', '--web', '--force', '--quiet']);
  const flags = new Set(process.argv.slice(2));
  const unknown = [...flags].filter((flag) => !known.has(flag));
  if (unknown.length > 0) {
    console.error(`build: unknown option ${unknown.join(' ')}; expected ${[...known].join(', ')}`);
    process.exit(2);
  }
  try {
    await build({
      server: flags.has('--server'),
      web: flags.has('--web'),
      force: flags.has('--force'),
      ...(flags.has('--quiet') ? { log: () => {} } : {}),
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
