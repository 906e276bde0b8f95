#!/usr/bin/env node
/** Exit 0 when node_modules holds what package-lock.json names; 1 when `npm ci` has to run first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root.mjs';

process.exitCode = isInstalled() ? 0 : 1;

function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.includes('node_modules/') || link || version === undefined) return true;
    const found = present[path];
    return found === undefined ? Boolean(optional ?? peer) : found.version === version;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
