import type { Logger } from 'pino';
import { createLogger, loadConfig, SystemClock, type Config } from '@lianban/platform';
import { lineOf } from '../failure.js';
import type { Check } from './doctor-check.js';
import { databaseChecks } from './doctor-database.js';
import { machineChecks } from './doctor-machine.js';
import { openInstallation } from './installation.js';

/**
 * Says in one line each what is right (`ok`), what works but should be looked at (`LOOK`), and what is wrong (`WRONG`);
 * each of these says how it is mended. The exit code is 1 when something is wrong.
 */
export async function doctor(): Promise<void> {
  let config: Config | undefined;
  const settings: Check = {
    name: 'settings',
    run() {
      config = loadConfig(process.env);
      return `role ${config.role}, time zone ${config.timeZone}`;
    },
  };
  let well = await holds(settings);
  // Nothing else can be judged without them.
  if (config) {
    for (const check of machineChecks(config, new SystemClock().now())) well = (await holds(check)) && well;
    well = (await databaseHolds(config, createLogger({ name: 'lianban', level: 'silent' }))) && well;
  }
  if (!well) process.exitCode = 1;
}

/** Opens the database once for all that is asked of it. */
async function databaseHolds(config: Config, log: Logger): Promise<boolean> {
  let well = true;
  const opened = await holds({
    name: 'connection',
    async run() {
      const installation = await openInstallation(config, log);
      try {
        for (const check of databaseChecks(installation, log)) {
          if (await holds(check)) continue;
          well = false;
          if (check.name === 'schema') break; // the rest reads its tables
        }
      } finally {
        await installation.close();
      }
      return config.databaseUrl === undefined ? 'embedded' : 'DATABASE_URL';
    },
  });
  return opened && well;
}

/** Tells what a check found; false: it is wrong. */
async function holds({ name, run }: Check): Promise<boolean> {
  try {
    const found = await run();
    process.stdout.write(typeof found === 'string' ? `ok     ${name}: ${found}\n` : `LOOK   ${name}: ${found.look}\n`);
    return true;
  } catch (error) {
    process.stdout.write(`WRONG  ${name}: ${lineOf(error)}\n`);
    return false;
  }
}
