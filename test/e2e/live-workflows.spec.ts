import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@lianban/platform';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

/** Stands at its gateway until somebody says how many. */
const broken = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="stuck-file" targetNamespace="https://lianban.dev/test">
  <process id="stuck" name="会停的流程" isExecutable="true">
    <startEvent id="begun" /><exclusiveGateway id="how-many" name="多少" />
    <userTask id="few" name="少" /><endEvent id="over" />
    <sequenceFlow id="a" sourceRef="begun" targetRef="how-many" />
    <sequenceFlow id="b" sourceRef="how-many" targetRef="few"><conditionExpression>= count &gt; 1</conditionExpression></sequenceFlow>
    <sequenceFlow id="c" sourceRef="few" targetRef="over" />
  </process>
</definitions>`;

const text = '向阳路 12 号门口路灯坏了三天。';
const resident = { anonymous: false, name: '陈桂兰', phone: '13800001234' };

describe('workflows as their cases live them', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
    await deploy();
  });

  afterAll(async () => await server?.close());

  it('tell where cases wait, how many are late, and how long they stayed', async () => {
    const first = await file();
    await file();
    await server.call('POST', `/api/v1/tasks/${first}/claim`, { as: 'clerk' });
    await server.advanceBy(2 * 3_600_000);
    await server.call('POST', `/api/v1/tasks/${first}/complete`, {
      as: 'clerk',
      body: { outcome: 'escalate', opinion: '转街道' },
    });
    const early = await live();
    // Nobody fires timers here, so the term is let run out by hand.
    await server.database.query({
      text: `UPDATE engine.task SET due_at = '2026-03-02T02:00:00Z' WHERE element_id = 'street-coordinates'`,
    });
    const late = await live();

    expect(early.waiting).toEqual([
      { elementId: 'station-handles', waiting: 1, overdue: 0, incidents: 0 },
      { elementId: 'street-coordinates', waiting: 1, overdue: 0, incidents: 0 },
    ]);
    expect(early.times).toMatchObject({
      cut: false,
      items: [{ elementId: 'station-handles', count: 1, lapsed: 0, median: 2, p90: 2 }],
    });
    expect(late.waiting.map(({ overdue }: { overdue: number }) => overdue)).toEqual([0, 1]);
  });

  it('give past cases page by page, with nothing that tells whose they were', async () => {
    const page = await server.call('GET', '/api/v1/workflows/case-routing/past-cases?limit=1', { as: 'designer' });
    const after = encodeURIComponent(page.body.next);
    const rest = await server.call('GET', `/api/v1/workflows/case-routing/past-cases?limit=5&after=${after}`, {
      as: 'designer',
    });
    const none = await server.call('GET', '/api/v1/workflows/case-routing/past-cases?until=2026-01-01T00:00:00Z', {
      as: 'designer',
    });

    const mark = Buffer.from(page.body.next, 'base64url').toString();
    const cases = await server.database.query<{ id: string }>({ text: 'SELECT id FROM casework.case_file' });
    expect(cases.filter(({ id }) => mark.includes(id))).toEqual([]);
    expect(page.body.items).toEqual([
      {
        ...{ receivedAt: '2026-03-02T01:00:00.000Z', category: 'environment.noise', kind: '', urgency: 'normal' },
        ...{ station: 'station-1-1', street: 'street-1' },
        steps: expect.any(Array),
      },
    ]);
    expect(rest.body).toMatchObject({ next: null, items: [{ steps: expect.any(Array) }] });
    const steps = [...page.body.items, ...rest.body.items].flatMap((item) => item.steps);
    expect(steps).toContainEqual({
      ...{
        process: 'case-routing',
        element: 'station-handles',
        end: 'done',
        outcome: 'escalate',
        pauses: [],
        calendar: 'working-days',
      },
      ...{ receivedAt: '2026-03-02T01:00:00.000Z', endedAt: '2026-03-02T03:00:00.000Z' },
    });
    const told = JSON.stringify([page.body.items, rest.body.items]);
    for (const word of [text, resident.name, resident.phone, '转街道', 'LB2026', 'clerk'])
      expect(told).not.toContain(word);
    expect(none.body).toEqual({ items: [], next: null });
  });

  it('take no page mark of another list', async () => {
    const forged = { incidents: ['2026-99-01T00:00:00Z', randomUUID(), 1], instances: [1], workflows: [1] };

    for (const [list, mark] of Object.entries({ ...forged, forms: [1], 'workflow-drafts': [1] })) {
      const answer = await server.call('GET', `/api/v1/${list}?after=${encodeCursor(mark)}`, { as: 'designer' });
      expect(answer).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
    }
  });

  it('list what failed in all workflows, and try it again for whoever may', async () => {
    const [first, second] = [await start(), await start()];
    const { body } = await server.call('GET', '/api/v1/incidents?limit=1', { as: 'designer' });
    const after = encodeURIComponent(body.next);
    const rest = await server.call('GET', `/api/v1/incidents?limit=1&after=${after}`, { as: 'designer' });
    const elsewhere = await server.call('GET', '/api/v1/incidents?processKey=case-routing', { as: 'designer' });

    expect(body.items[0]).toMatchObject({
      ...{ instanceId: first, processKey: 'stuck', processName: '会停的流程', version: 1 },
      ...{ elementId: 'how-many', elementName: '多少' },
    });
    expect(rest.body).toMatchObject({ items: [{ instanceId: second }], next: null });
    expect(elsewhere.body.items).toEqual([]);

    await operate(first, { type: 'set-variables', variables: { count: 2 } });
    const retried = await operate(first, { type: 'retry-incidents' }, 'designer', 'once');
    const again = await operate(first, { type: 'retry-incidents' }, 'designer', 'once');
    const refused = await operate(second, { type: 'retry-incidents' }, 'clerk');
    expect(retried.body.openIncidents).toEqual([]);
    expect(again.body).toEqual(retried.body);
    expect(refused.status).toBe(403);
    expect((await server.call('GET', '/api/v1/incidents', { as: 'designer' })).body.items).toHaveLength(1);
  });

  it('leave what could not be delivered to a system administrator, who tries it again or drops it for a reason', async () => {
    const [first = '', second = ''] = [randomUUID(), randomUUID()].sort();
    for (const id of [first, second])
      await server.database.query({
        text: `INSERT INTO engine.outbox (id, topic, payload, idempotency_key, created_at, attempt_at, attempts, given_up_at, last_error)
          VALUES ($1::uuid, 'webhook', $2, $1::uuid::text, $3, $3, 40, $3, '550 <chen@example.com> unknown')`,
        values: [id, { event: 'case.closed', name: '陈桂兰' }, '2026-03-02T00:30:00Z'],
      });
    const letters = async (as = 'sysadmin') => await server.call('GET', '/api/v1/dead-letters', { as });
    const act = async (what: string, body: object, key?: string) =>
      await server.call('POST', `/api/v1/dead-letters/${what}`, {
        as: 'sysadmin',
        body,
        headers: key === undefined ? {} : { 'idempotency-key': key },
      });

    const { items } = (await letters()).body;
    expect(items).toEqual([
      expect.objectContaining({ id: second, kind: 'outbox', name: 'webhook', attempts: 40, reason: '550 … unknown' }),
      expect.objectContaining({ id: first, payload: { event: 'case.closed', name: '…(3)' } }),
    ]);
    expect((await letters('designer')).status).toBe(403);
    expect((await server.call('GET', '/api/v1/desk/home', { as: 'sysadmin' })).body.cards).toContainEqual(
      expect.objectContaining({ id: 'given-up', count: 2 }),
    );

    expect((await act('drop', { ids: [first] })).status).toBe(400);
    expect((await act('drop', { ids: [first], reason: '对方系统已停用' }, 'drop-1')).body).toEqual({ done: 1 });
    expect((await act('drop', { ids: [first], reason: '对方系统已停用' }, 'drop-1')).body).toEqual({ done: 1 });
    expect((await act('drop', { ids: [first], reason: '对方系统已停用' })).body).toEqual({ done: 0 });
    expect((await act('retry', {})).body).toEqual({ done: 1 });

    expect((await letters()).body.items).toEqual([]);
    const rows = await server.database.query({
      text: `SELECT id, attempts, given_up_at FROM engine.outbox WHERE topic = 'webhook'`,
    });
    expect(rows).toEqual([{ id: second, attempts: 0, given_up_at: null }]);
    const trail = await server.call('GET', '/api/v1/audit/entries?action=dead-letters-dropped', { as: 'auditor' });
    expect(trail.body.items.at(-1)).toMatchObject({
      reason: '对方系统已停用',
      detail: { topics: ['webhook'], ids: [first] },
    });
  });

  async function file(): Promise<string> {
    const body = { title: '路灯不亮', text, channel: 'phone', category: 'environment.noise', resident };
    const filed = await server.call('POST', '/api/v1/cases', { as: 'clerk', body });
    return filed.body.tasks[0].id;
  }

  async function live() {
    const since = '2026-03-01T00:00:00Z';
    const path = `/api/v1/workflows/case-routing/versions/1/live?since=${since}`;
    return (await server.call('GET', path, { as: 'designer' })).body;
  }

  async function deploy(): Promise<void> {
    const files = [{ name: 'stuck.bpmn', content: broken }];
    expect(await server.call('POST', '/api/v1/workflows', { as: 'designer', body: { files } })).toMatchObject({
      status: 200,
    });
  }

  async function start(): Promise<string> {
    const answer = await fetch(`${server.address}/engine-rest/process-definition/key/stuck/start`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`designer:${demoPassword}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: '{}',
    });
    return ((await answer.json()) as { id: string }).id;
  }

  async function operate(id: string, body: object, as = 'designer', key?: string) {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return await server.call('POST', `/api/v1/instances/${id}/operations`, { as, body, headers });
  }
});
