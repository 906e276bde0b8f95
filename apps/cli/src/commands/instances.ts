import type { Command } from 'commander';
import { Refused } from '../installation/refused.js';
import { filterOf, versionOf, withFilter, type FilterOptions } from '../operations/instance-filter.js';
import { operateOn, operateOnAll, type Operation } from '../operations/operate.js';
import { changesOf, withPlan, type PlanOptions } from '../operations/plan-options.js';
import { print, tellOutcome, tellRows } from '../operations/tell.js';
import { demoDesigner, signIn, withServer, type ServerOptions } from '../server/sign-in.js';

interface AskOptions extends ServerOptions, FilterOptions {
  readonly json?: boolean;
}

interface OperateOptions extends AskOptions {
  readonly yes?: boolean;
  readonly wait: boolean;
}

interface ModifyOptions extends OperateOptions {
  readonly reason: string;
  readonly cancel?: readonly string[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

interface Instance {
  readonly id: string;
  readonly process: string;
  readonly status: string;
  readonly incidents: number;
  readonly startedAt: string;
  readonly businessKey: string | null;
}

/** `lianban instances …`: where running instances are, and operations on one or on many. */
export function registerInstances(program: Command): void {
  const instances = program.command('instances').description('running process instances, at a running server');
  withFilter(withServer(instances.command('list'), demoDesigner))
    .description('running instances, the oldest first')
    .option('--limit <number>', 'how many at most', '50')
    .option('--json', 'one JSON line per instance')
    .action(list);
  withServer(instances.command('show'), demoDesigner)
    .description('where an instance is: tokens, timers, incidents; as JSON')
    .argument('<id>')
    .action(show);
  withServer(instances.command('restart'), demoDesigner)
    .description('start again what has ended, with what it was started with')
    .argument('<id>')
    .option('--latest', 'by the latest version instead of its own')
    .option('--before <element...>', 'begin at these elements instead of the start')
    .action(restart);

  operation(instances, 'suspend', 'let instances stand still').action(operating(() => ({ type: 'suspend' })));
  operation(instances, 'resume', 'let suspended instances go on').action(operating(() => ({ type: 'resume' })));
  operation(instances, 'retry', 'try again what failed').action(operating(() => ({ type: 'retry-incidents' })));
  operation(instances, 'cancel', 'end instances')
    .requiredOption('--reason <text>', 'why, for their history')
    .action(operating(({ reason }: OperateOptions & { reason: string }) => ({ type: 'cancel', reason })));
  operation(instances, 'set', 'set variables')
    .requiredOption('--variables <json>', 'a JSON object')
    .action(operating(({ variables }: OperateOptions & { variables: string }) => setting(variables)));
  operation(instances, 'modify', 'move tokens: begin before or after elements, cancel what is there')
    .requiredOption('--reason <text>', 'why, for their history')
    .option('--before <element...>', 'begin before these elements')
    .option('--after <element...>', 'begin after these elements')
    .option('--cancel <element...>', 'cancel all that is at these elements')
    .action(operating(modifying));
  withPlan(operation(instances, 'migrate', 'take instances over to another version'))
    .requiredOption('--to <version>', 'number of the version')
    .option('--to-process <key>', 'key of its process (default: that of --process)')
    .action(operating(migrating));
}

/** A command for instances that are named, or for all that fit. */
function operation(instances: Command, name: string, description: string): Command {
  return withFilter(withServer(instances.command(name), demoDesigner))
    .description(`${description}: those named, or all that fit the conditions`)
    .argument('[ids...]')
    .option('--yes', 'do it to all that fit the conditions')
    .option('--no-wait', 'leave a batch to itself')
    .option('--json', 'one JSON line with the outcome');
}

function operating<T extends OperateOptions>(
  operationOf: (options: T) => Operation,
): (ids: string[], options: T) => Promise<void> {
  return async (ids, options) => {
    const wanted = operationOf(options);
    const filter = filterOf(options);
    const isFiltered = Object.keys(filter).length > 0;
    if (ids.length > 0 === isFiltered)
      throw new Refused('Say which instances: give their ids, or conditions such as --process and --at.');
    if (isFiltered && !options.yes)
      throw new Refused('This is for every running instance that fits; add --yes, or see them with "instances list".');
    const server = await signIn(options, demoDesigner);
    const outcome = isFiltered
      ? await operateOnAll(server, filter, wanted, options.wait)
      : await operateOn(server, ids, wanted);
    tellOutcome(outcome, options.json);
  };
}

function setting(json: string): Operation {
  try {
    const variables: unknown = JSON.parse(json);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
      return { type: 'set-variables', variables };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refused(`--variables is ${json}: expected a JSON object such as {"urgent": true}.`);
}

function modifying({ reason, before = [], after = [], cancel = [] }: ModifyOptions): Operation {
  const instructions = [
    ...before.map((elementId) => ({ do: 'start-before', elementId })),
    ...after.map((elementId) => ({ do: 'start-after', elementId })),
    ...cancel.map((elementId) => ({ do: 'cancel-all', elementId })),
  ];
  if (instructions.length === 0) throw new Refused('Say what to move: give --before, --after or --cancel.');
  return { type: 'modify', reason, instructions };
}

function migrating(options: OperateOptions & PlanOptions & { to: string; toProcess?: string }): Operation {
  const changes = changesOf(options);
  const process = options.toProcess ?? options.process;
  if (process === undefined) throw new Refused('Say to which process: give --to-process, or --process.');
  return { type: 'migrate', process, version: versionOf(options.to), ...(changes && { changes }) };
}

async function list(options: AskOptions & { limit: string }): Promise<void> {
  const server = await signIn(options, demoDesigner);
  const query = new URLSearchParams({ limit: options.limit });
  for (const [name, value] of Object.entries(filterOf(options))) query.set(name, String(value));
  type Item = Omit<Instance, 'process'> & { processKey: string; version: number };
  const { items, next } = await server.ask<{ items: Item[]; next: string | null }>(
    'GET',
    `instances?${query.toString()}`,
  );
  const rows = items.map(({ processKey, version, ...rest }) => ({ ...rest, process: `${processKey}:${version}` }));
  tellRows(rows, ['id', 'process', 'status', 'incidents', 'startedAt', 'businessKey'], options.json);
  if (next !== null) process.stderr.write(`there are more; --limit says how many are shown, 200 at most\n`);
}

async function show(id: string, options: ServerOptions): Promise<void> {
  const server = await signIn(options, demoDesigner);
  print(JSON.stringify(await server.ask('GET', `instances/${encodeURIComponent(id)}`), undefined, 2));
}

async function restart(
  id: string,
  options: ServerOptions & { readonly latest?: boolean; readonly before?: readonly string[] },
): Promise<void> {
  const server = await signIn(options, demoDesigner);
  const started = await server.ask<{ id: string; processKey: string; version: number }>(
    'POST',
    `instances/${encodeURIComponent(id)}/restart`,
    { ...(options.latest && { latestVersion: true }), ...(options.before && { startBefore: options.before }) },
  );
  print(`${started.id} has started, by ${started.processKey}:${started.version}`);
}
