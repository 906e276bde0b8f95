import type { Permission } from '@lianban/identity';
import type { SqlValues } from '../sql-values.js';
import type { HomeReader } from './home-card.js';

/** The end of a condition: `unit` is one over which who looks has a right, or lies below one. */
export function likePaths({ principal, access }: HomeReader, permission: Permission, sql: SqlValues): string {
  const patterns = access.unitScope(principal, permission).paths.map((path) => `${path}%`);
  return `AND unit.path LIKE ANY(${sql.bind(patterns, 'text[]')})`;
}
