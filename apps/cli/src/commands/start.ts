import type { Command } from 'commander';

/** `lianban start`: the product, or the part of it that LIANBAN_ROLE names, in this process. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description(
      'run the product: database (embedded unless DATABASE_URL is set), migrations, workflows, API, worker, web',
    )
    .action(async () => {
      const { start } = await import('../installation/start.js');
      await start();
    });
}
