import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BulletinService, caseworkMigrations, Ladder, TaskService, type RegisteredCase } from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

type Runner = Parameters<InstanceType<(typeof caseworkMigrations)[number]>['up']>[0];

/** One case that is overdue where nobody takes it away any more; each test goes on where the one before ended. */
describe('a stage of the supervision ladder', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld();
    filed = await world.file({ category: 'urban.road' });
    await world.advanceTo('2026-04-21T18:00:00+08:00');
    const [step] = await world.database.query<{ dueAt: Date }>({
      text: `SELECT due_at AS "dueAt" FROM casework.step WHERE case_id = $1 AND element_id = 'district-handle'`,
      values: [filed.id],
    });
    await world.advanceTo(new Date((step?.dueAt.getTime() ?? 0) + 60_000).toISOString());
    await look();
  });

  afterAll(async () => await world?.close());

  it('stays the same when another unit has its task: no rung is climbed again', async () => {
    expect(await climbs()).toEqual([{ code: 'order-overdue', unit: 'office-general' }]);
    await answer();
    await handOver('dept-traffic');
    await look();
    expect((await climbs()).filter(({ code }) => code === 'order-overdue')).toHaveLength(1);
  });

  it('keeps the reason that the unit before gave: nobody is named', async () => {
    await later(15);
    await look();
    expect((await climbs()).map(({ code }) => code)).toEqual(['order-overdue', 'remind-overdue']);
    const supervisor = await world.person('supervisor');
    const { items } = await world.get(BulletinService).list(supervisor, { limit: 50, unit: 'dept-traffic' });
    expect(items).toEqual([]);
  });

  it('is known by what an older version kept of it, and what it did twice is left as it is', async () => {
    const Migration = caseworkMigrations.find(({ name }) => name === 'LadderStages1797000000044');
    if (!Migration) throw new Error('no such migration');
    const migration = new Migration();
    const runner = { query: async (text: string) => await world.database.query({ text }) } as unknown as Runner;
    const before = await stages();
    await migration.down(runner);
    const old = await stages();
    expect(old.every((stage) => /^[^:]+:\d+:[a-z]/.test(stage))).toBe(true);
    const twice = {
      text: `INSERT INTO casework.ladder_climb SELECT case_id, rung_code, regexp_replace(stage, ':[^:]+$', ':dept-health'),
      'dept-health', at + interval '1 day', covered FROM casework.ladder_climb WHERE case_id = $1 AND rung_code = 'order-overdue'`,
      values: [filed.id],
    };
    await world.database.query(twice);
    await migration.up(runner);

    await look();
    const left = (stage: string) => stage.endsWith(':dept-health');
    expect((await stages()).filter((stage) => !left(stage))).toEqual(before);
    expect((await stages()).filter(left)).toHaveLength(5);
  });

  async function look(): Promise<number> {
    return await world.get(Ladder).climb();
  }

  async function answer(): Promise<void> {
    const { tasks } = await world.view(filed);
    const task = tasks.find(({ name, unit }) => name === '督办答复' && unit === '区群众工作办公室');
    const said = { outcome: 'answered', opinion: '正在协调产权单位' };
    await world.get(TaskService).complete(await world.person('general'), task?.id ?? 'missing', said);
  }

  async function later(days: number): Promise<void> {
    await world.advanceTo(new Date(world.clock.now().getTime() + days * 86_400_000).toISOString());
  }

  /** As a transfer or a merger of units does. */
  async function handOver(unit: string): Promise<void> {
    await world.database.query({
      text: `UPDATE casework.step SET unit_id = $2 WHERE case_id = $1 AND element_id = 'district-handle'`,
      values: [filed.id, unit],
    });
    await world.database.query({
      text: 'UPDATE casework.ladder_watch SET look_at = $2 WHERE case_id = $1',
      values: [filed.id, world.clock.now()],
    });
  }

  async function climbs() {
    return await world.database.query<{ code: string; unit: string }>({
      text: `SELECT rung_code AS code, climb.unit_id AS unit FROM casework.ladder_climb climb
             JOIN casework.step ON climb.stage || ':' LIKE instance_id || ':' || key || ':%'
             WHERE climb.case_id = $1 AND element_id = 'district-handle' ORDER BY at, rung_code`,
      values: [filed.id],
    });
  }

  async function stages(): Promise<string[]> {
    const rows = await world.database.query<{ stage: string }>({
      text: `SELECT stage FROM casework.ladder_climb WHERE case_id = $1 AND stage <> 'case' ORDER BY stage, rung_code`,
      values: [filed.id],
    });
    return rows.map(({ stage }) => stage);
  }
});
