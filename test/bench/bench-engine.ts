import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { engineEntities, engineMigrations, EngineModule } from '@lianban/engine';
import {
  createLogger,
  Database,
  DatabaseModule,
  loadConfig,
  migrate,
  Queues,
  QueuesModule,
  startEmbeddedPostgres,
  type Clock,
  type EntityClass,
  type MigrationClass,
} from '@lianban/platform';

/** The product, or the engine alone, on a PostgreSQL of the benchmark's own, with the durability that the product has. */
export interface BenchEngine {
  readonly url: string;
  readonly database: Database;
  /** For `get`: the queues, where they were asked for. */
  readonly queues: Type<Queues>;
  get<T>(type: Type<T>): T;
  close(): Promise<void>;
}

/** What is started beside the engine. */
export interface BenchParts {
  readonly entities?: readonly EntityClass[];
  /** All of them, the engine's included. */
  readonly migrations?: readonly MigrationClass[];
  readonly modules?: readonly Type[];
  /** Default: the time of day. */
  readonly clock?: Clock;
  /** False: nobody waits for the disk, for what is checked and not measured. Default: true. */
  readonly durable?: boolean;
  /** Absent: no queues; undefined: queues on PostgreSQL. */
  readonly redisUrl?: string | undefined;
}

/** Starts server and application; both are gone after `close`. */
export async function openBenchEngine(poolSize: number, parts: BenchParts = {}): Promise<BenchEngine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianban-bench-'));
  await chmod(dataDir, 0o755); // the server of a root user runs as somebody else
  const logger = createLogger({ name: 'bench', level: 'error' });
  const server = await startEmbeddedPostgres({ dataDir, log: logger });
  const { entities = engineEntities, migrations = engineMigrations, modules = [EngineModule], redisUrl, clock } = parts;
  const config = {
    ...loadConfig({}),
    dataDir,
    databaseUrl: parts.durable === false ? withoutWaiting(server.url) : server.url,
    ...(redisUrl === undefined ? {} : { redisUrl }),
  };
  const open = (imports: (DynamicModule | Type)[]) => {
    const database = DatabaseModule.forRoot({
      entities,
      migrations,
      config,
      logger,
      poolSize,
      ...(clock && { clock }),
    });
    const module = { module: class BenchModule {}, imports: [database, ...imports] };
    return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  };
  const bare = await open([]);
  await migrate(bare.get(Database).dataSource, logger);
  await bare.close();
  const app = await open([...('redisUrl' in parts ? [QueuesModule.forRoot()] : []), ...modules]);
  return {
    url: server.url,
    database: app.get(Database),
    queues: Queues,
    get: (type) => app.get(type, { strict: false }),
    async close() {
      await app.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Commits are written soon after they are told as done. */
function withoutWaiting(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', '-c synchronous_commit=off');
  return changed.href;
}
