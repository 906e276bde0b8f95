import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operationsOf, type Operation } from './authorisation/operations.js';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';
import { ProviderBrowser, publicUrl, startProvider, type RunningProvider } from './support/provider-browser.js';
import { totpCode } from './support/totp-code.js';

describe('ways in beside a password', () => {
  let server: ApiServer;
  let provider: RunningProvider;
  let operations: Operation[];

  beforeAll(async () => {
    provider = await startProvider();
    const settings = {
      LIANBAN_URL: publicUrl,
      LIANBAN_OIDC_ISSUER: provider.issuer,
      LIANBAN_OIDC_CLIENT_ID: 'lianban',
      LIANBAN_OIDC_CLIENT_SECRET: 'secret-of-the-client',
      LIANBAN_OIDC_CREATE: '1',
    };
    server = await startApiServer({ demo: false, settings });
    operations = operationsOf((await server.call('GET', '/api/openapi.json')).body);
  });

  afterAll(async () => {
    provider?.close();
    await server?.close();
  });

  /** Sets up a second factor, as administrators have to before anything else. */
  const enrol = async (as: string): Promise<string> => {
    const put = async (path: string, body: object) =>
      await server.call('PUT', `/api/v1/me/second-factor/${path}`, { as, body });
    const { body: totp } = await put('totp', { password: demoPassword });
    await put('totp/confirmation', { code: totpCode(totp.secret, server.now()) });
    return String(totp.secret);
  };

  it('lets a program act by a token, with what its scopes name of its owner’s rights and nothing else', async () => {
    const id = randomUUID();
    const make = async (body: object) =>
      await server.call('PUT', `/api/v1/me/api-tokens/${id}`, { as: 'street', body });
    const draft = { name: '数据同步', scopes: ['case.read'], days: 30, password: demoPassword };
    expect(await make({ ...draft, password: 'wrong' })).toMatchObject({
      status: 422,
      body: { code: 'password-wrong' },
    });
    const refusedScope = { status: 422, body: { code: 'api-token-scope-refused' } };
    expect(await make({ ...draft, scopes: ['system.manage'] })).toMatchObject(refusedScope);
    const made = await make(draft);
    expect(made).toMatchObject({ status: 200, body: { token: expect.stringMatching(/^lbt_[\w-]{43}$/u) } });
    expect(await make(draft)).toMatchObject({ status: 409, body: { code: 'api-token-exists' } });

    const headers = { authorization: `Bearer ${made.body.token}` };
    expect(await server.call('GET', '/api/v1/cases', { headers })).toMatchObject({ status: 200 });
    expect((await server.call('GET', '/api/v1/me', { headers })).body.permissions).toEqual(['case.read']);
    const opened: string[] = [];
    for (const { method, path, access } of operations.filter(
      (each) => !['public', 'case.read'].includes(each.access),
    )) {
      const url = path.replaceAll(/\{\w+\}/gu, '1');
      const { status, body } = await server.call(method, url, { headers, body: method === 'GET' ? undefined : {} });
      if (status !== 403 || !['permission-missing', 'not-for-programs'].includes(body.code))
        opened.push(`${method} ${path} ${access}`);
    }
    expect(opened.sort()).toEqual([
      'GET /api/v1/calendars signed-in',
      'GET /api/v1/calendars/{id}/days signed-in',
      'GET /api/v1/me signed-in',
      'GET /api/v1/volunteer-skills signed-in',
    ]);

    const { body: own } = await server.call('GET', '/api/v1/me/api-tokens', { as: 'street' });
    expect(own).toMatchObject([{ id, name: '数据同步', state: 'live', usedOn: expect.stringMatching(/^2026-03-/u) }]);
    expect(JSON.stringify(own)).not.toContain(made.body.token);
    expect(await server.call('DELETE', `/api/v1/me/api-tokens/${id}`, { as: 'clerk' })).toMatchObject({ status: 404 });
    expect(await server.call('DELETE', `/api/v1/me/api-tokens/${id}`, { as: 'street' })).toMatchObject({ status: 204 });
    expect(await server.call('GET', '/api/v1/cases', { headers })).toMatchObject({ status: 401 });
  });

  it('signs in by a provider: links by user name at first, by subject from then on, and signs out there too', async () => {
    const browser = new ProviderBrowser(server.address);
    expect(await browser.signIn('s-1.officer', '/inbox/todo')).toBe('/inbox/todo');
    const headers = { cookie: browser.cookie };
    expect(browser.cookie).toMatch(/^lianban_session=[^;]+$/u);
    expect(await server.call('GET', '/api/v1/me', { headers })).toMatchObject({ body: { username: 'officer' } });
    expect(await browser.visit('/api/v1/auth/provider/sign-out')).toMatch(`${provider.issuer}/session/end`);

    await enrol('sysadmin');
    const renamed = new ProviderBrowser(server.address);
    expect(await renamed.signIn('s-2.officer')).toBe('/sign-in?provider=provider-account-unknown');
    const { body: found } = await server.call('GET', '/api/v1/people?q=officer2', { as: 'sysadmin' });
    const link = async (subject: string) =>
      await server.call('PUT', `/api/v1/people/${found.items[0].id}/provider`, { as: 'sysadmin', body: { subject } });
    expect(await link('s-1.officer')).toMatchObject({ status: 409, body: { code: 'subject-taken' } });
    expect(await link('s-2.officer')).toMatchObject({ status: 204 });
    expect(await renamed.signIn('s-2.officer')).toBe('/');

    const way = { as: 'sysadmin', body: { by: 'provider' } };
    expect(await server.call('PUT', `/api/v1/people/${found.items[0].id}/sign-in`, way)).toMatchObject({ status: 204 });
    const password = { body: { username: 'officer2', password: demoPassword } };
    expect(await server.call('POST', '/api/v1/auth/token', password)).toMatchObject({ status: 401 });
    expect(await new ProviderBrowser(server.address).signIn('s-2.officer')).toBe('/');
  });

  it('asks for a second factor after the provider, unless the provider did, and opens accounts without any role', async () => {
    const browser = new ProviderBrowser(server.address);
    const secret = await enrol('supervisor');
    expect(await browser.signIn('s-3.supervisor')).toBe('/sign-in?provider=code&next=%2F');
    expect(await server.call('GET', '/api/v1/me', { headers: { cookie: browser.cookie } })).toMatchObject({
      status: 401,
    });
    const give = async (code: string) =>
      await server.call('POST', '/api/v1/auth/provider/code', { headers: { cookie: browser.cookie }, body: { code } });
    expect(await give('000000')).toMatchObject({ status: 401, body: { code: 'second-factor-wrong' } });
    await server.advanceBy(30_000);
    const opened = await give(totpCode(secret, server.now()));
    expect(opened).toMatchObject({ status: 200, body: { me: { username: 'supervisor' } } });
    await server.advanceBy(11 * 60_000);
    expect(await give(totpCode(secret, server.now()))).toMatchObject({ body: { code: 'provider-attempt-over' } });

    const vouched = new ProviderBrowser(server.address);
    expect(await vouched.signIn('s-4.auditor.mfa')).toBe('/');
    const { body: me } = await server.call('GET', '/api/v1/me', { headers: { cookie: vouched.cookie } });
    expect(me).toMatchObject({ username: 'auditor', due: [] });

    const newcomer = new ProviderBrowser(server.address);
    expect(await newcomer.signIn('s-5.newcomer')).toBe('/');
    const { body: nobody } = await server.call('GET', '/api/v1/me', { headers: { cookie: newcomer.cookie } });
    expect(nobody).toMatchObject({ username: 'newcomer', roles: [], permissions: [], signsInBy: 'provider', due: [] });
  });

  it('tells the sign-in page why signing in by the provider failed', async () => {
    const browser = new ProviderBrowser(server.address);
    expect(await browser.turnBack()).toBe('/sign-in?provider=provider-refused');
    expect(await browser.visit('/api/v1/auth/provider/callback?code=x&state=y')).toBe(
      '/sign-in?provider=provider-attempt-over',
    );
    await browser.visit('/api/v1/auth/provider/start');
    expect(await browser.visit('/api/v1/auth/provider/callback?code=x&state=y')).toBe(
      '/sign-in?provider=provider-failed',
    );
    expect(await server.call('GET', '/api/v1/auth/provider/start?next=//elsewhere')).toMatchObject({ status: 400 });
  });

  // The last one: the clock goes on by days, and whoever was signed in no longer is.
  it('has two administrators make an account for programs and its tokens, lets them expire, and limits how often each asks', async () => {
    await enrol('secadmin');
    const { body: found } = await server.call('GET', '/api/v1/people?q=street2', { as: 'secadmin' });
    const account = found.items[0].id;
    const id = randomUUID();
    const body = { name: '网格平台', scopes: ['case.read', 'task.read'], days: 10 };
    const make = async () =>
      await server.call('PUT', `/api/v1/people/${account}/api-tokens/${id}`, { as: 'secadmin', body });
    expect(await make()).toMatchObject({ status: 409, body: { code: 'not-of-program' } });
    const way = { as: 'sysadmin', body: { by: 'program' } };
    expect(await server.call('PUT', `/api/v1/people/${account}/sign-in`, way)).toMatchObject({ status: 204 });
    const signIn = { body: { username: 'street2', password: demoPassword } };
    expect(await server.call('POST', '/api/v1/auth/token', signIn)).toMatchObject({ status: 401 });

    const { body: made } = await make();
    const headers = { authorization: `Bearer ${made.token}` };
    const ask = async () => await server.call('GET', '/api/v1/cases', { headers });
    expect(await ask()).toMatchObject({ status: 200 });
    const limit = async (perMinute: number) =>
      await server.database.query({
        text: 'UPDATE identity.sign_in_policy SET api_token_per_minute = $1',
        values: [perMinute],
      });
    await limit(2);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429]);
    await limit(600);
    await server.advanceBy(9 * 86_400_000);
    expect(await ask()).toMatchObject({ status: 200 });
    await server.advanceBy(86_400_000);
    expect(await ask()).toMatchObject({ status: 401 });
    const trail = await server.database.query<{ action: string; role: string }>({
      text: `SELECT action, actor_role AS role FROM identity.audit_entry WHERE subject_id IN ($1, $2) AND actor_id IS NOT NULL ORDER BY at`,
      values: [account, id],
    });
    expect(trail).toEqual([
      { action: 'sign-in-by-program', role: 'system-administrator' },
      { action: 'api-token-made', role: 'security-administrator' },
    ]);
  });
});
