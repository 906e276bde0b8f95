import { join } from 'node:path';
import { destination, type Logger } from 'pino';
import { createLogger, loadConfig, startTracing, type RunningPart } from '@lianban/platform';
import { archiveLog, type LogArchive } from '../backup/archive-log.js';
import { banner } from './banner.js';
import { readDefaultWorkflows } from './default-workflows.js';
import { deployDefaultWorkflows } from './deploy-default-workflows.js';
import { openInstallation, type Installation } from './installation.js';
import { partsOf, startPart } from './parts.js';
import { portRefused, requireFreePort } from './port.js';
import { productRoot } from './root.js';
import { seedDemo } from './seed-demo.js';
import { stopOnSignal } from './until-stopped.js';

/**
 * Runs the product, or the part of it that LIANBAN_ROLE names, in this process until it is asked to stop.
 *
 * @throws ConfigError, EmbeddedPostgresError, Refused with one line; nothing is left running then
 */
export async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLogger({ name: 'lianban', level: config.logLevel, destination: destination(2) });
  // Everything that can refuse the start without a trace comes first.
  if (config.role !== 'worker') await requireFreePort(config.port);
  if (config.role !== 'api' && config.metricsPort !== undefined)
    await requireFreePort(config.metricsPort, 'LIANBAN_METRICS_PORT');
  const workflows = await readDefaultWorkflows(join(productRoot, 'workflows'), config.timeZone);

  const stopTracing = await startTracing(process.env);
  const running: RunningPart[] = [];
  let installation: Installation | undefined;
  let archive: LogArchive | undefined;
  const stop = async (): Promise<void> => {
    await stopParts(running, log);
    await archive?.stop();
    await stopTracing();
    await installation?.close();
  };
  stopOnSignal(stop);
  try {
    installation = await openInstallation(config, log);
    archive = await archiveLog(installation, log);
    await installation.migrate();
    const password = config.demo ? await seedDemo(installation) : undefined;
    await deployDefaultWorkflows(installation, workflows, log);
    for (const name of partsOf(config.role)) running.push(await startPart(name, { config: installation.config, log }));
    const address = running.find((part) => part.address !== undefined)?.address;
    process.stdout.write(banner({ address, demoPassword: password, role: config.role }));
  } catch (error) {
    await stop();
    throw portRefused(config.port, error);
  }
}

/** Parts stop side by side, so that together they take no longer than the slowest. */
async function stopParts(parts: readonly RunningPart[], log: Logger): Promise<void> {
  for (const result of await Promise.allSettled(parts.map(async (part) => await part.stop()))) {
    if (result.status === 'rejected') log.error({ err: result.reason as unknown }, 'a part did not stop cleanly');
  }
}
