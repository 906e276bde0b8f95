import { Option, type Command } from 'commander';
import { DateTime } from 'luxon';
import { loadConfig } from '@lianban/platform';
import { CaseServer } from '../cases/case-server.js';
import { checkFile, importFile } from '../cases/import-file.js';
import { showProgress } from '../cases/import-progress.js';
import { signIn, type SignInOptions } from '../cases/import-sign-in.js';
import { replayFile, type ReplayTotals } from '../cases/replay-file.js';
import { LEVELS, type ReplayedLetter } from '../cases/replay-letter.js';

interface ReplayOptions {
  readonly json?: boolean;
  readonly rows?: boolean;
}

interface ImportOptions extends SignInOptions {
  readonly dryRun?: boolean;
  readonly url?: string;
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
  cases
    .command('import')
    .description('file letters into a running server; the same file can be imported again')
    .argument('<csv>', 'columns id,title,filed_at,text; optional resident,category,address,station')
    .option('--dry-run', 'only check the file')
    .option('--url <url>', 'address of the server (default: port PORT of this computer)')
    .addOption(new Option('--token <token>', 'access token').env('LIANBAN_TOKEN'))
    .addOption(new Option('--username <name>', 'account (default: the demo account clerk)').env('LIANBAN_USERNAME'))
    .addOption(new Option('--password <password>', 'its password').env('LIANBAN_PASSWORD'))
    .action(importLetters);
}

async function importLetters(path: string, options: ImportOptions): Promise<void> {
  const config = loadConfig(process.env);
  // A wrong file files nothing.
  const count = await checkFile(path);
  if (options.dryRun) {
    process.stdout.write(`${count} letters can be filed; nothing was sent\n`);
    return;
  }
  const server = new CaseServer(options.url ?? `http://127.0.0.1:${config.port}`);
  await signIn(server, options, config);
  const progress = showProgress(count);
  const { filed, known, refused } = await importFile(path, server, progress.step).finally(progress.stop);
  for (const { line, id, reason } of refused) process.stdout.write(`${path}:${line}: letter ${id}: ${reason}\n`);
  process.stdout.write(`${filed} filed, ${known} already there, ${refused.length} refused\n`);
  if (refused.length > 0) process.exitCode = 1;
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
