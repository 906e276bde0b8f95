import type { Command } from 'commander';

/** `lianban seed --demo`: fills in the demo district. */
export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('fill in initial data')
    .requiredOption('--demo', 'the demo district with its accounts')
    .action(async () => {
      const { seed } = await import('../installation/seed.js');
      await seed();
    });
}
