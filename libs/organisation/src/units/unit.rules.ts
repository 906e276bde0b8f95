import { unitIdInvalid, unitInsideItself } from '../organisation.errors.js';

/** Ids hold no `/`, `_` or `%`, so a path is unambiguous and `path || '%'` is a safe LIKE pattern. */
const unitId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const longestUnitId = 64;

/**
 * Path of a unit below a parent's path; without a parent it is a root.
 *
 * @throws unit-id-invalid
 */
export function pathOf(id: string, parentPath = '/'): string {
  if (!unitId.test(id) || id.length > longestUnitId) throw unitIdInvalid(id);
  return `${parentPath}${id}/`;
}

/** Ids named by a path, root first, the unit itself last. */
export function idsOfPath(path: string): string[] {
  return path.split('/').filter((id) => id !== '');
}

/** Whether a unit is the one with the path `above`, or below it. */
export function isWithin(path: string, above: string): boolean {
  return path.startsWith(above);
}

/**
 * Path of a unit after it moved below another parent.
 *
 * @throws unit-inside-itself when the new parent is the unit or sits below it
 */
export function pathAfterMove(unit: { id: string; path: string }, parent: { id: string; path: string }): string {
  if (isWithin(parent.path, unit.path)) throw unitInsideItself(unit.id, parent.id);
  return pathOf(unit.id, parent.path);
}

/** The shortest set of prefixes that covers the same units: what lies below another one is dropped. Sorted. */
export function broadestPaths(paths: readonly string[]): string[] {
  // In sorted order an ancestor comes directly before everything below it.
  return [...new Set(paths)].sort().reduce<string[]>((kept, path) => {
    const last = kept.at(-1);
    if (last === undefined || !isWithin(path, last)) kept.push(path);
    return kept;
  }, []);
}
