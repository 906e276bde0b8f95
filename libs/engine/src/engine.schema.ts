import type { EntityClass, MigrationClass } from '@lianban/platform';
import { CalendarChanges1797000000000 } from './migrations/calendar-changes.migration.js';
import { CreateEngine1795392003000 } from './migrations/create-engine.migration.js';
import { StartTriggers1795700000000 } from './migrations/start-triggers.migration.js';
import { DeadLetters1798700000001 } from './migrations/dead-letters.migration.js';
import { ExternalTasks1795700004000 } from './migrations/external-tasks.migration.js';
import { Operations1795700002000 } from './migrations/operations.migration.js';
import { Traces1798700000000 } from './migrations/traces.migration.js';

/** Migrations of schema `engine`, in order. */
export const engineMigrations: readonly MigrationClass[] = [
  CreateEngine1795392003000,
  StartTriggers1795700000000,
  Operations1795700002000,
  ExternalTasks1795700004000,
  CalendarChanges1797000000000,
  Traces1798700000000,
  DeadLetters1798700000001,
];

/** None: the engine reads and writes its tables by plain statements. */
export const engineEntities: readonly EntityClass[] = [];
