import { createLogger, loadConfig } from '@lianban/platform';
import { banner } from './banner.js';
import { openInstallation } from './installation.js';
import { seedDemo } from './seed-demo.js';

/** Fills in what was asked for and says how to get in. */
export async function seed(): Promise<void> {
  const config = loadConfig(process.env);
  const installation = await openInstallation(config, createLogger({ name: 'lianban', level: 'error' }));
  try {
    await installation.migrate();
    process.stdout.write(banner({ demoPassword: await seedDemo(installation) }));
  } finally {
    await installation.close();
  }
}
