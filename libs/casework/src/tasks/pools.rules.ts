import type { AccessService, Principal } from '@lianban/identity';
import type { Step } from './step.js';

/**
 * Who may claim a task is a set of texts on the task ("pools"); what a person may claim is a set of the same texts. A
 * task is theirs when the two meet, which is one index look-up for a whole inbox.
 */
const pools = {
  person: (nameOrId: string) => `person:${nameOrId}`,
  role: (role: string) => `role:${role}`,
  unit: (unit: string) => `unit:${unit}`,
  unitRole: (unit: string, role: string) => `unit:${unit}:role:${role}`,
};

/** The assignment of a user task as the diagram's expressions gave it. */
export interface TaskAssignment {
  readonly unit?: string | undefined;
  readonly assignee?: string | undefined;
  readonly candidateUsers: readonly string[];
  /** Codes of roles or ids of units. */
  readonly candidateGroups: readonly string[];
}

/**
 * Pools of a task. People named by the diagram come first; groups narrow the unit to those who hold the role; a bare
 * unit offers the task to everybody who handles tasks there.
 *
 * @param isUnit whether a group is the id of a unit
 */
export function poolsOfTask(task: TaskAssignment, isUnit: (group: string) => boolean): string[] {
  const people = [...(task.assignee === undefined ? [] : [task.assignee]), ...task.candidateUsers].map(pools.person);
  const groups = task.candidateGroups.map((group) => {
    if (isUnit(group)) return pools.unit(group);
    return task.unit === undefined ? pools.role(group) : pools.unitRole(task.unit, group);
  });
  const named = [...people, ...groups];
  if (named.length > 0) return [...new Set(named)];
  return task.unit === undefined ? [] : [pools.unit(task.unit)];
}

/** Pools that a person may claim from: only in units where they work and may handle tasks. */
export function poolsOfPrincipal(principal: Principal, access: AccessService): string[] {
  if (!access.can(principal, 'task.handle')) return [];
  const roles = principal.grants.filter((grant) => grant.permissions.has('task.handle'));
  const units = principal.units.filter((unit) => access.canIn(principal, 'task.handle', unit.path));
  return [
    pools.person(principal.username),
    pools.person(principal.accountId),
    ...principal.standsInFor.flatMap(({ username, accountId }) => [pools.person(username), pools.person(accountId)]),
    ...new Set(roles.map((grant) => pools.role(grant.role.code))),
    ...units.flatMap((unit) => [
      pools.unit(unit.id),
      ...roles
        .filter((grant) => unit.path.startsWith(grant.unit.path))
        .map((grant) => pools.unitRole(unit.id, grant.role.code)),
    ]),
  ];
}

/** The pools of a task that is offered to everybody who handles tasks in a unit. */
export function poolsOfUnit(unitId: string): string[] {
  return poolsOfTask({ unit: unitId, candidateUsers: [], candidateGroups: [] }, () => false);
}

/** The pools of a task that is offered to certain people. */
export function poolsOfPeople(accountIds: readonly string[]): string[] {
  return accountIds.map(pools.person);
}

/** Whether a task is offered to one person alone. */
export function namesOnly(
  { pools: offered }: Pick<Step, 'pools'>,
  { id, username }: { readonly id: string; readonly username: string },
): boolean {
  const own = [pools.person(id), pools.person(username)];
  return offered.length > 0 && offered.every((pool) => own.includes(pool));
}

/** The people whom a task names, by account or user name, where it is offered to nobody else. */
export function namedPeople({ pools: offered }: Pick<Step, 'pools'>): readonly string[] {
  const prefix = pools.person('');
  return offered.every((pool) => pool.startsWith(prefix)) ? offered.map((pool) => pool.slice(prefix.length)) : [];
}

/** Pools with another unit in the place of one. */
export function poolsAfter(offered: readonly string[], from: string, to: string): string[] {
  const [old, now] = [pools.unit(from), pools.unit(to)];
  const moved = (pool: string) => pool === old || pool.startsWith(`${old}:`);
  return [...new Set(offered.map((pool) => (moved(pool) ? `${now}${pool.slice(old.length)}` : pool)))];
}

/** Whether a person may claim a task, were it free: it is offered to them, and they need not step aside (回避). */
export function mayClaim(
  { pools: offered, recused }: Pick<Step, 'pools' | 'recused'>,
  person: { readonly accountId: string; readonly pools: ReadonlySet<string> },
): boolean {
  return !recused.includes(person.accountId) && offered.some((pool) => person.pools.has(pool));
}

/** Whether a task belongs to a unit of somebody with these pools, or to no unit: there they may stand in for others. */
export function isInUnitOf({ unitId }: { readonly unitId: string | null }, mine: ReadonlySet<string>): boolean {
  return unitId === null || mine.has(pools.unit(unitId));
}
