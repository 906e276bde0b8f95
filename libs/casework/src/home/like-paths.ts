import type { Permission } from '@lianban/identity';
import type { SqlValues } from '../sql-values.js';
import type { HomeReader } from './home-card.js';

/** Parameter with patterns of the units over which who looks has a right, and of those below them. */
export function patternsOf({ principal, access }: HomeReader, permission: Permission, sql: SqlValues): string {
  const patterns = access.unitScope(principal, permission).paths.map((path) => `${path}%`);
  return sql.bind(patterns, 'text[]');
}

/** The end of a condition: `unit` is one over which who looks has a right, or lies below one. */
export function likePaths(reader: HomeReader, permission: Permission, sql: SqlValues): string {
  return `AND unit.path LIKE ANY(${patternsOf(reader, permission, sql)})`;
}
