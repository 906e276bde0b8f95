import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

const month = 'from=2026-03-01&to=2026-03-31';
const day = 86_400_000;

/** The server's clock stands at Monday, 2 March 2026, 9:00. */
describe('where units are, over HTTP', () => {
  let server: ApiServer;
  let caseCode: string;

  beforeAll(async () => {
    server = await startApiServer();
    const file = { title: '道路破损', text: '张三家门口路面塌陷', channel: 'phone', address: '向阳路 7 号' };
    const filed = await call('POST', 'cases', { as: 'clerk', body: { ...file, station: 'station-1-1' } });
    caseCode = filed.body.code as string;
  });

  afterAll(async () => await server?.close());

  describe('address, hours, telephone and position of a unit', () => {
    const draft = {
      address: '向阳路 20 号',
      telephone: '0000-6610188',
      hours: { calendar: 'working-days', workingDays: [{ from: '09:00', to: '17:00' }], daysOff: [] },
      position: { longitude: 0.081, latitude: 0.063 },
      reason: '搬迁新址',
    };

    it('are changed by administrators, once, from what they saw, and what was before stays on record', async () => {
      const [before] = (await call('GET', 'units/station-1-1/contact', { as: 'clerk' })).body;
      const body = { ...draft, version: before.version };
      for (const as of ['clerk', 'leader', 'secadmin'])
        expect((await call('POST', 'units/station-1-1/contact', { as, body })).status).toBe(403);
      const headers = { 'idempotency-key': 'moved-once' };
      for (const _ of [1, 2])
        expect((await call('POST', 'units/station-1-1/contact', { as: 'sysadmin', body, headers })).status).toBe(204);
      expect(await call('POST', 'units/station-1-1/contact', { as: 'sysadmin', body })).toMatchObject({
        status: 409,
        body: { code: 'unit-contact-changed' },
      });

      const decided = (await call('GET', 'units/station-1-1/contact', { as: 'clerk' })).body;
      expect(decided).toMatchObject([{ address: '向阳路 20 号', reason: '搬迁新址' }, { address: '向阳路 18 号' }]);
      const text = `SELECT FROM identity.audit_entry WHERE action = 'unit-contact-changed'`;
      expect(await server.database.query({ text })).toHaveLength(1);
    });

    it.each([
      { hours: { ...draft.hours, calendar: 'moon' }, status: 422 },
      { hours: { ...draft.hours, workingDays: [{ from: '17:00', to: '09:00' }] }, status: 400 },
      { position: { longitude: 500_000, latitude: 0 }, status: 400 },
      { telephone: '张三 13800000000', status: 400 },
    ])('are refused where they cannot be: %j', async ({ status, ...wrong }) => {
      const [{ version }] = (await call('GET', 'units/station-1-1/contact', { as: 'clerk' })).body;
      const body = { ...draft, ...wrong, version };
      expect((await call('POST', 'units/station-1-1/contact', { as: 'sysadmin', body })).status).toBe(status);
    });
  });

  it('tells residents of stations that stand', async () => {
    const { opening } = (await call('GET', 'public/stations/station-1-2')).body;
    expect(opening).toMatchObject({ now: true, today: { working: true, name: null } });
    const page = (await call('GET', 'public/stations?limit=3&q=%E7%A4%BE%E5%8C%BA')).body;
    const rest = (await call('GET', `public/stations?limit=50&q=%E7%A4%BE%E5%8C%BA&after=${page.next}`)).body;
    expect([...page.items, ...rest.items].map(({ id }) => id)).toHaveLength(8);
    expect((await call('GET', 'public/stations?q=%E6%B9%96%E6%BB%A8%E8%B7%AF')).body.items).toMatchObject([
      { id: 'station-1-3', street: '河东街道党工委' },
    ]);
    for (const id of ['street-1', 'nowhere'])
      expect(await call('GET', `public/stations/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'station-unknown' },
      });
    expect((await call('GET', 'public/stations?after=WzFd')).body.code).toBe('cursor-invalid');
  });

  it('counts what the units of a scope have to do, as many as the list of cases then shows', async () => {
    const { units } = (await call('GET', `statistics/map?${month}`, { as: 'leader' })).body;
    const station = units.find(({ unitId }: { unitId: string }) => unitId === 'station-1-1');
    expect(station).toMatchObject({ received: 1, open: 1, green: 1, red: 0, position: { longitude: 0.081 } });
    const listed = await call('GET', 'cases?unit=station-1-1&state=open', { as: 'leader' });
    expect(listed.body.items).toMatchObject([{ code: caseCode }]);
    const bounds = 'since=2026-03-02T00:00:00%2B08:00&before=2026-03-03T00:00:00%2B08:00';
    expect((await call('GET', `cases?unit=street-1&${bounds}`, { as: 'leader' })).body.items).toHaveLength(1);
    expect((await call('GET', 'cases?unit=street-2', { as: 'leader' })).body.items).toEqual([]);
    expect((await call('GET', 'cases?before=2026-03-02T00:00:00%2B08:00', { as: 'leader' })).body.items).toEqual([]);
    expect((await call('GET', 'cases?unit=station-1-1', { as: 'street2' })).body.items).toEqual([]);
    expect((await call('GET', `statistics/map?${month}`, { as: 'clerk' })).status).toBe(403);
    expect(
      (await call('GET', `statistics/map/workbook?${month}`, { as: 'leader' })).headers.get('content-type'),
    ).toContain('spreadsheetml');
  });

  it('tells how a period went, day by day', async () => {
    const { body } = await call('GET', `statistics/trend?${month}`, { as: 'leader' });
    expect(body).toMatchObject({
      by: 'day',
      items: expect.arrayContaining([expect.objectContaining({ day: '2026-03-01' })]),
    });
    expect(body.items.at(-1)).toMatchObject({ day: '2026-03-02', received: 1, endings: 0 });
    const year = await call('GET', 'statistics/trend?from=2025-03-01&to=2026-03-31', { as: 'leader' });
    expect(year.body).toMatchObject({ by: 'month' });
    expect(year.body.items.at(-1)).toMatchObject({ day: '2026-03-01', received: 1 });
  });

  it('takes the outline of the district from administrators and tells what is wrong with one', async () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const area = (properties: object, type = 'Polygon') => ({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type, coordinates: [ring] } }],
    });
    const put = async (as: string, map: unknown, version = 0) =>
      await call('POST', 'district-map', { as, body: { version, map, note: '勘界成果' } });
    expect((await call('GET', 'district-map', { as: 'clerk' })).body).toMatchObject({ version: 0, map: null });
    expect((await put('leader', area({ name: '河东' }))).status).toBe(403);
    for (const [map, said] of [
      [area({}), 'name'],
      [area({ name: '河东' }, 'LineString'), 'Polygon'],
      [area({ name: '河东', unit: 'nowhere' }), 'nowhere'],
      ['text', 'FeatureCollection'],
    ] as const)
      expect(await put('sysadmin', map)).toMatchObject({
        status: 422,
        body: { code: 'map-refused', errors: [{ field: 'map', message: expect.stringContaining(said) }] },
      });

    expect((await put('sysadmin', area({ name: '河东', unit: 'street-1' }))).status).toBe(201);
    expect(await put('sysadmin', null)).toMatchObject({ status: 409, body: { code: 'entry-changed' } });
    const { body } = await call('GET', 'district-map', { as: 'clerk' });
    expect(body).toMatchObject({ note: '勘界成果', map: { features: [{ properties: { unit: 'street-1' } }] } });
  });

  it('shows a screen in a hall figures and nothing else, by a link that can be ended', async () => {
    const token = randomBytes(32).toString('base64url');
    const body = { name: '大厅一楼', unit: 'street-1', until: '2026-03-31', token };
    expect((await call('POST', 'screen-links', { as: 'leader', body })).status).toBe(403);
    const tooLong = { ...body, until: '2028-01-01' };
    expect(await call('POST', 'screen-links', { as: 'sysadmin', body: tooLong })).toMatchObject({
      status: 422,
      body: { code: 'screen-link-refused' },
    });
    const made = await call('POST', 'screen-links', { as: 'sysadmin', body });
    expect(made.status).toBe(201);
    const twin = await call('POST', 'screen-links', { as: 'sysadmin', body: { ...body, name: '大厅二楼' } });
    expect(twin).toMatchObject({ status: 422, body: { code: 'screen-link-refused', errors: [{ field: 'token' }] } });
    const kept = await server.database.query({ text: 'SELECT * FROM casework.screen_link' });
    expect(JSON.stringify(kept)).not.toContain(token);

    const shown = async (given = token) => await call('GET', 'public/screen', { headers: { 'x-screen-token': given } });
    const { body: figures, headers } = await shown();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(figures).toMatchObject({
      units: ['河东街道党工委'],
      today: { received: 1, endings: 0 },
      open: 1,
      overdue: 0,
    });
    expect(figures.trend).toHaveLength(30);
    const text = JSON.stringify(figures);
    for (const word of ['道路破损', '张三', '向阳路', caseCode, '河西']) expect(text).not.toContain(word);
    for (const wrong of ['', 'x', randomBytes(32).toString('base64url')])
      expect(await shown(wrong)).toMatchObject({ status: 401, body: { code: 'screen-link-ended' } });
    const elsewhere = { headers: { authorization: `Bearer ${token}` } };
    expect((await call('GET', 'statistics/screen', elsewhere)).status).toBe(401);

    expect((await shown()).status).toBe(200);
    expect((await call('DELETE', `screen-links/${made.body.id}`, { as: 'sysadmin' })).status).toBe(204);
    expect((await shown()).status).toBe(401);
    expect((await call('DELETE', `screen-links/${made.body.id}`, { as: 'sysadmin' })).status).toBe(404);
  });

  it('tells the hours of a day off, and shows a screen nothing after the last day of its link', async () => {
    const token = randomBytes(32).toString('base64url');
    const body = { name: '大厅二楼', unit: 'district', until: '2026-03-07', token };
    expect((await call('POST', 'screen-links', { as: 'sysadmin', body })).status).toBe(201);
    const shown = async () => (await call('GET', 'public/screen', { headers: { 'x-screen-token': token } })).status;

    await server.advanceBy(5 * day + 4 * 3_600_000); // Saturday, 13:00
    expect((await call('GET', 'public/stations/station-1-2')).body.opening).toMatchObject({
      now: false,
      today: { working: false, parts: [{ from: '09:00', to: '12:00' }] },
      next: { day: '2026-03-08', from: '09:00' },
    });
    expect(await shown()).toBe(200);

    await server.advanceBy(day);
    expect(await shown()).toBe(401);
  });

  async function call(method: string, path: string, asked = {}) {
    return await server.call(method, `/api/v1/${path}`, asked);
  }
});
