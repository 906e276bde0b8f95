import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STATE_SCHEMA } from '@lianban/bpmn';
import { newId, type Database } from '@lianban/platform';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { singleStatement } from './single-statement.js';
import { StepWriter } from './step-writer.js';
import type { WriteDocument } from './write-document.js';

const at = '2026-03-02T01:00:00.000Z';
const later = '2026-03-05T09:30:00.000Z';

describe('the writing of steps', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([]);
  });

  afterAll(async () => await world?.close());

  it('comes to the same rows by one statement and by the server-side function', async () => {
    const [byStatement, byFunction] = [newId(), newId()];
    for (const documentOf of [created, moved, retried, ended]) {
      const document = documentOf(byStatement);
      expect(singleStatement(document)).toBeDefined();
      await write(document);
      // A second instance makes the document too wide for one statement.
      await write(join(documentOf(byFunction), created(newId())));

      expect(await rowsOf(world.database, byStatement)).toEqual(await rowsOf(world.database, byFunction));
    }
  });

  it('refuses, either way, an instance that is not at the expected revision', async () => {
    const id = newId();
    await write(created(id));

    await expect(write({ ...moved(id), updated: [{ ...update(id, 5), base: 4 }] })).rejects.toThrow('moved on');
    const wide = join(moved(id), created(newId()));
    await expect(write({ ...wide, updated: [{ ...update(id, 5), base: 4 }] })).rejects.toThrow('revision');
  });

  it('prepares few statements, with names that PostgreSQL does not cut off', () => {
    const names = [created, moved, retried, ended].map((documentOf) => singleStatement(documentOf('x'))?.name ?? '');

    expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(64);
    expect(new Set(names).size).toBe(4);
    expect(singleStatement(created('y'))?.name).toBe(names[0]);
  });

  const write = (document: WriteDocument): Promise<unknown> =>
    world.database.transaction((tx) => world.get(StepWriter).write(tx, document));
});

/** Every row of an instance, without its own id. */
async function rowsOf(database: Database, id: string): Promise<unknown> {
  const tables = ['instance', 'journal', 'task', 'timer', 'job', 'incident'];
  const rows = await Promise.all(
    tables.map((table) =>
      database.query<object>({
        text: `SELECT to_jsonb(r) AS row FROM engine.${table} r WHERE ${table === 'instance' ? 'id' : 'instance_id'} = $1
          ORDER BY to_jsonb(r) ->> 'key', to_jsonb(r) ->> 'revision'`,
        values: [id],
      }),
    ),
  );
  return JSON.parse(JSON.stringify(rows).replaceAll(id, 'id'));
}

function created(id: string): WriteDocument {
  const row = { ...update(id, 1), definition_id: id, root_id: id, parent_id: null, parent_key: null };
  return {
    created: [{ ...row, business_key: 'HD-1', started_at: at }],
    journal: [journal(id, 1)],
    tasks: [task(id, 2)],
    timers: [timer(id, 3), timer(id, 4)],
    jobs: [job(id, 5)],
  };
}

function moved(id: string): WriteDocument {
  return {
    updated: [{ ...update(id, 2), base: 1 }],
    journal: [journal(id, 2)],
    elementsEnded: [{ instance_id: id, key: 2 }],
    timersEnded: [{ instance_id: id, key: 3 }],
    tasks: [task(id, 6)],
    timers: [{ ...timer(id, 4), due_at: later, suspended: true }],
  };
}

function retried(id: string): WriteDocument {
  return { updated: [{ ...update(id, 3), base: 2 }], journal: [journal(id, 3)], jobs: [{ ...job(id, 5), retries: 1 }] };
}

function ended(id: string): WriteDocument {
  return {
    updated: [{ ...update(id, 4), base: 3, status: 'completed', ended_at: later }],
    journal: [journal(id, 4)],
    elementsEnded: [5, 6].map((key) => ({ instance_id: id, key })),
    timersEnded: [{ instance_id: id, key: 4 }],
  };
}

function join(document: WriteDocument, other: WriteDocument): WriteDocument {
  const { created: more = [], journal: entries } = other;
  return { ...document, created: [...(document.created ?? []), ...more], journal: [...document.journal, ...entries] };
}

function update(id: string, revision: number) {
  const waits = { timers: {}, subscriptions: {}, conditions: {}, arrivals: {}, resets: {} };
  const maps = { elements: {}, incidents: {}, compensations: {}, ...waits };
  const state = { schema: STATE_SCHEMA, id, processId: 'p', status: 'active', nextKey: 7, root: 1, ...maps } as const;
  return { id, status: 'active', revision, incident_count: 0, state, stepped_at: at, ended_at: null } as const;
}

function journal(id: string, revision: number): WriteDocument['journal'][number] {
  const command = { type: 'set-variables', variables: { text: '路灯不亮 "quoted" {a,b}' } } as const;
  return { instance_id: id, revision, at, command, actor: { name: '李四', opinion: "it's done" }, events: [] };
}

function task(id: string, key: number): NonNullable<WriteDocument['tasks']>[number] {
  return {
    instance_id: id,
    key,
    element_id: 'handle',
    name: '办理',
    lane: null,
    unit: 'station-1-1',
    assignee: null,
    candidate_users: [],
    candidate_groups: ['clerk', 'with, comma "and" quote'],
    form: null,
    due_at: later,
    warn_at: null,
    created_at: at,
    outcomes: [{ id: 'resolved', name: '办结', opinion: 'required' }],
    properties: { queue: 'x' },
    suspended: false,
  };
}

function timer(id: string, key: number): NonNullable<WriteDocument['timers']>[number] {
  const row = { instance_id: id, key, root_id: id, owner_key: 2, element_id: 'due' };
  return { ...row, due_at: later, suspended: false };
}

function job(id: string, key: number): NonNullable<WriteDocument['jobs']>[number] {
  return { instance_id: id, key, element_id: 'notify', topic: 'notify', properties: {}, retries: 3, created_at: at };
}
