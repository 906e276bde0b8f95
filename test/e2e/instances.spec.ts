import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { twoStepRouting } from '@lianban/casework';
import { startApiServer, type ApiServer } from './support/api-server.js';

const draft = { title: '路灯不亮', text: '向阳路 12 号门口路灯坏了三天。', channel: 'phone' };

describe('an operator at the API', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });

  afterAll(async () => await server?.close());

  it('sees where instances are, without what they are about', async () => {
    const filed = await file();
    const { body: page } = await server.call('GET', `/api/v1/instances?processKey=case-routing&limit=1`, designer);
    const { body: instance } = await server.call('GET', `/api/v1/instances/${filed.instance}`, designer);

    expect(page.items).toHaveLength(1);
    expect(instance).toMatchObject({ id: filed.instance, processKey: 'case-routing', version: 1, status: 'active' });
    expect(instance.tokens.map(({ elementId }: { elementId: string }) => elementId)).toContain('station-handles');
    expect(instance.timers).toHaveLength(2);
    expect(JSON.stringify(instance)).not.toContain('station-1');
  });

  it('is somebody with the right to it', async () => {
    const filed = await file();
    for (const as of ['clerk', 'sysadmin', 'leader']) {
      const answer = await server.call('POST', `/api/v1/instances/${filed.instance}/operations`, {
        as,
        body: { type: 'suspend' },
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'permission-missing' } });
    }
  });

  it('suspends a case: the clerk is told so, and it goes on when it is resumed', async () => {
    const filed = await file();
    const held = await operate(filed.instance, { type: 'suspend' });
    const again = await operate(filed.instance, { type: 'suspend' });
    await server.call('POST', `/api/v1/tasks/${filed.task}/claim`, { as: 'clerk' });
    const complete = () =>
      server.call('POST', `/api/v1/tasks/${filed.task}/complete`, {
        as: 'clerk',
        body: { outcome: 'resolved', opinion: '已修复' },
      });

    expect(held.body).toMatchObject({ status: 'suspended' });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-decided' } });
    expect(await complete()).toMatchObject({ status: 409, body: { code: 'suspended' } });
    await operate(filed.instance, { type: 'resume' });
    expect(await complete()).toMatchObject({ status: 200 });
  });

  it('moves a case by hand, which its inboxes follow', async () => {
    const filed = await file();
    const moved = await operate(filed.instance, {
      type: 'modify',
      reason: '街道直接办理',
      instructions: [
        { do: 'start-before', elementId: 'street-coordinates' },
        { do: 'cancel-all', elementId: 'station-handles' },
      ],
    });
    const { body: inbox } = await server.call('GET', '/api/v1/tasks?box=claimable&limit=200', { as: 'street' });

    expect(moved.status).toBe(200);
    expect(inbox.items.map((item: { caseId: string }) => item.caseId)).toContain(filed.id);
  });

  it('names what is wrong with an operation', async () => {
    const filed = await file();
    const wrong = await operate(filed.instance, { type: 'modify', reason: 'x', instructions: [{ do: 'fly' }] });
    const unknown = await operate(filed.instance, {
      type: 'modify',
      reason: 'x',
      instructions: [{ do: 'start-before', elementId: 'ghost' }],
    });

    expect(wrong).toMatchObject({ status: 400 });
    expect(unknown).toMatchObject({ status: 409, body: { detail: expect.stringContaining('"ghost"') } });
    const nobody = await operate('0190a000-0000-7000-8000-000000000009', { type: 'suspend' });
    expect(nobody).toMatchObject({ status: 404, body: { code: 'instance-unknown' } });
  });

  it('previews and begins the going over of a version, watches the batch and stops it', async () => {
    const filed = await file();
    // Another term, and another id for the task, which its name makes known again.
    const content = twoStepRouting.content
      .replace('<timeDuration>P3D<', '<timeDuration>P9D<')
      .replaceAll('station-handles', 'station-works');
    const deployed = await server.call('POST', '/api/v1/workflows', {
      ...designer,
      body: { files: [{ name: twoStepRouting.name, content }] },
    });
    expect(deployed.body).toMatchObject({ key: 'case-routing', version: 2 });
    const preview = await server.call('POST', '/api/v1/workflows/case-routing/versions/1/migrate/preview', {
      ...designer,
      body: { to: 2 },
    });
    const begun = await server.call('POST', '/api/v1/workflows/case-routing/versions/1/migrate', {
      ...designer,
      body: { to: 2 },
    });

    expect(preview.body).toMatchObject({ unmapped: [], problems: [], immovable: [] });
    expect(preview.body.movable).toBe(preview.body.total);
    expect(begun).toMatchObject({ status: 202, body: { operation: 'migrate', total: preview.body.total } });
    const stopped = await server.call('POST', `/api/v1/batches/${begun.body.id}/cancel`, designer);
    expect(stopped.body).toMatchObject({ state: 'cancelled', done: 0 });
    const one = await operate(filed.instance, { type: 'migrate', process: 'case-routing', version: 2 });
    expect(one.body).toMatchObject({ version: 2 });
    const { body: kept } = await server.call('GET', `/api/v1/cases/${filed.id}`, { as: 'clerk' });
    expect(kept.tasks).toMatchObject([{ id: filed.task, elementId: 'station-works', dueAt: filed.dueAt }]);
    const { body: history } = await server.call('GET', `/api/v1/cases/${filed.id}/history`, { as: 'clerk' });
    const line = history.items.find(({ title }: { title: string }) => title === '流程版本迁移');
    expect(line.actor).toMatchObject({ role: '流程管理员', unit: expect.any(String) });
    await server.call('POST', `/api/v1/tasks/${filed.task}/claim`, { as: 'clerk' });
    const done = await server.call('POST', `/api/v1/tasks/${filed.task}/complete`, {
      as: 'clerk',
      body: { outcome: 'resolved', opinion: '已修复' },
    });
    expect(done.status).toBe(200);
  });

  it('suspends a version, which then takes no new case', async () => {
    await server.call('POST', '/api/v1/workflows/case-routing/versions/2/suspend', designer);
    expect(await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft })).toMatchObject({
      status: 409,
      body: { code: 'definition-suspended' },
    });
    await server.call('POST', '/api/v1/workflows/case-routing/versions/2/resume', designer);
    expect(await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft })).toMatchObject({ status: 201 });
  });

  const designer = { as: 'designer' };

  const operate = (instance: string, body: object) =>
    server.call('POST', `/api/v1/instances/${instance}/operations`, { ...designer, body });

  async function file(): Promise<{ id: string; task: string; instance: string; dueAt: string }> {
    const { status, body } = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft });
    expect(status).toBe(201);
    const task = String(body.tasks[0].id);
    return { id: String(body.id), task, instance: task.slice(0, 36), dueAt: String(body.tasks[0].dueAt) };
  }
});
