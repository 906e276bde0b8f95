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
  readonly more?: Readonly<Record<string, number | string>>;
}

type Workload = (options: { concurrency: number; seconds: number; rounds: number }) => Promise<BenchResult>;

/** Names of the workloads, the usual ones first; what they are stands in `test/bench/workloads.ts`. */
const usual = ['W1', 'W2', 'W3', 'W4', 'W5'];
const names = [...usual, 'MIGRATION', 'GROWTH', 'PEERS'];

/**
 * The workloads lie in `test/bench`, which only a source tree has, so they are loaded by their path; the name of the
 * variable keeps the compiler from following it into a build that may lack it.
 */
async function loadWorkloads(): Promise<Readonly<Record<string, Workload>>> {
  const file = new URL('../../../../test/bench/workloads.js', import.meta.url).href;
  return ((await import(file)) as { workloads: Readonly<Record<string, Workload>> }).workloads;
}

/** `lianban bench`: measures workloads against the least that the same rows cost, on a database of its own. */
export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('measure workloads beside the limit of the database')
    .argument('[workloads...]', `of ${names.join(', ')}`, usual)
    .option('--json', 'print one JSON line per workload')
    .option('--concurrency <n>', 'commands at once', '8')
    .option('--seconds <n>', 'length of a slice; engine and limit take turns', '1')
    .option('--rounds <n>', 'slices of each; the median counts', '9')
    .action(bench);
}

async function bench(chosen: readonly string[], options: BenchCommandOptions): Promise<void> {
  const settings = {
    concurrency: positive('--concurrency', options.concurrency),
    seconds: positive('--seconds', options.seconds),
    rounds: positive('--rounds', options.rounds),
  };
  const workloads = await loadWorkloads();
  for (const name of chosen) {
    const workload = workloads[name.toUpperCase()];
    if (!workload) throw usage(`there is no workload "${name}": expected ${names.join(', ')}`);
    const result = await workload(settings);
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : summary(result));
  }
}

function summary({ workload, unit, concurrency, engine, limit, ratio, more = {} }: BenchResult): string {
  const line = (name: string, { perSecond, p50, p95 }: BenchResult['engine']): string =>
    `  ${name.padEnd(8)}${String(perSecond).padStart(7)} ${unit}   p50 ${p50} ms   p95 ${p95} ms\n`;
  const others = Object.entries(more).map(([name, value]) => `  ${name} ${value}\n`);
  return `${workload}, ${concurrency} at once\n${line('engine', engine)}${line('limit', limit)}  ratio   ${ratio}\n${others.join('')}`;
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
