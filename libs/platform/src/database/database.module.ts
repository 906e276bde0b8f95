import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { CONFIG, loadConfig, type Config } from '../config/config.js';
import { createLogger, LOGGER } from '../log/logger.js';
import { FieldCipher } from '../sealing/field-cipher.js';
import { fieldKeysOf } from '../sealing/field-keys.js';
import { CLOCK, SystemClock, type Clock } from '../time/clock.js';
import { watchPool } from './pool-gauge.js';
import { createDataSource, type EntityClass, type MigrationClass } from './data-source.js';
import { Database } from './database.js';

/** What an application hands to {@link DatabaseModule}; what it leaves out comes from the environment. */
export interface DatabaseModuleOptions {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  readonly config?: Config;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** Milliseconds after which the server ends a statement. */
  readonly statementTimeout?: number;
}

/**
 * Provides everywhere: `DataSource`, {@link Database}, and the values behind `CONFIG`, `CLOCK` and `LOGGER`. It does
 * not migrate; the start command calls `migrate` once, before or after.
 */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 5, retryDelay: 1_000 }),
          dataSourceFactory: async () => {
            const config = options.config ?? loadConfig(process.env);
            const { poolSize } = config;
            const source = await createDataSource({ poolSize, ...options, url: requireUrl(config) }).initialize();
            watchPool(options.applicationName ?? 'lianban', source);
            return source;
          },
        }),
      ],
      providers: [
        { provide: CONFIG, useFactory: () => options.config ?? loadConfig(process.env) },
        { provide: CLOCK, useFactory: () => options.clock ?? new SystemClock() },
        {
          provide: LOGGER,
          useFactory: (config: Config) => options.logger ?? createLogger({ name: 'lianban', level: config.logLevel }),
          inject: [CONFIG],
        },
        {
          provide: FieldCipher,
          useFactory: (config: Config) => new FieldCipher(fieldKeysOf(config)),
          inject: [CONFIG],
        },
        Database,
      ],
      exports: [CONFIG, CLOCK, LOGGER, Database],
    };
  }
}

function requireUrl(config: Config): string {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  throw new Error('DATABASE_URL is unset: start with `lianban start`, which brings its own PostgreSQL, or set it.');
}
