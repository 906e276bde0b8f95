import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseTaskId } from '@lianban/engine';
import { newId } from '@lianban/platform';
import { taskUnknown } from '../casework.errors.js';
import { caseDraftSchema } from '../cases/case-draft.js';
import { IntakeService, type RegisteredCase } from '../cases/intake.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { taskBatchSchema, type TaskFate } from './task-batch.js';
import { TaskBatches } from './task-batch.service.js';
import { TaskService } from './task.service.js';

describe('an act on many tasks', () => {
  let world: CaseworkWorld;
  let filed: RegisteredCase[];
  let ids: string[];

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    filed = [];
    for (const title of ['路灯不亮', '井盖松动', '垃圾堆放']) {
      const draft = caseDraftSchema.parse({ title, text: `${title}三天了`, channel: 'phone' });
      filed.push(await world.get(IntakeService).register(await world.person('clerk'), draft));
    }
    ids = filed.map(({ tasks }) => tasks[0]?.id ?? 'missing');
  });

  it('does what can be done, and says of the others why not, by name', async () => {
    await world.get(TaskService).claim(await world.person('station-head'), ids[1] ?? '');

    const fates = await run('clerk', { act: 'claim', tasks: ids });

    expect(fates.map(({ id, code }) => [id, code])).toEqual(ids.map((id, at) => [id, filed[at]?.code]));
    expect(fates.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'already-claimed', undefined]);
    expect(await assignees()).toEqual(['陈晓燕', expect.not.stringContaining('陈晓燕'), '陈晓燕']);
  });

  it('asks for the rights of each act, and names no case to who may not know of it', async () => {
    const strangers = await run('clerk2', { act: 'claim', tasks: ids });
    const ghost = `${newId()}.3`;
    const officer = await run('officer', { act: 'urge', tasks: [...ids, ghost], reason: '请尽快' });
    const assigned = await run('officer', { act: 'assign', tasks: [ids[0], ghost], reason: '轮休', to: { unit: 'x' } });
    const unknown = await run('clerk', { act: 'release', tasks: ['no-task', `${newId()}.3`] });

    expect(strangers.map(({ code, refusal }) => [code, refusal?.code])).toEqual(
      ids.map(() => [null, 'task-not-yours']),
    );
    expect(officer.map(({ code, refusal }) => [code, refusal?.code])).toEqual(
      [...ids, ghost].map(() => [null, 'permission-missing']),
    );
    expect(assigned.map(({ id, refusal }) => refusal?.message.replace(id, ''))).toEqual(
      Array(2).fill(taskUnknown('').message),
    );
    expect(unknown.map(({ code, refusal }) => [code, refusal?.code])).toEqual([
      [null, 'task-unknown'],
      [null, 'task-unknown'],
    ]);
  });

  it('gives the same answer to a repeated request, refusals too, and does nothing twice', async () => {
    const request = requestOf();
    const [first = ''] = ids;
    const before = await run('clerk', { act: 'claim', tasks: [first] }, request);
    await world.get(TaskService).release(await world.person('clerk'), first);

    expect(await run('clerk', { act: 'claim', tasks: [first] }, request)).toEqual(before);
    expect(await assignees()).toEqual([null, null, null]);
  });

  it('goes on where a request broke off, with the fates that its tasks had, refusals too', async () => {
    const request = requestOf();
    await world.get(TaskService).claim(await world.person('station-head'), ids[1] ?? '');
    const before = await run('clerk', { act: 'claim', tasks: ids }, request);
    await world.database.query({
      text: 'UPDATE casework.idempotency SET answer = NULL WHERE key = $1',
      values: [request.key],
    });
    await world.get(TaskService).release(await world.person('station-head'), ids[1] ?? '');

    expect(await run('clerk', { act: 'claim', tasks: ids }, request)).toEqual(before);
    expect((await assignees())[1]).toBeNull();
  });

  it('answers twins alike, and does each task once', async () => {
    const request = requestOf();

    const [one, other] = await Promise.all([
      run('clerk', { act: 'urge', tasks: ids, reason: '居民已催问' }, request),
      run('clerk', { act: 'urge', tasks: ids, reason: '居民已催问' }, request),
    ]);

    expect(one).toEqual(other);
    expect(one.map(({ refusal }) => refusal)).toEqual([null, null, null]);
    expect(await trail('urged')).toBe(3);
  });

  it('refuses a key that came with other tasks', async () => {
    const request = requestOf();
    await run('clerk', { act: 'claim', tasks: ids }, request);

    const reused = run('clerk', { act: 'claim', tasks: ids.slice(1) }, { ...request, hash: 'other' });

    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('hands tasks to a colleague with the reason in each history, where the person may assign them', async () => {
    const head = await world.person('station-head');
    const to = { person: head.accountId };
    await run('clerk', { act: 'claim', tasks: ids.slice(0, 2) });

    const fates = await run('clerk', { act: 'assign', tasks: ids, reason: '轮休', to });

    expect(fates.map(({ refusal }) => refusal?.code)).toEqual([undefined, undefined, 'task-not-held']);
    expect(await assignees()).toEqual([head.displayName, head.displayName, null]);
    expect(await trail('transferred')).toBe(2);
  });

  it('gives tasks back, and presses for a case by its own id where it has no open task', async () => {
    await run('clerk', { act: 'claim', tasks: ids });

    const released = await run('clerk', { act: 'release', tasks: [...ids, ...ids] });
    const urged = await run('clerk', { act: 'urge', tasks: [filed[0]?.id ?? ''], reason: '居民已催问' });

    expect(released.map(({ refusal }) => refusal)).toEqual([null, null, null]);
    expect(await assignees()).toEqual([null, null, null]);
    expect(urged).toEqual([{ id: filed[0]?.id, code: filed[0]?.code, refusal: null }]);
  });

  it.each([
    ['no task', { act: 'claim', tasks: [] }],
    ['more than a hundred', { act: 'claim', tasks: Array.from({ length: 101 }, (_, at) => `${at}`) }],
    ['no reason for urging', { act: 'urge', tasks: ['a'], reason: ' ' }],
    ['nobody to assign to', { act: 'assign', tasks: ['a'], reason: '轮休', to: {} }],
    ['another act', { act: 'complete', tasks: ['a'] }],
  ])('is not read with %s', (_what, batch) => {
    expect(taskBatchSchema.safeParse(batch).success).toBe(false);
  });

  async function run(who: string, batch: object, request?: IdempotentRequest): Promise<readonly TaskFate[]> {
    return await world.get(TaskBatches).run(await world.person(who), taskBatchSchema.parse(batch), request);
  }

  async function assignees(): Promise<unknown[]> {
    const of = ids.map((id) => parseTaskId(id).instanceId);
    const rows = await world.database.query<{ name: string | null }>({
      text: `SELECT assignee_name AS name FROM casework.step WHERE instance_id = ANY($1::uuid[])
             ORDER BY array_position($1::uuid[], instance_id)`,
      values: [of],
    });
    return rows.map(({ name }) => name);
  }

  async function trail(kind: string): Promise<number> {
    const rows = await world.database.query({
      text: 'SELECT seq FROM casework.trail WHERE kind = $1 AND case_id = ANY($2::uuid[])',
      values: [kind, filed.map(({ id }) => id)],
    });
    return rows.length;
  }
});

let requests = 0;

function requestOf(): IdempotentRequest {
  requests += 1;
  return { key: `batch-${requests}`, account: 'clerk', hash: 'same' };
}
