#!/usr/bin/env node
/** `npm start`: builds server and web when stale, then runs `lianban start` in this process, so that signals reach it. */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { build } = await import('./build.mjs');
try {
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (!process.env.LIANBAN_DEMO) process.env.LIANBAN_DEMO = '1'; // a first look has something to look at; set 0 to go without
process.argv.splice(2, 0, 'start');
await import('../dist/apps/cli/src/main.js');
