import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';

const many = 100_000;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

describe('claiming due timers among 100,000', () => {
  let world: EngineWorld;
  const now = new Date('2026-03-02T01:00:00Z');

  beforeAll(async () => {
    world = await openEngineWorld([]);
    // A spread of terms over a hundred days; twenty of them are due.
    await world.rows(
      `WITH made AS (
        INSERT INTO engine.instance (id, definition_id, root_id, status, revision, incident_count, state, started_at, stepped_at)
        SELECT id, id, id, 'active', 1, 0, '{}', $1, $1
        FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, ${many})) fresh RETURNING id)
      INSERT INTO engine.timer (instance_id, key, root_id, owner_key, element_id, due_at, attempt_at, suspended)
      SELECT id, 1, id, 0, 'due', at, at, false
      FROM (SELECT id, $1::timestamptz + (row_number() OVER () - 20) * interval '86 seconds' AS at FROM made) timed`,
      now,
    );
  });

  afterAll(async () => await world?.close());

  it('reads the index of due timers and no table, even before anything was analysed', async () => {
    const before = await plan();
    await world.rows('ANALYZE engine.timer, engine.instance');
    const after = await plan();

    for (const nodes of [before, after]) {
      expect(nodes.filter((each) => each['Node Type'] === 'Seq Scan')).toEqual([]);
      expect(nodes.find((each) => each['Relation Name'] === 'timer')).toMatchObject({ 'Index Name': 'timer_due' });
    }
  });

  it('finds what is due and only that', async () => {
    const claimed = await world.rows<{ due_at: Date }>('SELECT * FROM engine.claim_due_timers($1, 100)', now);

    expect(claimed).toHaveLength(20);
    expect(claimed.every(({ due_at }) => due_at <= now)).toBe(true);
  });

  it('answers within milliseconds', async () => {
    const took: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const asked = performance.now();
      await world.rows('SELECT * FROM engine.claim_due_timers($1, 100)', now);
      took.push(performance.now() - asked);
    }

    expect(took.sort((a, b) => a - b)[10]).toBeLessThan(50);
  });

  /** The claim as the function makes it, with the settings that the function has. */
  async function plan(): Promise<Plan[]> {
    return await world.database.transaction(async (tx) => {
      await tx.query({ text: 'SET LOCAL enable_seqscan = off' });
      const [row] = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
        text: `EXPLAIN (FORMAT JSON) SELECT r.id FROM engine.timer t JOIN engine.instance r ON r.id = t.root_id
          WHERE t.attempt_at <= $1 AND NOT t.suspended ORDER BY t.attempt_at LIMIT 100 FOR UPDATE OF r SKIP LOCKED`,
        values: [now],
      });
      return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan: top }) => nodesOf(top));
    });
  }
});

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
