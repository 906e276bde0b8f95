import type { Command } from 'commander';
import type { Batch } from '../operations/operate.js';
import { print, tellRows } from '../operations/tell.js';
import { demoDesigner, signIn, withServer, type ServerOptions } from '../server/sign-in.js';

/** `lianban batches …`: operations on many instances, which the worker carries out. */
export function registerBatches(program: Command): void {
  const batches = program.command('batches').description('operations on many instances, at a running server');
  withServer(batches.command('list'), demoDesigner)
    .description('the newest batches')
    .option('--json', 'one JSON line per batch')
    .action(list);
  withServer(batches.command('show'), demoDesigner)
    .description('how far a batch is, and which instances refused; as JSON')
    .argument('<id>')
    .action(show);
  withServer(batches.command('cancel'), demoDesigner)
    .description('leave undone what is not done yet')
    .argument('<id>')
    .action(cancel);
}

async function list(options: ServerOptions & { readonly json?: boolean }): Promise<void> {
  const server = await signIn(options, demoDesigner);
  const { items } = await server.ask<{ items: Batch[] }>('GET', 'batches');
  tellRows(items, ['id', 'operation', 'state', 'total', 'done', 'refused', 'createdAt'], options.json);
}

async function show(id: string, options: ServerOptions): Promise<void> {
  const server = await signIn(options, demoDesigner);
  print(JSON.stringify(await server.ask('GET', `batches/${encodeURIComponent(id)}`), undefined, 2));
}

async function cancel(id: string, options: ServerOptions): Promise<void> {
  const server = await signIn(options, demoDesigner);
  const batch = await server.ask<Batch>('POST', `batches/${encodeURIComponent(id)}/cancel`);
  print(`stopped: ${batch.done} of ${batch.total} done, ${batch.refused} refused`);
}
