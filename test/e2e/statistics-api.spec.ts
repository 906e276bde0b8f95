import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

const period = 'from=2026-03-01&to=2026-03-31';

describe('statistics over HTTP', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
    const body = { title: '道路破损', text: '路面塌陷', channel: 'phone', category: 'urban.road' };
    await server.call('POST', '/api/v1/cases', { as: 'clerk', body });
  });

  afterAll(async () => await server?.close());

  it.each(['', '/ranking', '/dispositions', '/step-times', '/hot-matters', '/workbook'])(
    'are given to who may see them, and to nobody else: %s',
    async (table) => {
      const path = `/api/v1/statistics${table}?${period}`;
      expect((await server.call('GET', path, { as: 'leader' })).status).toBe(200);
      for (const as of ['clerk', 'officer', 'sysadmin', 'auditor'])
        expect(await server.call('GET', path, { as })).toMatchObject({
          status: 403,
          body: { code: 'permission-missing' },
        });
    },
  );

  it('name every rate with its formula', async () => {
    const { body } = await server.call('GET', `/api/v1/statistics?${period}`, { as: 'leader' });
    expect(body.rates.map(({ name }: { name: string }) => name)).toEqual([
      ...[
        '结案率',
        '按期结案率',
        '及时签收率',
        '响应率',
        '两次办结率',
        '首次办结率',
        '退单率',
        '返工率',
        '重复诉求率',
        '满意率',
        '解决率',
      ],
    ]);
    for (const { formula } of body.rates) expect(formula).toContain('÷');
  });

  it('refuse days before the product could have counted any', async () => {
    const old = await server.call('GET', '/api/v1/statistics?from=1900-01-01&to=2026-03-31', { as: 'leader' });
    expect(old).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });

  it('are counted by what an administrator decides, once for each request, and told of no rank when that is off', async () => {
    const path = '/api/v1/statistics-settings';
    const [{ version, value }] = (await server.call('GET', path, { as: 'sysadmin' })).body;
    const body = { version, value: { ...value, ranking: { ...value.ranking, shown: false } }, note: '淡化排名' };
    const headers = { 'idempotency-key': 'settings-once' };
    const first = await server.call('POST', path, { as: 'sysadmin', body, headers });
    expect(first.status).toBe(201);
    expect((await server.call('POST', path, { as: 'sysadmin', body, headers })).body).toEqual(first.body);
    expect((await server.call('GET', path, { as: 'sysadmin' })).body).toMatchObject([
      { note: '淡化排名', value: { ranking: { shown: false } } },
      { note: '初始设置', by: '' },
    ]);
    expect(await server.call('POST', path, { as: 'sysadmin', body })).toMatchObject({
      status: 409,
      body: { code: 'entry-changed', details: { by: first.body.by } },
    });
    const ranking = await server.call('GET', `/api/v1/statistics/ranking?${period}`, { as: 'leader' });
    expect(ranking.body).toMatchObject({ ranked: false, formula: null });

    const noWeight = { ...body, value: { ...value, ranking: { ...value.ranking, weights: { solution: 0 } } } };
    expect((await server.call('POST', path, { as: 'sysadmin', body: noWeight })).status).toBe(400);
    const moon = { ...body, value: { ...value, calendar: 'moon' } };
    expect(await server.call('POST', path, { as: 'sysadmin', body: moon })).toMatchObject({
      status: 422,
      body: { code: 'setting-calendar-unknown' },
    });
    for (const as of ['leader', 'secadmin']) expect((await server.call('POST', path, { as, body })).status).toBe(403);
  });
});
