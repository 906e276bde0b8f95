import type { Command } from 'commander';
import { print } from '../operations/tell.js';
import { signIn, withServer, type ServerOptions } from '../server/sign-in.js';

/** The demo account that reads the trail. */
const auditor = 'auditor';

interface Chain {
  readonly stream: string;
  readonly entries: number;
  readonly brokenAt: number | null;
  readonly reason: string | null;
}

interface Readings {
  readonly code: string;
  readonly readings: readonly {
    readonly at: string;
    readonly by: string;
    readonly unit: string;
    readonly role: string;
    readonly ip: string | null;
    readonly reason: string;
    readonly seen: boolean;
  }[];
}

/** `lianban audit`: whether the trail is whole, and who looked at whom, at a running server. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('the audit trail, at a running server');
  withServer(audit.command('verify'), auditor)
    .description('recompute every chain of the trail; exit code 1 where an entry was changed or is missing')
    .action(verify);
  withServer(audit.command('case'), auditor)
    .description('tell who saw who the resident of a case is, when, from where and why')
    .argument('<code>', 'code of the case, as LB20260302-000001')
    .option('--json', 'as JSON')
    .action(tellReadings);
}

async function verify(options: ServerOptions): Promise<void> {
  const server = await signIn(options, auditor);
  const chains = await server.ask<Chain[]>('GET', 'audit/chains');
  for (const { stream, entries, brokenAt, reason } of chains)
    print(
      brokenAt === null ? `ok     ${stream}: ${entries} entries` : `WRONG  ${stream}: entry ${brokenAt}: ${reason}`,
    );
  if (chains.some(({ brokenAt }) => brokenAt !== null)) process.exitCode = 1;
}

async function tellReadings(code: string, options: ServerOptions & { readonly json?: boolean }): Promise<void> {
  const server = await signIn(options, auditor);
  const found = await server.ask<Readings>('GET', `audit/cases/${encodeURIComponent(code)}/personal-data`);
  if (options.json) return print(JSON.stringify(found));
  print(`${found.code}: looked at ${found.readings.length} times`);
  for (const { at, by, unit, role, ip, reason, seen } of found.readings)
    print([at, seen ? 'saw' : 'refused', by, `${unit} (${role})`, ip ?? '-', reason].join('  '));
}
