// Settings
export { CONFIG, loadConfig, type Config, type SignInProvider } from './config/config.js';
export { ConfigError } from './config/config-error.js';
export { configVariables, type ConfigVariable } from './config/config-variables.js';
export { isLocalHost } from './config/oidc-variables.js';

// Errors
export { DomainError, type DomainErrorInit, type DomainErrorKind, type FieldError } from './errors/domain-error.js';

// Time and ids
export { CLOCK, ManualClock, SystemClock, type Clock } from './time/clock.js';
export { idFor, isUuid, newId } from './time/ids.js';

// Log
export { createLogger, LOGGER } from './log/logger.js';
export { NestLog } from './log/nest-log.js';
export { currentRequestId, withRequestId } from './log/request-id.js';

// Numbers
export { mayReadMetrics } from './metrics/metrics-access.js';
export { serveMetrics } from './metrics/metrics-server.js';
export { counter, gauge, histogram, metricsMediaType, metricsText } from './metrics/process-metrics.js';

// Traces
export { carried, carryOn, type Carried } from './trace/carried.js';
export { startTracing } from './trace/start-tracing.js';
export { openSpan, traced, tracedAtOnce, traceParent, type OpenSpan } from './trace/tracing.js';

// Database
export { ChannelListener, type ChannelListenerOptions } from './database/channel-listener.js';
export { createDataSource, type DataSourceSettings } from './database/data-source.js';
export type { EntityClass, MigrationClass } from './database/data-source.js';
export { Database } from './database/database.js';
export { DatabaseModule, type DatabaseModuleOptions } from './database/database.module.js';
export { migrate } from './database/migrate.js';
export { driftOf, readShape } from './database/schema-shape.js';
export type { Statement } from './database/statement.js';
export type { Transaction } from './database/transaction.js';
export { isUnstorableText, isUnstorableTime, uniqueViolation } from './database/violations.js';

// Sealed fields
export { FieldCipher, type FieldPlace, type Fields } from './sealing/field-cipher.js';
export {
  FieldKeyRegister,
  prepareFieldKeys,
  requireFieldKeys,
  type FieldKeyStates,
} from './sealing/field-key-register.js';
export { fieldKeysOf, givenKeys, KeyFile } from './sealing/field-keys.js';
export { keyText, newFieldKey, parseKeyRing } from './sealing/key-ring.rules.js';
export { FieldKeys1798500000000 } from './migrations/field-keys.migration.js';
export { Resealing } from './sealing/resealing.js';
export { sealAlgorithmNames, type SealAlgorithmName } from './sealing/seal-algorithms.js';
export { sealedRow, type SealedTable } from './sealing/sealed-table.js';

// Files
export { FileStore } from './files/file-store.js';
export { makeFolder } from './embedded-postgres/make-folder.js';

// Embedded PostgreSQL
export { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres/embedded-postgres.js';
export { EmbeddedPostgresError } from './embedded-postgres/embedded-postgres-error.js';

export { reachEmbeddedPostgres, type ReachedPostgres } from './embedded-postgres/reach.js';

// Backups
export { BackupError } from './backup/backup-error.js';
export { BackupFolder, type Backup } from './backup/backup-folder.js';
export { loadDump } from './backup/dump.js';
export { makeBackup, stampOf } from './backup/make-backup.js';
export { keepNewest } from './backup/prune.js';
export { restoreCluster } from './backup/restore-cluster.js';
export { findRestorePoint, type RestorePoint } from './backup/restore-point.js';
export { bringUploads } from './backup/uploads.js';
export { verifyBackup } from './backup/verify-backup.js';
export { endWalArchive, WalArchive } from './backup/wal-archive.js';
export { lockInstance } from './embedded-postgres/instance-lock.js';
export { clearRestoring, finishSwap, restoringFolder, swapIn } from './embedded-postgres/swap.js';

// Queues
export { createQueues, Queues, type JobHandler, type QueuesOptions, type WorkerSettings } from './queues/queues.js';
export { endsWithin } from './queues/ends-within.js';
export { QueuesModule } from './queues/queues.module.js';

// Parts of the product that run in one process
export type { PartContext, RunningPart } from './process/part.js';

// Paging
export { decodeCursor, encodeCursor, pageMarkInvalid } from './paging/cursor.js';
export { instantMark, isMarkDay, isMarkInstant, isMarkNumber, textMark, uuidMark } from './paging/page-mark.js';
export { pageOf, type Page } from './paging/page.js';
export { throughPages } from './paging/through-pages.js';

// Testing
export { testFieldKeys } from './testing/test-keys.js';
export { createTestDatabase, type TestDatabase } from './testing/test-database.js';
export { openTraceReceiver, type TraceReceiver } from './testing/trace-receiver.js';
export { queueBackends, type QueueBackendUnderTest } from './testing/queue-backends.js';
