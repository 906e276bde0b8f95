import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

const draft = {
  title: '路灯不亮',
  text: '向阳路 12 号门口路灯坏了三天。',
  channel: 'phone',
  category: 'urban.lighting',
  resident: { name: '王小明', phone: '13812345678' },
};

describe('the way of a case over HTTP', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });

  afterAll(async () => await server?.close());

  it('goes from the clerk to the inbox of the station, to the street, to its end', async () => {
    const filed = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft });
    expect(filed).toMatchObject({ status: 201, body: { state: 'open', code: expect.stringMatching(/^LB20260302-/) } });
    const [task] = filed.body.tasks;

    const inbox = await server.call('GET', '/api/v1/tasks?box=claimable&sort=due', { as: 'clerk' });
    expect(inbox.body.counts).toMatchObject({ claimable: 1, todo: 0, registered: 1 });
    expect(inbox.body.items).toEqual([
      expect.objectContaining({
        id: task.id,
        title: '路灯不亮',
        category: { code: 'urban.lighting', name: '路灯照明' },
        residentName: '王**',
        step: '工作站办理',
        light: 'green',
        remaining: '剩 3 个工作日',
        dueAt: '2026-03-05T09:30:00.000Z',
      }),
    ]);

    const headers = { 'content-type': 'application/json' }; // without a body, as many clients do
    expect(await server.call('POST', `/api/v1/tasks/${task.id}/claim`, { as: 'clerk', headers })).toMatchObject({
      status: 200,
    });
    expect(await server.call('POST', `/api/v1/tasks/${task.id}/claim`, { as: 'station-head' })).toMatchObject({
      status: 409,
      body: { code: 'already-claimed', details: { by: '陈晓燕' } },
    });

    const body = { outcome: 'escalate', opinion: '需街道协调' };
    const completed = await server.call('POST', `/api/v1/tasks/${task.id}/complete`, { as: 'clerk', body });
    expect(completed).toMatchObject({ status: 200, body: { tasks: [{ name: '街道协调', unit: '河东街道党工委' }] } });
    expect(await server.call('POST', `/api/v1/tasks/${task.id}/complete`, { as: 'clerk', body })).toMatchObject({
      status: 409,
      body: { code: 'already-decided' },
    });

    const next = completed.body.tasks[0].id;
    await server.call('POST', `/api/v1/tasks/${next}/complete`, {
      as: 'street',
      body: { outcome: 'handled', opinion: '已修复' },
    });
    const view = await server.call('GET', `/api/v1/cases/${filed.body.id}`, { as: 'clerk' });
    expect(view.body).toMatchObject({ state: 'closed', tasks: [], resident: { name: '王**', phone: '138****5678' } });
    const history = await server.call('GET', `/api/v1/cases/${filed.body.id}/history?limit=100`, { as: 'clerk' });
    expect(history.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'registered',
      'claimed',
      'completed',
      'completed',
      'closed',
    ]);
    const diagram = await server.call('GET', `/api/v1/cases/${filed.body.id}/diagram`, { as: 'clerk' });
    expect(diagram.body.elements).toMatchObject({ ended: { state: 'done' } });
  });

  it('keeps people of other units out', async () => {
    const { body } = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft });
    const task = body.tasks[0].id;

    expect(await server.call('GET', `/api/v1/cases/${body.id}`, { as: 'clerk2' })).toMatchObject({ status: 404 });
    expect(await server.call('GET', `/api/v1/cases/${body.id}/history`, { as: 'officer2' })).toMatchObject({
      status: 404,
    });
    expect(await server.call('GET', `/api/v1/cases/${body.id}`, { as: 'sysadmin' })).toMatchObject({ status: 403 });
    for (const act of ['claim', 'release', 'complete']) {
      const answer = await server.call('POST', `/api/v1/tasks/${task}/${act}`, {
        as: 'clerk2',
        body: { outcome: 'escalate' },
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'task-not-yours' } });
    }
  });

  it.each([
    ['an empty title', { title: '   ' }, 400, 'title'],
    ['an over-long title', { title: '长'.repeat(201) }, 400, 'title'],
    ['a malformed phone', { resident: { name: '王', phone: '12' } }, 400, 'resident.phone'],
    ['an unknown category', { category: 'nonsense' }, 422, 'category'],
    ['an unknown station', { station: 'station-9-9' }, 422, 'station'],
    ['an unknown channel', { channel: 'pigeon' }, 422, 'channel'],
  ])('refuses %s and names the field', async (_name, wrong, status, field) => {
    const answer = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: { ...draft, ...wrong } });

    expect(answer).toMatchObject({ status, body: { status, errors: [{ field, message: expect.any(String) }] } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
  });

  it.each([
    ['broken JSON', '{"title":', 'application/json', 400],
    ['plain text', 'title=x', 'text/plain', 415],
    ['a form', 'title=x', 'application/x-www-form-urlencoded', 415],
    ['a poisoned object', '{"__proto__":{"title":"x"}}', 'application/json', 400],
    ['a picture', 'x', 'image/png', 415],
    ['a list', '[]', 'application/json', 400],
  ])('refuses %s with a problem', async (_name, body, type, status) => {
    const answer = await server.call('POST', '/api/v1/cases', { as: 'clerk', body, headers: { 'content-type': type } });

    expect(answer).toMatchObject({ status, body: { status, code: expect.any(String), title: expect.any(String) } });
  });

  it('answers a repeated POST as the first time, and refuses the key for another request', async () => {
    const headers = { 'idempotency-key': 'clerk-1' };
    const first = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft, headers });
    const again = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft, headers });
    const other = await server.call('POST', '/api/v1/cases', {
      as: 'clerk',
      body: { ...draft, title: '别的' },
      headers,
    });
    const twins = await Promise.all(
      [1, 2, 3].map(
        async () =>
          await server.call('POST', '/api/v1/public/cases', {
            body: { title: '井盖', text: '缺失' },
            headers: { 'idempotency-key': 'twin' },
          }),
      ),
    );

    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(new Set(twins.map(({ body }) => body.code)).size).toBe(1);
    const empty = await server.call('POST', '/api/v1/cases', {
      as: 'clerk',
      body: draft,
      headers: { 'idempotency-key': 'x'.repeat(201) },
    });
    expect(empty).toMatchObject({ status: 400, body: { errors: [{ field: 'Idempotency-Key' }] } });
  });

  it('pages through an inbox without losing or repeating a line', async () => {
    for (let number = 0; number < 5; number += 1) {
      await server.call('POST', '/api/v1/cases', { as: 'clerk2', body: { ...draft, title: `第 ${number} 件` } });
    }
    const titles: string[] = [];
    let after = '';
    do {
      const page = await server.call('GET', `/api/v1/tasks?box=claimable&limit=2${after && `&after=${after}`}`, {
        as: 'clerk2',
      });
      titles.push(...page.body.items.map(({ title }: { title: string }) => title));
      after = page.body.next ?? '';
    } while (after !== '');

    expect(titles.sort()).toEqual([0, 1, 2, 3, 4].map((number) => `第 ${number} 件`));
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'after=rubbish', 'box=nothing', 'sort=title']) {
      expect(await server.call('GET', `/api/v1/tasks?${query}`, { as: 'clerk2' })).toMatchObject({ status: 400 });
    }
  });

  it('serves residents without an account', async () => {
    const filed = await server.call('POST', '/api/v1/public/cases', {
      body: { title: '噪声', text: '夜间施工', address: '向阳路 3 号' },
    });
    expect(filed).toMatchObject({ status: 201, body: { state: 'open', queryCode: expect.stringMatching(/^\d{8}$/) } });
    const { code, queryCode } = filed.body;

    const status = await server.call('GET', `/api/v1/public/cases/${code}?queryCode=${queryCode}`);
    expect(status).toMatchObject({
      status: 200,
      body: { title: '噪声', state: 'open', steps: [{ name: expect.stringContaining('已登记') }] },
    });
    expect(await server.call('GET', `/api/v1/public/cases/${code}?queryCode=1`)).toMatchObject({ status: 404 });
    expect(await server.call('GET', `/api/v1/public/cases/${code}`)).toMatchObject({ status: 400 });
    expect(filed.body.tasks).toBeUndefined();
  });

  it('tells by server-sent events that something changed, until the session ends', async () => {
    const credentials = { username: 'clerk', password: demoPassword };
    const { body } = await server.call('POST', '/api/v1/auth/token', { body: credentials });
    const headers = { authorization: `Bearer ${body.accessToken}` };
    const events = await fetch(`${server.address}/api/v1/events`, { headers });
    expect(events.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(events.headers.get('content-security-policy')).toMatch(/default-src/u);
    let told = '';
    for await (const part of events.body ?? []) {
      told += new TextDecoder().decode(part);
      if (told.includes('changed')) break; // which leaves the stream
      await server.call('POST', '/api/v1/cases', { as: 'station-head', body: draft });
    }
    expect(told).toBe('retry: 5000\n\nevent: changed\ndata: tasks\n\n');
    await server.call('DELETE', '/api/v1/auth/session', { headers });
    expect(await server.call('GET', '/api/v1/events', { headers })).toMatchObject({ status: 401 });
  });

  it('lists topics, channels and units', async () => {
    const categories = await server.call('GET', '/api/v1/categories');
    expect(categories.body).toHaveLength(15);
    expect(categories.body[0].children.length).toBeGreaterThan(0);
    expect((await server.call('GET', '/api/v1/channels')).body).toContainEqual({ code: 'phone', name: '电话' });
    expect((await server.call('GET', '/api/v1/units?kind=station', { as: 'clerk' })).body).toHaveLength(8);
    expect((await server.call('GET', '/api/v1/joint-meetings/queue', { as: 'secretary' })).body).toMatchObject({
      items: [],
      next: null,
      total: 0,
    });
  });
});
