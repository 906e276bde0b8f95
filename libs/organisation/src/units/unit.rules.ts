import { unitIdInvalid, unitInsideItself, unitMisplaced } from '../organisation.errors.js';
import type { UnitKind } from './unit.js';

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

/** Where a unit of each kind lies. Whoever has a role above reads and does what is below, so a wrong place widens roles. */
const parentKinds: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  district: [],
  street: ['district'],
  station: ['street'],
  department: ['district'],
  office: ['district'],
};

/** Kinds of the units below which one of this kind may lie, and of those that may go on with what was its. */
export function fittingKinds(kind: UnitKind): {
  readonly parents: readonly UnitKind[];
  readonly successors: readonly UnitKind[];
} {
  return { parents: parentKinds[kind], successors: [kind] };
}

/** Passes when a new unit may lie below the parent. @throws unit-misplaced */
export function requireParent(kind: UnitKind, parent: { readonly id: string; readonly kind: UnitKind }): void {
  const { parents } = fittingKinds(kind);
  if (!parents.includes(parent.kind)) throw unitMisplaced(kind, parent, parents);
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
