#!/usr/bin/env node
/** The `lianban` command from a source tree: compiles the server when it is stale, then runs apps/cli in this process. */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { build } = await import('./build.mjs');
const log = (line) => {
  if (!line.endsWith('up to date')) console.error(line);
};
try {
  await build({ server: true, log });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(3);
}
await import('../dist/apps/cli/src/main.js');
