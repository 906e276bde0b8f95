import { join } from 'node:path';
import { loadConfig } from '@lianban/platform';
import { readDefaultWorkflows, type WorkflowFolder } from '../installation/default-workflows.js';
import { productRoot } from '../installation/root.js';
import type { AnsweredLetter } from '../letters/letter.js';
import { readAnsweredLetters } from '../letters/read-letters.js';

type Counts = Readonly<Record<string, number>>;

interface LifeResult {
  readonly cases: number;
  readonly seed: number;
  readonly acts: Counts;
  readonly refused: Counts;
  readonly lapses: Counts;
  readonly ends: Counts;
  readonly refusedAtEnd: number;
  readonly checks: number;
  readonly seconds: number;
  readonly rows: readonly object[];
  readonly violations: readonly { id: string; step: number; at: string; act: string; broken: string }[];
}

interface ReplayWithActs {
  readonly acts: number;
  readonly json?: boolean;
  readonly rows?: boolean;
}

type LiveLetters = (options: {
  letters: readonly AnsweredLetter[];
  seed: number;
  workflows: readonly WorkflowFolder['files'][];
}) => Promise<LifeResult>;

/** `lianban cases replay --acts`: letters live through the product with random acts, and every case is checked. */
export async function replayWithActs(path: string, { acts: seed, json, rows: tells }: ReplayWithActs): Promise<void> {
  const letters: AnsweredLetter[] = [];
  for await (const letter of readAnsweredLetters(path)) letters.push(letter);
  const liveLetters = await loadLives();
  const folders = await readDefaultWorkflows(join(productRoot, 'workflows'), loadConfig(process.env).timeZone);
  const { rows, ...result } = await liveLetters({ letters, seed, workflows: folders.map(({ files }) => files) });
  if (tells) for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : summary(result));
  if (result.violations.length > 0) process.exitCode = 1;
}

/** The lives lie in `test/bench`, which only a source tree has, so they are loaded by their path. */
async function loadLives(): Promise<LiveLetters> {
  const file = new URL('../../../../test/bench/life/life.js', import.meta.url).href;
  return ((await import(file)) as { liveLetters: LiveLetters }).liveLetters;
}

function summary({
  cases,
  seed,
  seconds,
  checks,
  refusedAtEnd,
  violations,
  ...counts
}: Omit<LifeResult, 'rows'>): string {
  const told = violations.map(
    ({ id, step, at, act, broken }) => `case ${id}, step ${step}, ${at}, ${act}: ${broken}\n`,
  );
  return [
    `${cases} cases with seed ${seed}, ${checks} checks, ${seconds} s\n`,
    ...(['acts', 'refused', 'lapses', 'ends'] as const).map((what) => `${what}\n${listed(counts[what])}`),
    `${refusedAtEnd} acts on ended cases were refused\n`,
    violations.length === 0 ? 'no rule was broken\n' : `${violations.length} violations\n${told.join('')}`,
  ].join('');
}

function listed(counts: Counts): string {
  return Object.entries(counts)
    .map(([what, count]) => `  ${what.padEnd(26)}${count}\n`)
    .join('');
}
