import { InvalidArgumentError, type Command } from 'commander';
import { DateTime } from 'luxon';
import { loadConfig } from '@lianban/platform';
import { checkFile, importFile } from '../cases/import-file.js';
import { replayFile, type ReplayTotals } from '../cases/replay-file.js';
import { LEVELS, type ReplayedLetter } from '../cases/replay-letter.js';
import { showProgress } from '../server/progress.js';
import { signIn, withServer, type ServerOptions } from '../server/sign-in.js';
import { replayWithActs } from './acts.js';
import { registerAdvice } from './advice.js';
import { registerDay } from './day.js';

interface ReplayOptions {
  readonly json?: boolean;
  readonly rows?: boolean;
  readonly acts?: number;
}

interface ImportOptions extends ServerOptions {
  readonly dryRun?: boolean;
}

/** The demo account that registers requests. */
const clerk = 'clerk';

/** `lianban cases replay|import`: letters from a CSV file, on virtual time or into a running server. */
export function registerCases(program: Command): void {
  const cases = program.command('cases').description('letters from CSV files');
  cases
    .command('replay')
    .description('live letters through the default workflow on virtual time and count who answered')
    .argument('<csv>', 'columns id,resident,title,filed_at,text,reply,replied_at')
    .option('--json', 'print the sum as one JSON line')
    .option('--rows', 'print each case first, one JSON line each')
    .option(
      '--acts <seed>',
      'people do random things on the way, the same for the same seed; rules are checked',
      seedOf,
    )
    .action(replay);
  registerAdvice(cases);
  registerDay(cases);
  const imports = cases.command('import');
  withServer(imports, clerk)
    .description('file letters into a running server, as received now; the same file can be imported again')
    .argument('<csv>', 'columns id,title,filed_at,text; optional resident,category,address,station')
    .option('--dry-run', 'only check the file')
    .action(importLetters);
}

async function importLetters(path: string, options: ImportOptions): Promise<void> {
  // A wrong file files nothing.
  const count = await checkFile(path);
  if (options.dryRun) {
    process.stdout.write(`${count} letters can be filed; nothing was sent\n`);
    return;
  }
  const server = await signIn(options, clerk);
  const progress = showProgress(count);
  let sent = 0;
  const onLetter = () => progress.to((sent += 1));
  const { filed, known, refused } = await importFile(path, server, onLetter).finally(() => progress.stop());
  for (const { line, id, reason } of refused) process.stdout.write(`${path}:${line}: letter ${id}: ${reason}\n`);
  process.stdout.write(`${filed} filed, ${known} already there, ${refused.length} refused\n`);
  if (refused.length > 0) process.exitCode = 1;
}

async function replay(path: string, options: ReplayOptions): Promise<void> {
  if (options.acts !== undefined) return await replayWithActs(path, { ...options, acts: options.acts });
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

function seedOf(text: string): number {
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 1_000_000) return seed;
  throw new InvalidArgumentError('expected a whole number from 0 to 999999');
}
