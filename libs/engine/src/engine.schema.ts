import type { EntityClass, MigrationClass } from '@lianban/platform';
import { CreateEngine1795392003000 } from './migrations/create-engine.migration.js';

/** Migrations of schema `engine`, in order. */
export const engineMigrations: readonly MigrationClass[] = [CreateEngine1795392003000];

/** None: the engine reads and writes its tables by plain statements. */
export const engineEntities: readonly EntityClass[] = [];
