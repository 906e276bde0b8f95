import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { engineEntities, engineMigrations, EngineModule } from '@lianban/engine';
import { createLogger, Database, DatabaseModule, loadConfig, migrate, startEmbeddedPostgres } from '@lianban/platform';

/** The engine on a PostgreSQL of the benchmark's own, with the durability that the product has. */
export interface BenchEngine {
  readonly url: string;
  readonly database: Database;
  get<T>(type: Type<T>): T;
  close(): Promise<void>;
}

/** Starts server and engine; both are gone after `close`. */
export async function openBenchEngine(poolSize: number): Promise<BenchEngine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianban-bench-'));
  await chmod(dataDir, 0o755); // the server of a root user runs as somebody else
  const logger = createLogger({ name: 'bench', level: 'error' });
  const server = await startEmbeddedPostgres({ dataDir, log: logger });
  const config = { ...loadConfig({}), databaseUrl: server.url };
  const schema = { entities: engineEntities, migrations: engineMigrations };
  const app = await NestFactory.createApplicationContext(
    { module: class BenchModule {}, imports: [DatabaseModule.forRoot({ ...schema, config, logger, poolSize })] },
    { logger: false, abortOnError: false },
  );
  await migrate(app.get(Database).dataSource, logger);
  await app.close();
  const engine = await NestFactory.createApplicationContext(
    {
      module: class BenchModule {},
      imports: [DatabaseModule.forRoot({ ...schema, config, logger, poolSize }), EngineModule],
    },
    { logger: false, abortOnError: false },
  );
  return {
    url: server.url,
    database: engine.get(Database),
    get: (type) => engine.get(type, { strict: false }),
    async close() {
      await engine.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
