import type { Unit } from '@lianban/organisation';

/**
 * Whether a unit is the one that a case complains of, or lies below it: then it steps aside. Source: Regulations on
 * petitions (信访工作条例) art. 28, 30.
 */
export function concerns(about: Pick<Unit, 'path'>, unit: Pick<Unit, 'path'>): boolean {
  return unit.path.startsWith(about.path);
}
