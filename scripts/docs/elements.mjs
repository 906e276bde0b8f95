#!/usr/bin/env node
/**
 * Writes the table of supported elements in docs/engine.md from libs/bpmn/src/behaviours: the registry names the
 * types, each behaviour's doc comment says what it does. With --check it only says whether the table is true.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../build/root.mjs';

const BEGIN = '<!-- elements:begin -->';
const END = '<!-- elements:end -->';
const folder = join(root, 'libs/bpmn/src/behaviours');
const page = join(root, 'docs/engine.md');

const before = readFileSync(page, 'utf8');
const filled = `${before.slice(0, before.indexOf(BEGIN) + BEGIN.length)}\n\n${table()}\n${before.slice(before.indexOf(END))}`;
const after = await prettier.format(filled, { ...(await prettier.resolveConfig(page)), parser: 'markdown' });
if (process.argv.includes('--check')) process.exitCode = before === after ? 0 : 1;
else writeFileSync(page, after);

function table() {
  const registry = readFileSync(join(folder, 'registry.ts'), 'utf8');
  const start = registry.indexOf('const behaviours');
  const body = registry.slice(start, registry.indexOf('};', start));
  const rows = [...body.matchAll(/^ {2}(\w+)(?:: (\w+))?,$/gm)].map(([, type, behaviour = type]) => {
    const file = `${behaviour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
    return `| \`${type}\` | ${sentenceOf(file, behaviour)} | [${file}](../libs/bpmn/src/behaviours/${file}) |`;
  });
  return ['| Element | What it does | Behaviour |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function sentenceOf(file, behaviour) {
  const source = readFileSync(join(folder, file), 'utf8');
  const comment =
    source.slice(0, source.indexOf(`export const ${behaviour}`)).match(/\/\*\*(?:(?!\*\/)[^])*\*\/\s*$/)?.[0] ?? '';
  return comment
    .replace(/^\s*\/?\*+\/?|\*\/\s*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
