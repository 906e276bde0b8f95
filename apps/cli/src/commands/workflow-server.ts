import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '@lianban/bpmn';
import { Refused } from '../installation/refused.js';
import { versionOf } from '../operations/instance-filter.js';
import { waitFor, type Batch } from '../operations/operate.js';
import { changesOf, withPlan, type PlanOptions } from '../operations/plan-options.js';
import { print, tellOutcome } from '../operations/tell.js';
import { reasonOf } from '../server/api-client.js';
import { demoDesigner, signIn, withServer, type ServerOptions } from '../server/sign-in.js';
import { tellProblems } from '../workflow/tell-problems.js';
import { readDiagram } from '../workflow/read-diagram.js';

interface MigrateOptions extends ServerOptions, PlanOptions {
  readonly dryRun?: boolean;
  readonly wait: boolean;
  readonly json?: boolean;
}

interface Deployed {
  readonly definitions: readonly { readonly key: string; readonly version: number; readonly isNew: boolean }[];
  readonly problems: readonly Problem[];
}

/** A deployment that was refused names every problem. */
interface Refusal {
  readonly details?: { readonly problems?: readonly Problem[] };
}

/** What a migration would come to, as the API tells it. */
interface Preview {
  readonly mapping: Readonly<Record<string, string>>;
  readonly unmapped: readonly string[];
  readonly problems: readonly { readonly element: string; readonly message: string }[];
  readonly total: number;
  readonly movable: number;
  readonly immovable: readonly { readonly instanceId: string; readonly reason: string }[];
}

/** `lianban workflow deploy|migrate|suspend|resume`: what diagrams do at a running server. */
export function registerWorkflowServer(workflow: Command): void {
  withServer(workflow.command('deploy'), demoDesigner)
    .description('deploy BPMN and DMN files together to a running server')
    .argument('<files...>')
    .option('--json', 'one JSON line with the versions and problems')
    .action(deploy);
  withPlan(withServer(workflow.command('migrate'), demoDesigner))
    .description('take all running instances of a version over to another')
    .argument('<key>', 'key of the process')
    .argument('<from>', 'number of the version')
    .argument('<to>', 'number of the version')
    .option('--dry-run', 'only tell what it would come to')
    .option('--no-wait', 'leave the batch to itself')
    .option('--json', 'one JSON line with the outcome')
    .action(migrate);
  for (const act of ['suspend', 'resume'] as const)
    withServer(workflow.command(act), demoDesigner)
      .description(act === 'suspend' ? 'let nothing be started by a version' : 'let a version be started again')
      .argument('<key>', 'key of the process')
      .argument('<version>', 'number of the version')
      .action(async (key: string, version: string, options: ServerOptions) => {
        const server = await signIn(options, demoDesigner);
        await server.ask('POST', `${addressOf(key, version)}/${act}`);
        print(`${key}:${version} is ${act === 'suspend' ? 'suspended' : 'in use'}`);
      });
}

async function deploy(paths: string[], options: ServerOptions & { readonly json?: boolean }): Promise<void> {
  const files = await Promise.all(paths.map(async (path) => ({ ...(await readDiagram(path)), name: basename(path) })));
  const server = await signIn(options, demoDesigner);
  const { status, body } = await server.send('POST', 'workflows', { files });
  const { definitions = [], details, problems = details?.problems ?? [] } = body as Partial<Deployed> & Refusal;
  if (status >= 400 && problems.length === 0) throw new Refused(`${server.url} refuses: ${reasonOf(body, status)}`);
  if (status >= 400) process.exitCode = 1;
  if (options.json) {
    print(JSON.stringify({ deployed: status < 400, definitions, problems }));
    return;
  }
  tellProblems(problems);
  if (status >= 400) print('nothing was deployed');
  for (const { key, version, isNew } of definitions)
    print(`${key}:${version} ${isNew ? 'deployed' : 'was there already'}`);
}

async function migrate(key: string, from: string, to: string, options: MigrateOptions): Promise<void> {
  const changes = changesOf(options);
  const request = { to: versionOf(to), ...(changes && { changes }) };
  const server = await signIn(options, demoDesigner);
  const address = `${addressOf(key, from)}/migrate`;
  if (options.dryRun) {
    tellPreview(await server.ask<Preview>('POST', `${address}/preview`, request), options.json);
    return;
  }
  const batch = await server.ask<Batch>('POST', address, request);
  const outcome = options.wait ? await waitFor(server, batch) : { done: 0, refusals: [], batch: batch.id };
  tellOutcome(outcome, options.json);
}

/** Exit code 1 when something would stay behind. */
function tellPreview(preview: Preview, json: boolean | undefined): void {
  const { mapping, unmapped, problems, total, movable, immovable } = preview;
  if (movable < total || problems.length > 0) process.exitCode = 1;
  if (json) {
    print(JSON.stringify(preview));
    return;
  }
  for (const [old, fresh] of Object.entries(mapping)) if (old !== fresh) print(`${old} goes over to ${fresh}`);
  if (unmapped.length > 0) print(`without a counterpart: ${unmapped.join(', ')}`);
  for (const { element, message } of problems) print(`${element}: ${message}`);
  for (const { instanceId, reason } of immovable) print(`${instanceId}: ${reason}`);
  print(`${movable} of ${total} instances would go over; nothing was changed`);
}

function addressOf(key: string, version: string): string {
  return `workflows/${encodeURIComponent(key)}/versions/${versionOf(version)}`;
}
