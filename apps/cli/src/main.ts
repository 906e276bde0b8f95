import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { exitCodeOf, lineOf } from './failure.js';

const program = new Command('lianban')
  .description('Case routing for grassroots public service')
  .showHelpAfterError('(lianban help <command> says more)')
  .exitOverride();

/** One line per command; each file of commands/ registers its own, and is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<(to: Command) => void>>> = {
  start: async () => (await import('./commands/start.js')).registerStart,
  migrate: async () => (await import('./commands/migrate.js')).registerMigrate,
  seed: async () => (await import('./commands/seed.js')).registerSeed,
  doctor: async () => (await import('./commands/doctor.js')).registerDoctor,
  account: async () => (await import('./commands/account.js')).registerAccount,
  backup: async () => (await import('./commands/backup.js')).registerBackup,
  restore: async () => (await import('./commands/restore.js')).registerRestore,
  keys: async () => (await import('./commands/keys.js')).registerKeys,
  audit: async () => (await import('./commands/audit.js')).registerAudit,
  workflow: async () => (await import('./commands/workflow.js')).registerWorkflow,
  cases: async () => (await import('./commands/cases.js')).registerCases,
  categories: async () => (await import('./commands/categories.js')).registerCategories,
  instances: async () => (await import('./commands/instances.js')).registerInstances,
  batches: async () => (await import('./commands/batches.js')).registerBatches,
  bench: async () => (await import('./commands/bench.js')).registerBench,
  load: async () => (await import('./commands/load.js')).registerLoad,
};
const words = withHelpInside(process.argv.slice(2));
// Help, and what is no command, need to know them all.
const asked = Object.keys(commands).filter((name) => name === words[0]);

try {
  for (const [name, load] of Object.entries(commands))
    if (asked.length === 0 || asked.includes(name)) (await load())(program);
  await program.parseAsync(words, { from: 'user' });
} catch (error) {
  // The parser has told its own complaints already.
  if (!(error instanceof CommanderError)) process.stderr.write(`lianban: ${lineOf(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** The parser's own help looks at the first word only: `help cases import` is `cases help import`. */
function withHelpInside(given: readonly string[]): readonly string[] {
  const [first, ...command] = given;
  return first === 'help' ? [...command.slice(0, -1), 'help', ...command.slice(-1)] : given;
}
