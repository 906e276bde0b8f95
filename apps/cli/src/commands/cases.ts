import type { Command } from 'commander';
import { DateTime } from 'luxon';
import { loadConfig } from '@lianban/platform';
import { replayFile, type ReplayTotals } from '../cases/replay-file.js';
import { LEVELS, type ReplayedLetter } from '../cases/replay-letter.js';

interface ReplayOptions {
  readonly json?: boolean;
  readonly rows?: boolean;
}

/** `lianban cases replay|import`: letters from a CSV file, on virtual time or into a running server. */
export function registerCases(program: Command): void {
  const cases = program.command('cases').description('letters from CSV files');
  cases
    .command('replay')
    .description('live letters through the default workflow on virtual time and count who answered')
    .argument('<csv>', 'columns id,resident,title,filed_at,text,reply,replied_at')
    .option('--json', 'print the sum as one JSON line')
    .option('--rows', 'print each case first, one JSON line each')
    .action(replay);
}

async function replay(path: string, options: ReplayOptions): Promise<void> {
  const { timeZone } = loadConfig(process.env);
  const lines: string[] = [];
  const totals = await replayFile(path, timeZone, (id, replayed) => {
    if (options.rows) lines.push(rowLine(id, replayed, timeZone));
  });
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.stdout.write(options.json ? `${JSON.stringify(totals)}\n` : summary(totals));
}

function rowLine(id: string, { level, lapses }: ReplayedLetter, zone: string): string {
  const local = (at: string) => DateTime.fromISO(at, { zone }).toISO({ suppressMilliseconds: true });
  return JSON.stringify({ id, level, escalations: lapses.map((lapse) => [lapse.level, local(lapse.at)]) });
}

function summary({ cases, answeredAt, escalations }: ReplayTotals): string {
  const levels = LEVELS.map((level) => `  ${level.padEnd(14)}${answeredAt[level]}\n`).join('');
  return `${cases} cases, ${escalations} escalations; answered at\n${levels}`;
}
