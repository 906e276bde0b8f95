import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { loadConfig } from '@lianban/platform';
import { readDefaultWorkflows, type WorkflowFolder } from '../installation/default-workflows.js';
import { productRoot } from '../installation/root.js';
import { labelColumn, readLabelled, type LabelledLetter } from '../letters/read-labelled.js';

interface AdviceResult {
  readonly letters: number;
  readonly folds: number;
  readonly top1: number;
  readonly top3: number;
  readonly withReasons: number;
  readonly categories: readonly { category: string; letters: number; top1: number; top3: number }[];
  readonly among: number;
  readonly ms: { readonly median: number; readonly p95: number; readonly most: number };
}

type MeasureAdvice = (options: {
  letters: readonly LabelledLetter[];
  folds: number;
  among: number;
  workflows: readonly WorkflowFolder['files'][];
}) => Promise<AdviceResult>;

interface AdviceOptions {
  readonly folds: number;
  readonly among: number;
  readonly atLeast?: number;
  readonly json?: boolean;
}

/** `lianban cases advice`: how often the advised categories are right on letters that were not learnt from. */
export function registerAdvice(cases: Command): void {
  cases
    .command('advice')
    .description(
      'measure how often the advice on a category is right, learning from other letters only, and how long it takes',
    )
    .argument('<csv>', `columns title,text,${labelColumn}`)
    .option(
      '--folds <n>',
      'cut the letters in so many parts; each is asked about, learning from the others',
      number(2, 20),
      5,
    )
    .option('--among <n>', 'take the time among so many cases', number(1, 1_000_000), 1)
    .option(
      '--at-least <percent>',
      'fail when fewer letters have the right category among the first three',
      number(0, 100),
    )
    .option('--json', 'print one JSON line')
    .action(advice);
}

async function advice(path: string, { folds, among, atLeast = 0, json }: AdviceOptions): Promise<void> {
  const letters = await readLabelled(path);
  const measure = await loadMeasure();
  const folders = await readDefaultWorkflows(join(productRoot, 'workflows'), loadConfig(process.env).timeZone);
  const result = await measure({ letters, folds, among, workflows: folders.map(({ files }) => files) });
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : summary(result));
  if (result.top3 < atLeast) process.exitCode = 1;
}

/** The measure lies in `test/bench`, which only a source tree has, so it is loaded by its path. */
async function loadMeasure(): Promise<MeasureAdvice> {
  const file = new URL('../../../../test/bench/advice/advice.js', import.meta.url).href;
  return ((await import(file)) as { measureAdvice: MeasureAdvice }).measureAdvice;
}

function summary({ letters, folds, top1, top3, withReasons, categories, among, ms }: AdviceResult): string {
  return [
    `${letters} letters in ${folds} parts: first advice right ${top1} %, one of three ${top3} %, with reasons ${withReasons} %\n`,
    ...categories.map((each) => `  ${each.category} (${each.letters})  ${each.top1} %  ${each.top3} %\n`),
    `among ${among} cases one piece of advice takes ${ms.median} ms, ${ms.p95} ms at the 95th percentile, ${ms.most} ms at most\n`,
  ].join('');
}

function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`);
  };
}
