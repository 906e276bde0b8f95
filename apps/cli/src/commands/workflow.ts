import type { Command } from 'commander';
import type { Untaken } from '@lianban/bpmn';
import type { LintOptions } from '../workflow/lint.js';
import { tellProblems } from '../workflow/tell-problems.js';
import { readDiagram } from '../workflow/read-diagram.js';
import { registerWorkflowImport } from './workflow-import.js';
import { registerWorkflowSimulate } from './workflow-simulate.js';
import { registerWorkflowServer } from './workflow-server.js';

interface TestOptions {
  readonly json?: boolean;
  readonly filter?: string;
  readonly bail?: boolean;
  readonly coverage?: boolean;
}

/**
 * `lianban workflow …`: diagrams checked and tried without a server, or deployed to one. What checks and tries is loaded
 * when it is asked for: to deploy is a call to a server.
 */
export function registerWorkflow(program: Command): void {
  const workflow = program.command('workflow').description('check, try and deploy workflow diagrams');
  workflow
    .command('test')
    .description('run scenario files on the pure engine core with a virtual clock')
    .argument('<paths...>', 'scenario files, or folders with *.yaml')
    .option('--json', 'one JSON line per scenario and a last line with the totals')
    .option('--filter <text>', 'only scenarios whose file or name contains the text')
    .option('--bail', 'stop after the first failure')
    .option(
      '--coverage',
      'also tell which sequence flows and boundary events no scenario takes; fail where there are any',
    )
    .action(testScenarios);
  workflow
    .command('lint')
    .description('report what is wrong with BPMN, DMN and form files; decisions and forms of the same folder are known')
    .argument('<files...>')
    .option('--json', 'one JSON line with all problems')
    .option('--groups <names...>', 'roles and units that there are; without it, candidate groups are not checked')
    .option('--forms <ids...>', 'forms that there are; without it, and without form files, forms are not checked')
    .option('--no-explore', 'do not try every order of events for deadlocks and dead paths')
    .option('--no-rules', 'do not apply the modelling rules of bpmnlint')
    .action(lintFiles);
  workflow
    .command('roundtrip')
    .description('read BPMN files and write them again; report what would change or be lost')
    .argument('<files...>')
    .option('--json', 'one JSON line per file')
    .action(roundTripFiles);
  registerWorkflowImport(workflow);
  registerWorkflowSimulate(workflow);
  registerWorkflowServer(workflow);
}

async function testScenarios(paths: string[], options: TestOptions): Promise<void> {
  const { ScenarioCoverage } = await import('@lianban/bpmn');
  const { loadConfig } = await import('@lianban/platform');
  const { runScenarioFiles } = await import('../workflow/run-scenario-files.js');
  const { timeZone } = loadConfig(process.env);
  const totals = { total: 0, passed: 0, failed: 0 };
  const { filter = '', bail = false } = options;
  const coverage = options.coverage ? new ScenarioCoverage() : undefined;
  for await (const report of runScenarioFiles(paths, { timeZone, bail, filter, ...(coverage && { coverage }) })) {
    totals.total += 1;
    totals[report.passed ? 'passed' : 'failed'] += 1;
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else if (!report.passed) process.stdout.write(`✗ ${report.file}: ${report.scenario}: ${report.reason}\n`);
  }
  const untaken = coverage?.untaken();
  process.stdout.write(
    options.json ? `${JSON.stringify({ ...totals, ...(untaken && { untaken }) })}\n` : summary(totals, untaken),
  );
  if (totals.total === 0 || totals.failed + (untaken ?? []).length > 0) process.exitCode = 1;
}

function summary({ passed, failed }: { passed: number; failed: number }, untaken: readonly Untaken[] = []): string {
  return `${untaken.map(untakenLine).join('')}${passed} passed, ${failed} failed\n`;
}

function untakenLine({ process: id, element, told }: Untaken): string {
  return `✗ ${id}: no scenario takes ${element}: ${told}\n`;
}

async function lintFiles(names: string[], options: LintOptions): Promise<void> {
  const { lint } = await import('../workflow/lint.js');
  const problems = await lint(names, options);
  if (options.json) process.stdout.write(`${JSON.stringify({ problems })}\n`);
  else tellProblems(problems);
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

async function roundTripFiles(names: string[], options: { readonly json?: boolean }): Promise<void> {
  const { roundTrip } = await import('@lianban/bpmn');
  for (const file of names) {
    const problems = await roundTrip(file, (await readDiagram(file)).content);
    if (options.json) process.stdout.write(`${JSON.stringify({ file, lossless: problems.length === 0, problems })}\n`);
    else if (problems.length === 0) process.stdout.write(`${file}: nothing would change\n`);
    else tellProblems(problems);
    if (problems.length > 0) process.exitCode = 1;
  }
}
