import { CommanderError, type Command } from 'commander';

interface BenchCommandOptions {
  readonly json?: boolean;
  readonly concurrency: string;
  readonly seconds: string;
  readonly rounds: string;
}

/** The parts of a result that every workload has. */
interface BenchResult {
  readonly workload: string;
  readonly unit: string;
  readonly concurrency: number;
  readonly engine: { readonly perSecond: number; readonly p50: number; readonly p95: number };
  readonly limit: { readonly perSecond: number; readonly p50: number; readonly p95: number };
  readonly ratio: number;
}

type Workload = (options: { concurrency: number; seconds: number; rounds: number }) => Promise<BenchResult>;

/**
 * The workloads lie in `test/bench`, which only a source tree has, so they are loaded by their path; the name of the
 * variable keeps the compiler from following it into a build that may lack it.
 */
const workloads: Readonly<Record<string, () => Promise<Workload>>> = {
  W2: async () => {
    const file = new URL('../../../../test/bench/w2-human-case.js', import.meta.url).href;
    return ((await import(file)) as { w2HumanCase: Workload }).w2HumanCase;
  },
};

/** `lianban bench`: measures workloads against the least that the same rows cost, on a database of its own. */
export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('measure durable steps per second beside the limit of the database')
    .argument('[workloads...]', `of ${Object.keys(workloads).join(', ')}`, Object.keys(workloads))
    .option('--json', 'print one JSON line per workload')
    .option('--concurrency <n>', 'commands at once', '8')
    .option('--seconds <n>', 'length of a slice; engine and limit take turns', '1')
    .option('--rounds <n>', 'slices of each; the median counts', '9')
    .action(bench);
}

async function bench(names: readonly string[], options: BenchCommandOptions): Promise<void> {
  const chosen = names.map((name) => [name, workloads[name.toUpperCase()]] as const);
  const settings = {
    concurrency: positive('--concurrency', options.concurrency),
    seconds: positive('--seconds', options.seconds),
    rounds: positive('--rounds', options.rounds),
  };
  for (const [name, load] of chosen) {
    if (!load) throw usage(`there is no workload "${name}": expected ${Object.keys(workloads).join(', ')}`);
    const result = await (await load())(settings);
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : summary(result));
  }
}

function summary({ workload, unit, concurrency, engine, limit, ratio }: BenchResult): string {
  const line = (name: string, { perSecond, p50, p95 }: BenchResult['engine']): string =>
    `  ${name.padEnd(8)}${String(perSecond).padStart(7)} ${unit}   p50 ${p50} ms   p95 ${p95} ms\n`;
  return `${workload}, ${concurrency} at once\n${line('engine', engine)}${line('limit', limit)}  ratio   ${ratio}\n`;
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw usage(`${option} is "${text}": expected a whole number from 1`);
}

function usage(message: string): CommanderError {
  process.stderr.write(`lianban bench: ${message}\n`);
  return new CommanderError(2, 'bench.usage', message);
}
