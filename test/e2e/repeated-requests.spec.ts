import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lianban/platform';
import { startApiServer, type ApiServer } from './support/api-server.js';

/** Requests that come again with their key, because the answer to the first got lost. */
describe('a repeated request', () => {
  let server: ApiServer;
  let keys = 0;

  beforeAll(async () => {
    server = await startApiServer();
  });

  afterAll(async () => await server?.close());

  it('decides days of a calendar once', async () => {
    const days = [{ date: '2026-03-04', working: false, name: '停办' }];
    await twice('sysadmin', 'calendars/working-days/changes', { days, note: '区政府通知' });
    expect((await server.call('GET', '/api/v1/calendar-changes', { as: 'sysadmin' })).body).toHaveLength(1);
  });

  it.each([
    ['a day that is not', [{ date: '2026-02-30', working: false, name: '' }]],
    ['a day twice', [true, false].map((working) => ({ date: '2026-03-05', working, name: '' }))],
  ])('is not needed for %s: it is refused at the door', async (_, days) => {
    const asked = { as: 'sysadmin', body: { days } };
    const answer = await server.call('POST', '/api/v1/calendars/working-days/preview', asked);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: expect.stringContaining('days') }] } });
  });

  it('sets an absence once', async () => {
    const peers = (await server.call('GET', '/api/v1/absences/peers', { as: 'clerk' })).body;
    const absence = {
      substitute: peers[0].id,
      from: '2026-03-03T09:00:00+08:00',
      until: '2026-03-04T18:00:00+08:00',
    };
    await twice('clerk', 'absences', absence);
    expect((await post('clerk', 'absences', absence)).status).toBe(422);
  });

  it('asks once that a case be left out, and decides it once', async () => {
    const { case: id } = await file();
    const reasons = (await server.call('GET', '/api/v1/exclusion-reasons', { as: 'clerk' })).body;
    const asked = { reason: reasons[0].code, opinion: '不属实' };
    await twice('clerk', `cases/${id}/exclude`, asked);
    expect((await post('clerk', `cases/${id}/exclude`, asked)).status).toBe(409);
    const { items } = (await server.call('GET', '/api/v1/exclusions', { as: 'supervisor' })).body;
    expect(items).toHaveLength(1);
    await twice('supervisor', `exclusions/${items[0].id}/decide`, { granted: true, opinion: '同意' });
  });

  it('signs a report once, and receives it once', async () => {
    const of = { unit: 'station-1-1' };
    await twice('station-head', 'unit-records', { ...of, kind: 'report', period: '2026-03', remark: '平稳' });
    await twice('street', 'unit-records/receive', { ...of, month: '2026-03' });
    expect((await post('street', 'unit-records/receive', { ...of, month: '2026-03' })).status).toBe(409);
  });

  it('operates an instance once, restarts it once and begins a batch once', async () => {
    const { instance } = await file();
    await twice('designer', `instances/${instance}/operations`, { type: 'cancel', reason: '演练' });
    const restarted = await twice('designer', `instances/${instance}/restart`, {});
    expect((await post('designer', `instances/${instance}/restart`, {})).body.id).not.toBe(restarted.id);
    const batch = { operation: { type: 'suspend' }, filter: { processKey: 'case-routing' } };
    const begun = await twice('designer', 'batches', batch);
    expect((await post('designer', 'batches', batch)).body.id).not.toBe(begun.id);
  });

  it('issues a bulletin, holds a talk and takes a faked answer back once', async () => {
    const { case: id } = await file();
    const unit = "'station-1-1', '工作站'";
    const [bulletin, talk] = ['bulletin', 'talk'].map(() => newId());
    await server.database.query({
      text: `INSERT INTO casework.bulletin (id, case_id, stage, unit_id, unit_name, title, text, drafted_at)
             VALUES ($1, $2, 'x', ${unit}, '通报', '逾期', now())`,
      values: [bulletin, id],
    });
    await server.database.query({
      text: `INSERT INTO casework.talk (id, case_id, unit_id, unit_name, cause, reason, planned_at, mend_by)
             VALUES ($1, $2, ${unit}, 'repeated', '多次逾期', now(), now())`,
      values: [talk, id],
    });
    await twice('supervisor', `bulletins/${bulletin}/issue`, { title: '通报', text: '逾期未办' });
    await twice('station-head', `bulletins/${bulletin}/acknowledge`, { opinion: '立即整改' });
    const address = `/api/v1/bulletins/${bulletin}/document`;
    expect((await server.call('GET', address, { as: 'station-head' })).status).toBe(200);
    expect((await server.call('GET', address, { as: 'street2' })).body).toMatchObject({ code: 'bulletin-unknown' });
    const held = { heldAt: '2026-03-02T09:00:00+08:00', attended: '站长', agreed: '整改', mendBy: '2026-03-10' };
    await twice('leader', `talks/${talk}/hold`, held);
    await twice('station-head', `talks/${talk}/acknowledge`, { opinion: '' });
    await twice('leader', `talks/${talk}/mend`, { opinion: '已整改' });
    expect((await post('leader', `talks/${talk}/mend`, { opinion: '已整改' })).status).toBe(409);
    expect((await server.call('GET', '/api/v1/talks?state=mended', { as: 'street' })).body.items).toHaveLength(1);
    expect((await server.call('GET', '/api/v1/bulletins?unit=station-1-1', { as: 'street2' })).body.items).toEqual([]);
    expect((await post('supervisor', `cases/${id}/reverse`, { opinion: '未办' })).body).toMatchObject({
      code: 'nothing-faked',
      status: 409,
    });
  });

  it('changes a rung of the ladder for administrators, with a reason', async () => {
    const put = async (as: string, body: object) =>
      await server.call('PUT', '/api/v1/reference-lists/ladder-rungs/entries/bulletin', { as, body });
    const rung = { name: '逾期通报', position: 6, active: true, values: { days: 8 }, version: 0 };
    const wanted = { ...rung, note: '督查办法' };
    expect((await put('leader', wanted)).status).toBe(403);
    expect((await put('sysadmin', rung)).status).toBe(422);
    const { entries } = (await put('sysadmin', wanted)).body;
    expect(entries).toHaveLength(10);
    expect(entries).toContainEqual(expect.objectContaining({ code: 'bulletin', version: 1, name: '逾期通报' }));
    expect((await put('sysadmin', wanted)).status).toBe(409);
    const address = '/api/v1/reference-lists/ladder-rungs/entries/bulletin/changes';
    const changes = await server.call('GET', address, { as: 'sysadmin' });
    expect(changes.body).toMatchObject([
      { version: 1, before: { values: { days: 5 } }, after: { values: { days: 8 } } },
    ]);
  });

  async function file(): Promise<{ case: string; instance: string }> {
    const draft = { title: '路灯不亮', text: '向阳路 12 号门口路灯坏了三天。', channel: 'phone' };
    const { id } = (await post('clerk', 'cases', draft)).body;
    const [row] = await server.database.query<{ instance_id: string }>({
      text: 'SELECT instance_id FROM casework.case_file WHERE id = $1',
      values: [id],
    });
    return { case: id, instance: row?.instance_id ?? '' };
  }

  async function post(as: string, path: string, body: object, key?: string) {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    return await server.call('POST', `/api/v1/${path}`, { as, body, headers });
  }

  /** Sends it twice with one key; the answers are the same. Another request with that key is refused. */
  async function twice(as: string, path: string, body: object) {
    keys += 1;
    const first = await post(as, path, body, `key-${keys}`);
    expect(first.status).toBeLessThan(300);
    expect(await post(as, path, body, `key-${keys}`)).toMatchObject({ status: first.status, body: first.body });
    const other = await post(as, path, { ...body, another: true }, `key-${keys}`);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    return first.body;
  }
});
