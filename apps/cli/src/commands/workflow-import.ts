import type { Command } from 'commander';
import type { ImportReport } from '@lianban/bpmn';
import { print } from '../operations/tell.js';
import { tellProblems } from '../workflow/tell-problems.js';
import { readDiagram } from '../workflow/read-diagram.js';

/** `lianban workflow import`: what diagrams of other tools come to here. */
export function registerWorkflowImport(workflow: Command): void {
  workflow
    .command('import')
    .description('report what is understood, kept or not supported of diagrams drawn for Camunda, Zeebe, Flowable …')
    .argument('<files...>')
    .option('--json', 'one JSON line per file')
    .action(report);
}

async function report(files: string[], options: { readonly json?: boolean }): Promise<void> {
  const { importReport } = await import('@lianban/bpmn');
  const { lint } = await import('../workflow/lint.js');
  for (const file of files) {
    const found = await importReport(file, (await readDiagram(file)).content);
    // A warning for each unsupported extension stands in the report already.
    const problems = (await lint([file], { explore: false, rules: false })).filter(
      ({ code }) => code !== 'extension-unsupported',
    );
    const deployable = problems.every(({ severity }) => severity !== 'error');
    if (!deployable) process.exitCode = 1;
    if (options.json) print(JSON.stringify({ file, deployable, counts: found.counts, uses: found.uses, problems }));
    else {
      tellUses(file, found);
      tellProblems(problems);
      print(`${file}: ${deployable ? 'can be deployed' : 'cannot be deployed yet'}`);
    }
  }
}

function tellUses(file: string, { uses, counts }: ImportReport): void {
  const lines = uses.flatMap(({ element, name, value, support, advice }) => {
    if (support === 'understood') return [];
    const words = support === 'kept' ? 'kept, without effect' : `not supported${advice ? `: ${advice}` : ''}`;
    return [`${file}: ${element ?? '-'}: ${name}${value === undefined ? '' : `="${value}"`}: ${words}`];
  });
  for (const line of new Set(lines)) print(line);
  print(`${file}: ${counts.understood} understood, ${counts.kept} kept, ${counts.unsupported} not supported`);
}
