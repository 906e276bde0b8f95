import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

/** An entity class or schema as TypeORM takes it. */
export type EntityClass = (new () => object) | EntitySchema;
/** A migration class; its name ends in 13 digits (milliseconds), which give the order over all libs. */
export type MigrationClass = new () => MigrationInterface;

/** Schema that holds the table of applied migrations. */
export const platformSchema = 'platform';

/** What a {@link DataSource} of this product needs. */
export interface DataSourceSettings {
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** Connections at most; at least 2. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Milliseconds after which the server ends a statement. */
  readonly statementTimeout?: number;
}

/** Describes the database to TypeORM without connecting; `initialize()` connects. Never synchronises the schema. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    schema: platformSchema,
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: Math.max(settings.poolSize ?? 16, 2),
    applicationName: settings.applicationName ?? 'lianban',
    connectTimeoutMS: 10_000,
    extra: {
      // Our queries are short and many: starting helpers or a compiler for one costs more than it saves.
      options: '-c max_parallel_workers_per_gather=0 -c jit=off',
      statement_timeout: settings.statementTimeout ?? 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
}
