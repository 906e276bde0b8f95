import { caseworkEntities, caseworkMigrations, CaseworkModule } from '@lianban/casework';
import { DefinitionService, engineEntities, engineMigrations } from '@lianban/engine';
import {
  AccountService,
  GrantService,
  identityEntities,
  identityMigrations,
  PrincipalService,
  seedDemoIdentity,
  type Principal,
} from '@lianban/identity';
import { JointMeetingModule, jointMeetingMigrations } from '@lianban/joint-meeting';
import {
  MembershipService,
  organisationEntities,
  organisationMigrations,
  seedDemoOrganisation,
  UnitService,
} from '@lianban/organisation';
import type { ManualClock, Transaction } from '@lianban/platform';
import { openBenchEngine, type BenchEngine } from '../bench-engine.js';

/** The demo district with all default workflows, on a database and a clock of its own. */
export interface District {
  readonly engine: BenchEngine;
  readonly clock: ManualClock;
  /** Everybody who handles tasks. */
  readonly staff: readonly Principal[];
}

/** Of everybody in a world that is thrown away. */
const password = 'One-day-2026';

/** How many people work in a unit beside those of the demonstration. */
const colleagues = {
  station: { count: 2, roleCode: 'station-clerk', post: '办事员' },
  street: { count: 2, roleCode: 'street-coordinator', post: '协调员' },
  department: { count: 1, roleCode: 'department-officer', post: '承办人' },
} as const;

/** Files of one deployment. */
export type Deployment = readonly { readonly name: string; readonly content: string }[];

/** Opens the district; close its engine afterwards. */
export async function openDistrict(
  clock: ManualClock,
  workflows: readonly Deployment[],
  { durable = true }: { readonly durable?: boolean } = {},
): Promise<District> {
  const engine = await openBenchEngine(8, {
    clock,
    durable,
    entities: [...organisationEntities, ...identityEntities, ...engineEntities, ...caseworkEntities],
    migrations: [
      ...organisationMigrations,
      ...identityMigrations,
      ...engineMigrations,
      ...caseworkMigrations,
      ...jointMeetingMigrations,
    ],
    modules: [CaseworkModule, JointMeetingModule],
  });
  await seedDemoOrganisation(engine.database, { clock });
  await seedDemoIdentity(engine.database, { password, clock });
  await engine.database.transaction(async (tx) => await openColleagues(engine, tx));
  for (const files of workflows)
    await engine.database.transaction((tx) => engine.get(DefinitionService).deploy(tx, files, { actor: 'system' }));
  return { engine, clock, staff: await staffOf(engine) };
}

async function openColleagues(engine: BenchEngine, tx: Transaction): Promise<void> {
  for (const { id: unitId, kind } of await engine.get(UnitService).list({})) {
    if (kind !== 'station' && kind !== 'street' && kind !== 'department') continue;
    const { count, roleCode, post } = colleagues[kind];
    for (let n = 1; n <= count; n += 1) {
      const draft = { username: `${unitId}-${n}`, displayName: `${unitId} 第 ${n} 人`, password };
      const { id: accountId } = await engine.get(AccountService).create(tx, draft);
      await engine.get(MembershipService).add(tx, { accountId, unitId, post });
      await engine.get(GrantService).grant(tx, { accountId, roleCode, unitId, by: null, reason: 'simulation' });
    }
  }
}

/** Who handles tasks, in the order of their names, so that the same numbers meet the same people. */
export async function staffOf(engine: Pick<BenchEngine, 'get' | 'database'>): Promise<Principal[]> {
  const accounts = await engine.database.query<{ id: string }>({
    text: 'SELECT id FROM identity.account ORDER BY username',
  });
  const people: Principal[] = [];
  for (const { id } of accounts) {
    const person = await engine.get(PrincipalService).find(id);
    if (person?.permissions.has('task.handle')) people.push(person);
  }
  return people;
}
