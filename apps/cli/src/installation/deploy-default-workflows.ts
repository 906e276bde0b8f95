import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { DefinitionService, EngineCalendars, EngineModule, hashOfFiles } from '@lianban/engine';
import { DatabaseModule, type Database } from '@lianban/platform';
import type { WorkflowFolder } from './default-workflows.js';
import type { Installation } from './installation.js';
import { entities, migrations } from './schema.js';

/**
 * Deploys the default diagrams that this database has never held. What an administrator deployed over them stays: a
 * default that was there once is not put back on top.
 */
export async function deployDefaultWorkflows(
  { config, database }: Installation,
  folders: readonly WorkflowFolder[],
  log: Logger,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    {
      module: class DeployModule {},
      imports: [
        DatabaseModule.forRoot({
          entities,
          migrations,
          config,
          logger: log,
          poolSize: 2,
          applicationName: 'lianban-deploy',
        }),
        EngineModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
  try {
    const definitions = app.get(DefinitionService);
    const calendars = app.get(EngineCalendars).current;
    for (const folder of folders) {
      if (await wasDeployed(database, definitions, folder)) continue;
      const deploy = database.transaction(
        async (tx) => await definitions.deploy(tx, folder.files, { actor: 'system', calendars }),
      );
      for (const { key, version } of (await deploy).definitions) log.info({ key, version }, `deployed ${folder.name}`);
    }
  } finally {
    await app.close();
  }
}

async function wasDeployed(
  database: Database,
  definitions: DefinitionService,
  folder: WorkflowFolder,
): Promise<boolean> {
  const sha256 = hashOfFiles(folder.files);
  for (const key of folder.processes) {
    const versions = await definitions.versions(database, key);
    if (versions.some((version) => version.sha256 === sha256)) return true;
  }
  return false;
}
