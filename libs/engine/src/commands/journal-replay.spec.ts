import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '@lianban/bpmn';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { timersFiredTwice } from '../testing/records.js';

const cases = 200;
const days = 60;
const categories = ['urban.road', 'urban.streetlight', 'housing.property', 'unknown'];

interface OpenTaskRow {
  readonly id: string;
  readonly outcomes: readonly Outcome[];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('200 cases of the default workflow over two months of people who act or do not', () => {
  let world: EngineWorld;
  let acts = 0;
  const random = seeded(20260302);
  const oneOf = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('joint-meeting'), defaultWorkflow('case-routing')]);
    let filed = 0;
    for (let day = 0; day < days; day += 1) {
      for (; filed < cases && filed < ((day + 1) * cases) / 20; filed += 1) await file();
      for (const task of await openTasks()) if (random() < 0.15) await act(task);
      await world.advanceTo(new Date(world.clock.now().getTime() + 24 * 60 * 60 * 1_000).toISOString());
    }
  }, 120_000);

  afterAll(async () => await world?.close());

  it('went every way there is', async () => {
    const reached = await world.rows<{ element: string }>(
      `SELECT DISTINCT e ->> 'elementId' AS element FROM engine.journal j, jsonb_array_elements(j.events) e
        WHERE e ->> 'type' IN ('user-task-created', 'timer-fired') ORDER BY 1`,
    );

    expect(acts).toBeGreaterThan(cases);
    expect(reached.map(({ element }) => element)).toEqual(
      expect.arrayContaining([
        'callback',
        'callback-due',
        'deliberate',
        'department-due',
        'department-handle',
        'district-handle',
        'station-due',
        'street-coordinate',
        'street-due',
      ]),
    );
  });

  it('leaves every state equal to the replay of its journal, and every wait with its row', async () => {
    expect(await world.disagreements()).toEqual([]);
  });

  it('fired no timer twice and left none overdue', async () => {
    const overdue = await world.rows('SELECT 1 FROM engine.timer WHERE due_at <= $1', world.clock.now());

    expect([await timersFiredTwice(world.database), overdue]).toEqual([[], []]);
  });

  it('keeps exactly one open task for each case that runs and none for the others', async () => {
    const wrong = await world.rows(
      `SELECT r.id, r.status, count(t.*) AS tasks FROM engine.instance r
        JOIN engine.instance i ON i.root_id = r.id LEFT JOIN engine.task t ON t.instance_id = i.id
        WHERE r.id = r.root_id GROUP BY r.id HAVING count(t.*) <> CASE r.status WHEN 'active' THEN 1 ELSE 0 END`,
    );

    expect(wrong).toEqual([]);
  });

  it('counts revisions without a gap, in the order of time', async () => {
    const gaps = await world.rows(
      `SELECT instance_id FROM (
          SELECT instance_id, revision, at, lag(at) OVER each AS before, row_number() OVER each AS expected
          FROM engine.journal WINDOW each AS (PARTITION BY instance_id ORDER BY revision)) numbered
        WHERE revision <> expected OR before > at`,
    );
    const wrong = await world.rows(
      `SELECT id FROM engine.instance i WHERE revision <>
        (SELECT max(revision) FROM engine.journal WHERE instance_id = i.id)`,
    );

    expect([gaps, wrong]).toEqual([[], []]);
  });

  it('raised no incident', async () => {
    expect(await world.rows('SELECT * FROM engine.incident')).toEqual([]);
  });

  const file = () =>
    world.start('case-routing', {
      station: 'station-1-1',
      street: 'street-1',
      category: oneOf(categories) ?? '',
    });

  const openTasks = () =>
    world.rows<OpenTaskRow>(
      `SELECT instance_id || '.' || key AS id, outcomes FROM engine.task ORDER BY created_at, instance_id, key`,
    );

  async function act({ id, outcomes }: OpenTaskRow): Promise<void> {
    await world.complete(id, { outcome: oneOf(outcomes)?.id ?? 'resolved' });
    acts += 1;
  }
});
