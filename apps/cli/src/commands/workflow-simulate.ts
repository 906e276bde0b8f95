import type { Command } from 'commander';
import type { LoadReport } from '@lianban/bpmn';
import { print, tellRows } from '../operations/tell.js';
import type { SimulateOptions } from '../workflow/simulate.js';

/** `lianban workflow simulate`: a load on virtual time. */
export function registerWorkflowSimulate(workflow: Command): void {
  workflow
    .command('simulate')
    .description('live cases through a process on virtual time: where they wait, what lapses')
    .argument('<files...>', 'BPMN files; decisions of the same folder are known')
    .requiredOption('--load <file>', 'CSV with filed_at, replied_at if known, and start variables; or a scenario file')
    .option('--process <key>', 'the process that the cases start')
    .option('--set <name=value...>', 'start variables of all cases')
    .option('--handle <element=duration...>', 'how long work takes, e.g. check=PT4H or check=P1D..P5D')
    .option('--outcome <element=outcome...>', 'what finished tasks yield (default: their first outcome)')
    .option('--calendar <id>', 'count the times of --handle in this calendar')
    .option('--within <duration>', 'how long a case is looked at', 'P1Y')
    .option('--json', 'one JSON line')
    .action(run);
}

async function run(files: string[], options: SimulateOptions & { readonly json?: boolean }): Promise<void> {
  const { simulate } = await import('../workflow/simulate.js');
  const report = await simulate(files, options);
  if (options.json) print(JSON.stringify(report));
  else tell(report);
}

function tell({ cases, completed, open, incidents, lapsedCases, lapses, elements }: LoadReport): void {
  const rows = elements.map(({ hours, ...rest }) => ({ ...rest, median: hours?.median, p90: hours?.p90 }));
  tellRows(
    rows,
    ['element', 'arrived', 'completed', 'lapsed', 'cancelled', 'open', 'peak', 'median', 'p90', 'name'],
    false,
  );
  print(`${cases} cases: ${completed} completed, ${open} open, ${incidents} with incidents`);
  print(`${lapsedCases} cases lapsed, ${lapses} lapses in all; median and p90 are elapsed hours`);
}
