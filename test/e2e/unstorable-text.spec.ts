import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

const nul = '\u0000';
/** Half of a surrogate pair, which JSON may carry and JSON of the database may not. */
const half = '\ud800';

function change(text: string): object {
  return { kind: 'renamed', name: `城管${text}`, day: '2026-03-02', reason: '更名' };
}

/** The database takes neither NUL nor half of a surrogate pair; whoever sends one is told so. */
describe('a text that cannot be stored', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });

  afterAll(async () => await server?.close());

  it.each([
    ['GET', 'public/cases/%00?queryCode=1', {}],
    ['GET', 'people?q=%00', { as: 'sysadmin' }],
    ['GET', 'units/%00', { as: 'clerk' }],
    ['GET', 'units/a%00b/things', { as: 'sysadmin' }],
    ['DELETE', 'webhooks/%00', { as: 'sysadmin' }],
    ['DELETE', 'people/%00/departure', { as: 'sysadmin' }],
    ['POST', 'public/cases', { body: { title: '路灯', text: '不亮', category: nul } }],
    ['POST', 'cases', { as: 'clerk', body: { title: '路灯', text: '不亮', channel: nul } }],
    ['POST', 'units/dept-urban/changes', { as: 'sysadmin', body: change(nul) }],
    ['PUT', 'notice-templates/mail-one/zh-CN', { as: 'sysadmin', body: { title: '一', body: nul, version: 0 } }],
  ])('is refused as such: %s %s', async (method, path, asked) => {
    const answer = await server.call(method, `/api/v1/${path}`, asked);
    expect([answer.status, answer.body.code, answer.body.title]).toEqual([
      400,
      'text-not-storable',
      '内容含有无法保存的字符',
    ]);
  });

  it('is refused in what a whistle is blown for', async () => {
    const draft = { title: '占道经营', text: '向阳路占道经营', channel: 'phone', category: 'urban.road' };
    const filed = await server.call('POST', '/api/v1/cases', { as: 'clerk', body: draft });
    const call = { case: filed.body.code, kind: 'joint', text: `联合执法${nul}`, place: '向阳路' };
    const body = { ...call, at: '2026-03-02T10:00:00+08:00', units: ['dept-traffic'] };
    const answer = await server.call('POST', '/api/v1/whistles', { as: 'station-head', body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'text-not-storable' } });
  });

  it('is refused too where it is half of a character', async () => {
    const body = change(half);
    const answer = await server.call('POST', '/api/v1/units/dept-urban/changes', { as: 'sysadmin', body });
    expect(answer.status).toBeLessThan(500);
  });

  it.each([
    ['tasks?box=todo&from=0000-01-01', { as: 'clerk' }, 'time-not-storable'],
    ['cases?since=0000-01-01T00:00:00Z', { as: 'clerk' }, 'time-not-storable'],
    ['cases?before=2026-01-01T00:00:00%2B23:00', { as: 'clerk' }, 'time-not-storable'],
    ['workflows/case-routing/past-cases?from=0000-01-01T00:00:00Z', { as: 'designer' }, 'time-not-storable'],
    ['workflows/case-routing/versions/1/live?since=0002-01-01T00:00:00Z', { as: 'designer' }, 'request-invalid'],
  ])('nor can a time of no calendar: %s', async (path, asked, code) => {
    expect(await server.call('GET', `/api/v1/${path}`, asked)).toMatchObject({ status: 400, body: { code } });
  });

  it('leaves nothing behind, and the next request is as any other', async () => {
    const { body } = await server.call('GET', '/api/v1/units/dept-urban', { as: 'clerk' });
    expect(body).toMatchObject({ id: 'dept-urban' });
    expect(body.name).not.toContain(nul);
  });
});
