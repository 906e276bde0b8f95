import { createLogger, loadConfig } from '@lianban/platform';
import { openInstallation } from './installation.js';

/** Brings the database's schema up to date and says what that took. */
export async function migrateDatabase(): Promise<void> {
  const installation = await openInstallation(
    loadConfig(process.env),
    createLogger({ name: 'lianban', level: 'error' }),
  );
  try {
    const applied = await installation.migrate();
    for (const name of applied) process.stdout.write(`applied ${name}\n`);
    process.stdout.write(`${applied.length} migrations applied; the schema is up to date\n`);
  } finally {
    await installation.close();
  }
}
