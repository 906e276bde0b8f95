import { InvalidArgumentError, type Command } from 'commander';

interface LoadOptions {
  readonly minutes: number;
  readonly perSecond: number;
  readonly open: number;
}

interface LoadResult {
  readonly cases: number;
  readonly requests: Readonly<Record<string, { count: number; p50: number; p99: number; max: number }>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly memory: readonly { readonly product: number; readonly database: number }[];
}

/** Bound of inbox and completion, in milliseconds, at the 99th of a hundred. */
const bound = 300;

/** `lianban load`: the whole product under the load of a district, on a database of its own. */
export function registerLoad(program: Command): void {
  program
    .command('load')
    .description('let cases come in at their times for minutes, and tell how long requests took')
    .option('--minutes <n>', 'how long', positive, 30)
    .option('--per-second <n>', 'cases that come in; a day of 3,000 is 0.1, its burst 1', positive, 1.04)
    .option('--open <n>', 'open cases that are there before', positive, 60_000)
    .option('--json', 'print one JSON line')
    .action(load);
}

async function load({ json, ...options }: LoadOptions & { readonly json?: boolean }): Promise<void> {
  const result = await (await loadLoad())(options);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : summary(result));
  const slow = ['inbox', 'complete'].some((name) => (result.requests[name]?.p99 ?? Infinity) >= bound);
  if (slow || Object.keys(result.refused).length > 0) process.exitCode = 1;
}

/** It lies in `test/bench`, which only a source tree has, so it is loaded by its path. */
async function loadLoad(): Promise<(options: LoadOptions) => Promise<LoadResult>> {
  const file = new URL('../../../../test/bench/load/load.js', import.meta.url).href;
  return ((await import(file)) as { bearLoad: (options: LoadOptions) => Promise<LoadResult> }).bearLoad;
}

function summary({ cases, requests, refused, memory }: LoadResult): string {
  const times = Object.entries(requests).map(
    ([name, { count, p50, p99, max }]) =>
      `  ${name.padEnd(10)}${String(count).padStart(7)}   p50 ${p50} ms   p99 ${p99} ms   max ${max} ms\n`,
  );
  const told = Object.entries(refused).map(([what, count]) => `  refused: ${what}, ${count} times\n`);
  const used = memory.map(({ product, database }) => `${product}+${database}`).join(' ');
  return `${cases} cases\n${times.join('')}${told.join('')}  memory in MB by minute, product+database: ${used}\n`;
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('expected a number above 0');
}
