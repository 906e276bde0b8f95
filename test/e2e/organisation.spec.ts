import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

const workflow = resolve(import.meta.dirname, '../../workflows/assist/assist.bpmn');
const day = '2026-03-02';
const reason = '机构改革';

/** The district is reorganised over HTTP; each test goes on where the one before ended. */
describe('the organisation over HTTP', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
    await server.advanceBy(60_000);
  });

  afterAll(async () => await server?.close());

  it('is changed by system administrators and nobody else', async () => {
    const body = { kind: 'renamed', name: '市容管理局', day, reason };
    for (const as of ['clerk', 'leader', 'secadmin', 'auditor'])
      expect((await call('POST', 'units/dept-urban/changes', { as, body })).status).toBe(403);
    const headers = { 'idempotency-key': 'rename-1' };
    for (const _ of [1, 2]) {
      const renamed = await call('POST', 'units/dept-urban/changes', { as: 'sysadmin', body, headers });
      expect(renamed.status).toBe(204);
    }
    const { body: unit } = await call('GET', 'units/dept-urban', { as: 'clerk' });
    expect(unit).toMatchObject({
      name: '市容管理局',
      changes: [{ before: '城市管理局', after: '市容管理局', holds: true }],
    });
  });

  it('gets a unit, which is asked what is with it, and ends it', async () => {
    const unit = { id: 'dept-sports', name: '体育局', kind: 'department', parent: 'district' };
    expect((await call('POST', 'units', { as: 'sysadmin', body: unit })).status).toBe(204);
    expect((await call('POST', 'units', { as: 'sysadmin', body: unit })).body).toMatchObject({ code: 'unit-exists' });
    const things = await call('GET', 'units/dept-education/things', { as: 'sysadmin' });
    expect(things.body.things).toEqual([
      { what: 'members', count: 1, open: false },
      { what: 'grants', count: 1, open: false },
    ]);
    const body = { kind: 'merged', successor: 'dept-sports', day, reason };
    expect((await call('POST', 'units/dept-education/changes', { as: 'sysadmin', body })).status).toBe(204);
    const { body: people } = await call('GET', 'units/dept-sports/people', { as: 'clerk' });
    expect(people).toMatchObject([{ name: '余承志', post: '承办人' }]);
    const tree = await call('GET', 'units/tree', { as: 'clerk' });
    expect(tree.body).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'dept-education', ended: true })]));
    const standing = await call('GET', 'units?kind=department', { as: 'clerk' });
    expect(standing.body.map(({ id }: { id: string }) => id)).not.toContain('dept-education');
  });

  it('has no unit below one of a kind that does not fit, and tells which kinds do', async () => {
    const unit = { id: 'station-x', name: '工作站', kind: 'station', parent: 'dept-urban' };
    expect(await call('POST', 'units', { as: 'sysadmin', body: unit })).toMatchObject({
      status: 422,
      body: { code: 'unit-misplaced', errors: [{ field: 'parent' }], details: { parents: ['street'] } },
    });
    const { body: things } = await call('GET', 'units/station-2-1/things', { as: 'sysadmin' });
    expect(things.fits).toEqual({ parents: ['street'], successors: ['station'] });
    const body = { kind: 'merged', successor: 'district', day, reason };
    expect(await call('POST', 'units/station-2-1/changes', { as: 'sysadmin', body })).toMatchObject({
      status: 422,
      body: { code: 'unit-change-refused', errors: [{ field: 'after' }] },
    });
  });

  it('warns at deployment of a unit that has ended', async () => {
    const xml = readFileSync(workflow, 'utf8').replace('lianban:unit="=unit"', 'lianban:unit="dept-education"');
    const headers = { 'content-type': 'application/xml' };
    const { body } = await call('POST', 'workflows', { as: 'designer', body: xml, headers });
    expect(body.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          severity: 'warning',
          code: 'unit-ended',
          message: expect.stringContaining('体育局'),
        }),
      ]),
    );
  });

  it('tells who draws a diagram what it may name, and gives back the files of a version', async () => {
    const { body: names } = await call('GET', 'workflows/names', { as: 'designer' });
    const units = names.units.map(({ id }: { id: string }) => id);
    expect(units).toContain('dept-health');
    expect(units).not.toContain('dept-education'); // it has ended
    expect(names.roles).toContainEqual(expect.objectContaining({ name: '流程管理员' }));
    expect(names.calendars.map(({ id }: { id: string }) => id)).toContain('working-days');
    expect((await call('GET', 'workflows/names', { as: 'clerk' })).status).toBe(403);
    const { body } = await call('GET', 'workflows/case-routing/versions/1/files', { as: 'designer' });
    expect(body.files).toEqual([{ name: 'two-step-routing.bpmn', content: expect.stringContaining('case-routing') }]);
    expect((await call('GET', 'workflows/case-routing/versions/99/files', { as: 'designer' })).status).toBe(404);
  });

  it('lets somebody leave, who is then a stranger at the door', async () => {
    const { body: people } = await call('GET', 'units/dept-health/people', { as: 'sysadmin' });
    const path = `people/${people[0].id}/departure`;
    expect((await call('GET', path, { as: 'clerk' })).status).toBe(403);
    expect((await call('GET', path, { as: 'sysadmin' })).body).toMatchObject({ total: 0, leftEmpty: ['卫生健康局'] });
    expect((await call('POST', path, { as: 'sysadmin', body: { day: '2026-03-09', reason } })).status).toBe(204);
    expect((await call('DELETE', path, { as: 'sysadmin' })).status).toBe(204);
    expect((await call('POST', path, { as: 'sysadmin', body: { day, reason } })).status).toBe(204);
    const credentials = { username: 'officer5', password: 'demo-password' };
    expect(await call('POST', 'auth/token', { body: credentials })).toMatchObject({
      status: 401,
      body: { code: 'sign-in-failed' },
    });
    expect((await call('GET', 'units/dept-health/people', { as: 'sysadmin' })).body).toEqual([]);
  });

  it('opens an account, and gives and takes places and roles, each by who may', async () => {
    const person = {
      username: 'new-clerk',
      name: '新来的',
      password: 'Good-pass-2026',
      unit: 'station-1-1',
      post: '办事员',
    };
    expect((await call('POST', 'people', { as: 'secadmin', body: person })).status).toBe(403);
    expect((await call('POST', 'people', { as: 'sysadmin', body: person })).status).toBe(204);
    const { body: found } = await call('GET', 'people?q=%E6%96%B0%E6%9D%A5&unit=street-1&state=open', {
      as: 'secadmin',
    });
    expect(found.items).toMatchObject([{ username: 'new-clerk', places: [{ unit: 'station-1-1' }], grants: [] }]);
    const path = `people/${found.items[0].id}`;
    const grant = { role: 'station-clerk', unit: 'station-1-1', reason: '上岗' };
    expect((await call('POST', `${path}/grants`, { as: 'sysadmin', body: grant })).status).toBe(403);
    expect((await call('POST', `${path}/grants`, { as: 'secadmin', body: grant })).status).toBe(204);
    const place = { unit: 'station-1-2', post: '办事员' };
    expect((await call('POST', `${path}/places`, { as: 'sysadmin', body: place })).status).toBe(204);
    const sign = async (password: string) => {
      const { body } = await call('POST', 'auth/token', { body: { username: 'new-clerk', password } });
      return { authorization: `Bearer ${body.accessToken}` };
    };
    const headers = await sign(person.password);
    const dueFirst = { status: 403, body: { code: 'password-change-needed' } };
    expect(await call('GET', 'tasks?box=todo', { headers })).toMatchObject(dueFirst);
    const change = async (next: string) =>
      await call('PUT', 'me/password', { headers, body: { current: person.password, next } });
    expect(await change('weak')).toMatchObject({ status: 400, body: { code: 'password-weak' } });
    expect(await change(person.password)).toMatchObject({ status: 422, body: { code: 'password-used-before' } });
    expect((await change('My-own-2026')).status).toBe(204);
    expect((await call('GET', 'tasks?box=todo', { headers })).status).toBe(200);
    const reset = { body: { password: 'For-now-2026' } };
    expect((await call('PUT', `${path}/password`, { as: 'secadmin', ...reset })).status).toBe(403);
    expect((await call('PUT', `${path}/password`, { as: 'sysadmin', ...reset })).status).toBe(204);
    expect((await call('GET', 'me', { headers })).status).toBe(401);
    const later = { headers: await sign('For-now-2026') };
    expect(await call('GET', 'tasks?box=todo', later)).toMatchObject(dueFirst);
    expect((await call('DELETE', `${path}/sessions`, { as: 'sysadmin' })).status).toBe(403);
    expect((await call('DELETE', `${path}/sessions`, { as: 'secadmin' })).status).toBe(204);
    expect((await call('GET', 'me', later)).status).toBe(401);
    expect((await call('DELETE', `${path}/second-factor`, { as: 'secadmin' })).status).toBe(204);
    const read = async () => (await call('GET', 'people?q=new-clerk', { as: 'sysadmin' })).body.items[0];
    expect(await read()).toMatchObject({
      places: [{}, { unit: 'station-1-2' }],
      grants: [{ roleName: '工作站办事员' }],
    });
    await server.advanceBy(1_000);
    expect((await call('DELETE', `${path}/places/station-1-2`, { as: 'sysadmin' })).status).toBe(204);
    expect((await call('DELETE', `${path}/grants/station-clerk/station-1-1`, { as: 'secadmin' })).status).toBe(204);
    expect(await read()).toMatchObject({ places: [{ unit: 'station-1-1' }], grants: [] });
    const self = (await call('GET', 'people?q=secadmin2', { as: 'secadmin2' })).body.items[0].id;
    const own = await call('POST', `people/${self}/grants`, { as: 'secadmin2', body: grant });
    expect(own.body).toMatchObject({ code: 'grant-to-oneself' });
    expect((await call('GET', 'people', { as: 'clerk' })).status).toBe(403);
    expect((await call('GET', 'people?limit=1', { as: 'sysadmin' })).body.next).not.toBeNull();
  });

  it('leaves the audit trail to somebody, whoever takes roles away', async () => {
    const ends = async (username: string) => {
      const { body } = await call('GET', `people?q=${username}`, { as: 'secadmin' });
      const { id } = body.items.find((person: { username: string }) => person.username === username);
      return await call('DELETE', `people/${id}/grants/auditor/district`, { as: 'secadmin' });
    };
    expect((await ends('auditor2')).status).toBe(204);
    expect(await ends('auditor')).toMatchObject({ status: 409, body: { code: 'last-holder' } });
  });

  it('takes units and people from a table: a trial tells each line’s fate and changes nothing', async () => {
    const heads = ['名称', '编码', '类别', '上级编码', '区划代码'];
    const rows = [
      ['填表说明'],
      heads,
      ['金桥街道', 'street-9', '街道', 'district'],
      ['金桥一站', 'station-9-1', '工作站', 'street-9'],
      ['错位', 'station-9-2', '工作站', 'dept-urban'],
      ['缺类别', 'dept-9', '', 'district'],
      ['另一名', 'street-1', '街道', 'district'],
      ['河东街道党工委', 'street-1', '街道', 'district', '110101'],
    ];
    const send = (dryRun: boolean, as = 'sysadmin') =>
      call('POST', 'tables/units/import', {
        as,
        body: { rows, dryRun },
        headers: dryRun ? {} : { 'idempotency-key': 't' },
      });
    expect((await send(true, 'designer')).status).toBe(403);
    const fates = {
      ...{ created: 2, changed: 0, known: 0, refused: 4 },
      lines: [
        { line: 3, name: 'street-9 金桥街道', fate: 'created' },
        { line: 4, fate: 'created' },
        { line: 5, fate: 'refused', code: 'unit-misplaced' },
        { line: 6, fate: 'refused', code: 'line-refused', reason: expect.stringMatching(/^类别：/u) },
        { line: 7, fate: 'refused', reason: expect.stringMatching(/^名称：.*机构变更/u) },
        { line: 8, fate: 'refused', reason: expect.stringMatching(/^区划代码：/u) },
      ],
    };
    expect((await send(true)).body).toMatchObject(fates);
    expect((await call('GET', 'units/street-9', { as: 'sysadmin' })).status).toBe(404);
    for (const _ of [1, 2]) expect((await send(false)).body).toMatchObject(fates);
    expect((await call('GET', 'units/station-9-1', { as: 'sysadmin' })).body).toMatchObject({
      parent: { id: 'street-9' },
    });
    const lacking = await call('POST', 'tables/units/import', { as: 'sysadmin', body: { rows: [['编码', '名称']] } });
    expect(lacking.body).toMatchObject({ code: 'table-heads-missing', details: { heads: '类别、上级编码' } });

    const people = [
      ['用户名', '姓名', '单位编码', '职务', '初始密码'],
      ['table-one', '表一', 'station-9-1', '办事员', 'A-long-start-2026'],
      ['table-one', '表一', 'street-9', '协管', ''],
      ['table-one', '表一', 'street-9', '协管', ''],
      ['table-one', '表一', 'street-9', '主任', ''],
      ['table-two', '表二', 'station-9-1', '办事员', 'weak'],
      ['clerk', '别人', 'station-9-1', '办事员', ''],
    ];
    for (const dryRun of [true, false]) {
      const taken = await call('POST', 'tables/people/import', { as: 'sysadmin', body: { rows: people, dryRun } });
      expect(taken.body.lines.map((each: { fate: string; code: string }) => each.code ?? each.fate)).toEqual([
        ...['created', 'changed', 'known', 'line-refused', 'password-weak', 'line-refused'],
      ]);
      expect(taken.body.lines.slice(3).map((each: { reason: string | null }) => each.reason)).toEqual([
        ...[expect.stringMatching(/^职务：/u), null, expect.stringMatching(/^姓名：/u)],
      ]);
    }
    const token = await call('POST', 'auth/token', { body: { username: 'table-one', password: 'A-long-start-2026' } });
    expect(token.status).toBe(200);
    for (const table of ['units', 'people', 'categories']) {
      const { status, headers } = await call('GET', `tables/${table}`, { as: 'sysadmin' });
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    }
    expect((await call('GET', 'tables/cases', { as: 'sysadmin' })).body).toMatchObject({ code: 'table-unknown' });
  });

  async function call(method: string, path: string, asked: object) {
    return await server.call(method, `/api/v1/${path}`, asked);
  }
});
