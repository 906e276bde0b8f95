import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Option, type Command } from 'commander';
import { keyText, newFieldKey, sealAlgorithmNames, type SealAlgorithmName } from '@lianban/platform';
import { print, tellRows } from '../operations/tell.js';
import { showProgress } from '../server/progress.js';
import { signIn, withServer, type ServerOptions } from '../server/sign-in.js';

/** The demo account that runs the system. */
const administrator = 'sysadmin';
const lookEvery = 2_000;

interface FieldKeys {
  readonly keys: readonly {
    readonly id: string;
    readonly algorithm: string;
    readonly seals: boolean;
    readonly addedAt: string | null;
    readonly rows: number;
  }[];
  readonly plain: number;
  readonly left: number;
}

/** `lianban keys`: the keys that personal data are sealed with, at a running server. */
export function registerKeys(program: Command): void {
  const keys = program.command('keys').description('the keys that personal data are sealed with');
  withServer(keys.command('list'), administrator)
    .description('the keys and how much is sealed with each')
    .option('--json', 'one JSON line per key')
    .action(list);
  withServer(keys.command('rotate'), administrator)
    .description('make a key that seals from now on, and wait until everything is sealed with it')
    .addOption(algorithmOption())
    .option('--no-wait', 'end at once; the worker goes on')
    .action(rotate);
  withServer(keys.command('retire'), administrator)
    .description('drop a key that nothing is sealed with any more')
    .argument('<id>')
    .action(retire);
  keys
    .command('new')
    .description('print a new key for LIANBAN_FIELD_KEYS; asks no server')
    .addOption(algorithmOption())
    .action(({ algorithm }: { readonly algorithm: SealAlgorithmName }) =>
      print(keyText(newFieldKey(algorithm, randomBytes))),
    );
}

function algorithmOption(): Option {
  return new Option('--algorithm <name>', 'how it seals').choices(sealAlgorithmNames).default(sealAlgorithmNames[0]);
}

async function list(options: ServerOptions & { readonly json?: boolean }): Promise<void> {
  const server = await signIn(options, administrator);
  const { keys, plain } = await server.ask<FieldKeys>('GET', 'field-keys');
  tellRows(keys, ['id', 'algorithm', 'seals', 'addedAt', 'rows'], options.json);
  if (plain > 0) print(`${plain} rows are not sealed yet; the worker is at it`);
}

async function rotate(
  options: ServerOptions & { readonly algorithm: SealAlgorithmName; readonly wait: boolean },
): Promise<void> {
  const server = await signIn(options, administrator);
  const { algorithm } = options;
  const { id } = await server.ask<{ id: string }>('POST', 'field-keys', { algorithm });
  print(`${id} seals from now on`);
  if (!options.wait) return;
  const { left: total } = await server.ask<FieldKeys>('GET', 'field-keys');
  const progress = showProgress(total);
  let left = total;
  while (left > 0) {
    await sleep(lookEvery);
    ({ left } = await server.ask<FieldKeys>('GET', 'field-keys'));
    progress.to(Math.max(total - left, 0));
  }
  progress.stop();
  print('everything is sealed with it; `lianban keys retire` drops the older keys');
}

async function retire(id: string, options: ServerOptions): Promise<void> {
  const server = await signIn(options, administrator);
  await server.ask('POST', `field-keys/${encodeURIComponent(id)}/retirement`);
  print(`${id} is dropped`);
}
