import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.js';
import { registerBatches } from './commands/batches.js';
import { registerCategories } from './commands/categories.js';
import { registerBench } from './commands/bench.js';
import { registerDoctor } from './commands/doctor.js';
import { registerInstances } from './commands/instances.js';
import { registerMigrate } from './commands/migrate.js';
import { registerSeed } from './commands/seed.js';
import { registerStart } from './commands/start.js';
import { registerWorkflow } from './commands/workflow.js';
import { registerCases } from './commands/cases.js';
import { exitCodeOf, lineOf } from './failure.js';

const program = new Command('lianban')
  .description('Case routing for grassroots public service')
  .showHelpAfterError('(lianban help <command> says more)')
  .exitOverride();

// One line per command; each file of commands/ registers its own.
registerStart(program);
registerMigrate(program);
registerSeed(program);
registerDoctor(program);
registerAudit(program);
registerWorkflow(program);
registerCases(program);
registerCategories(program);
registerInstances(program);
registerBatches(program);
registerBench(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  // The parser has told its own complaints already.
  if (!(error instanceof CommanderError)) process.stderr.write(`lianban: ${lineOf(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
