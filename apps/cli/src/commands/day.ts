import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { loadConfig } from '@lianban/platform';
import { readDefaultWorkflows, type WorkflowFolder } from '../installation/default-workflows.js';
import { productRoot } from '../installation/root.js';

interface DayResult {
  readonly cases: number;
  readonly staff: number;
  readonly meetings: number;
  readonly acts: number;
  readonly closed: number;
  readonly seconds: number;
  readonly rates: Readonly<Record<string, number | null>>;
  readonly differences: readonly string[];
}

type Simulate = (options: {
  cases: number;
  seed: number;
  workflows: readonly WorkflowFolder['files'][];
}) => Promise<DayResult>;

/** `lianban cases day`: a working day of the demo district on a database of its own, its statistics counted twice. */
export function registerDay(cases: Command): void {
  cases
    .command('day')
    .description('live a working day of a district on virtual time and check its statistics')
    .option('--cases <n>', 'how many cases come in', whole, 500)
    .option('--seed <n>', 'the same number gives the same day', whole, 1)
    .option('--json', 'print one JSON line')
    .action(day);
}

async function day(options: { cases: number; seed: number; json?: boolean }): Promise<void> {
  const simulate = await loadSimulation();
  const folders = await readDefaultWorkflows(join(productRoot, 'workflows'), loadConfig(process.env).timeZone);
  const result = await simulate({ ...options, workflows: folders.map(({ files }) => files) });
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : summary(result));
  if (result.differences.length > 0) process.exitCode = 1;
}

/** The simulation lies in `test/bench`, which only a source tree has, so it is loaded by its path. */
async function loadSimulation(): Promise<Simulate> {
  const file = new URL('../../../../test/bench/day/day.js', import.meta.url).href;
  return ((await import(file)) as { simulateDay: Simulate }).simulateDay;
}

function summary({ cases, staff, meetings, acts, closed, seconds, rates, differences }: DayResult): string {
  const lines = Object.entries(rates).map(([name, rate]) => `  ${name}  ${rate === null ? '—' : `${rate} %`}\n`);
  const checked = differences.length === 0 ? 'the statistics agree with the count\n' : `${differences.join('\n')}\n`;
  return `${cases} cases, ${staff} staff, ${meetings} meetings, ${acts} acts, ${closed} closed, ${seconds} s\n${lines.join('')}${checked}`;
}

function whole(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('expected a whole number from 1');
}
