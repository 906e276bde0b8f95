import type { Command } from 'commander';

/** `lianban migrate`: brings the database's schema up to date; run it once before the new version starts. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description("bring the database's schema up to date")
    .action(async () => {
      const { migrateDatabase } = await import('../installation/migrate.js');
      await migrateDatabase();
    });
}
