import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTraceReceiver, type TraceReceiver } from '@lianban/platform';
import { namedMetrics } from './support/named-metrics.js';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';
import { totpCode } from './support/totp-code.js';

/** One operation of the OpenAPI document. */
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly access: string;
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown>; $ref?: string }>>;
  /** Names of its headers. */
  readonly headers: readonly string[];
}

describe('the door of the API', () => {
  let server: ApiServer;
  let traces: TraceReceiver;
  let operations: Operation[];

  beforeAll(async () => {
    traces = await openTraceReceiver();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = traces.url;
    process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
    server = await startApiServer({ demo: false });
    operations = operationsOf((await server.call('GET', '/api/openapi.json')).body);
  });

  afterAll(async () => {
    await server?.close();
    await traces?.close();
  });

  it('is closed on every route that is not public', async () => {
    const closed = operations.filter(({ access }) => access !== 'public');
    expect(closed.length).toBeGreaterThan(12);

    for (const { method, path } of closed) {
      const url = path.replaceAll(/\{\w+\}/gu, '1');
      const answers = [
        await server.call(method, url, {}),
        await server.call(method, url, { headers: { authorization: 'Bearer wrong' } }),
        await server.call(method, url, { headers: { cookie: 'lianban_session=wrong' } }),
      ];
      expect(answers.map(({ status, body }) => [path, status, body.code])).toEqual(
        answers.map(() => [path, 401, 'sign-in-required']),
      );
    }
  });

  it('leaves open only what must be', () => {
    const open = operations.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);

    expect(open.sort()).toEqual([
      'GET /.well-known/security.txt',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/v1/auth/provider',
      'GET /api/v1/auth/provider/callback',
      'GET /api/v1/auth/provider/sign-out',
      'GET /api/v1/auth/provider/start',
      'GET /api/v1/case-kinds',
      'GET /api/v1/categories',
      'GET /api/v1/channels',
      'GET /api/v1/public/bookings/{code}',
      'GET /api/v1/public/cases/{code}',
      'GET /api/v1/public/notice-channels',
      'GET /api/v1/public/pledge-units',
      'GET /api/v1/public/pledges',
      'GET /api/v1/public/pledges/{id}/files/{file}',
      'GET /api/v1/public/privacy-notice',
      'GET /api/v1/public/receiving-units',
      'GET /api/v1/public/receptions',
      'GET /api/v1/public/receptions/{id}',
      'GET /api/v1/public/screen',
      'GET /api/v1/public/screen/map',
      'GET /api/v1/public/stations',
      'GET /api/v1/public/stations/{id}',
      'GET /metrics',
      'POST /api/v1/auth/provider/code',
      'POST /api/v1/auth/session',
      'POST /api/v1/auth/token',
      'POST /api/v1/public/bookings/{code}/cancel',
      'POST /api/v1/public/cases',
      'POST /api/v1/public/cases/{code}/attachments',
      'POST /api/v1/public/cases/{code}/rate',
      'POST /api/v1/public/cases/{code}/supplement',
      'POST /api/v1/public/cases/{code}/urge',
      'POST /api/v1/public/cases/{code}/withdraw',
      'POST /api/v1/public/receptions/{id}/bookings',
    ]);
  });

  it('has every POST take effect once for a key, but for what has no effect, for signing in and for looks, each of which is recorded', () => {
    const posts = operations.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/v1/'));
    const without = posts.filter(({ headers }) => !headers.includes('Idempotency-Key')).map(({ path }) => path);

    expect(posts.length).toBeGreaterThan(40);
    expect(without.sort()).toEqual([
      '/api/v1/auth/provider/code',
      '/api/v1/auth/session',
      '/api/v1/auth/token',
      '/api/v1/calendars/{id}/preview',
      '/api/v1/cases/{id}/personal-data',
      '/api/v1/notice-templates/preview',
      '/api/v1/similar-cases',
      '/api/v1/workflows/{key}/versions/{version}/migrate/preview',
    ]);
  });

  it('describes every answer in OpenAPI 3.1, refusals as problems', async () => {
    const { body: document } = await server.call('GET', '/api/openapi.json');

    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Case', 'Task', 'Inbox', 'NewCase', 'Problem', 'CaseDiagram', 'Me', 'QueueItem']),
    );
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/"nullable"|__schema|\$defs/u);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/gu)) {
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
    expect(Object.keys(document.components.responses.Problem.content)).toEqual(['application/problem+json']);
    for (const { path, responses } of operations) {
      for (const [status, { $ref }] of Object.entries(responses).filter(([code]) => Number(code) >= 400))
        expect([path, status, $ref]).toEqual([path, status, '#/components/responses/Problem']);
    }
    expect(await server.call('GET', '/api/docs')).toMatchObject({ status: 200 });
  });

  it('gives a token for the right password, and the same answer for every wrong one', async () => {
    const sign = async (username: string, password: string) =>
      await server.call('POST', '/api/v1/auth/token', { body: { username, password } });

    expect(await sign('clerk', demoPassword)).toMatchObject({
      status: 200,
      body: { accessToken: expect.any(String), expiresIn: expect.any(Number) },
    });
    const [wrong, unknown] = [await sign('clerk', 'wrong'), await sign('nobody', 'wrong')];
    expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in-failed', title: '用户名或密码错误' } });
    expect({ ...unknown.body, requestId: wrong.body.requestId }).toEqual(wrong.body);
    expect(await sign('', '')).toMatchObject({ status: 400 });
  });

  it('keeps a browser signed in by a cookie that scripts cannot read, and asks for the CSRF token on writes', async () => {
    const opened = await server.call('POST', '/api/v1/auth/session', {
      body: { username: 'clerk', password: demoPassword },
    });
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/lianban_session=.+HttpOnly.*SameSite=Lax/iu);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const csrf = { ...headers, 'x-csrf-token': opened.body.csrfToken };
    const body = { title: '路灯', text: '不亮', channel: 'phone' };

    expect(await server.call('GET', '/api/v1/auth/session', { headers })).toMatchObject({
      status: 200,
      body: { csrfToken: opened.body.csrfToken, me: { username: 'clerk', units: [{ id: 'station-1-1' }] } },
    });
    expect(await server.call('POST', '/api/v1/cases', { headers, body })).toMatchObject({
      status: 403,
      body: { code: 'csrf-token-wrong' },
    });
    expect(await server.call('POST', '/api/v1/cases', { headers: csrf, body })).toMatchObject({ status: 201 });
    expect(await server.call('DELETE', '/api/v1/auth/session', { headers: csrf })).toMatchObject({ status: 204 });
    expect(await server.call('GET', '/api/v1/me', { headers })).toMatchObject({ status: 401 });
  });

  it('signs a browser out at which nobody is, whatever its window asks by itself', async () => {
    const body = { username: 'clerk', password: demoPassword };
    const opened = await server.call('POST', '/api/v1/auth/session', { body });
    const headers = { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '' };
    const byItself = { ...headers, 'x-background': '1' };
    const later = async () => await server.advanceBy(20 * 60_000);
    await later();
    expect(await server.call('GET', '/api/v1/me', { headers })).toMatchObject({ status: 200 });
    await later();

    const stream = await fetch(`${server.address}/api/v1/events`, { headers });
    expect(stream.status).toBe(200);
    await stream.body?.cancel();
    expect(await server.call('GET', '/api/v1/notices', { headers: byItself })).toMatchObject({ status: 200 });
    await later();

    expect(await server.call('GET', '/api/v1/me', { headers })).toMatchObject({ status: 401 });
  });

  it('answers unknown addresses with a problem', async () => {
    for (const path of ['/api/v1/nothing', '/api/nothing', '/nothing']) {
      expect(await server.call('GET', path)).toMatchObject({ status: 404, body: { code: 'route-unknown' } });
    }
    const unreadable = await server.call('GET', '/api/v1/%');
    expect(unreadable).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(unreadable.headers.get('content-type')).toContain('application/problem+json');
  });

  it('limits how often one may guess', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 65; attempt += 1) {
      statuses.push((await server.call('GET', '/api/v1/public/cases/LB20260302-000001?queryCode=1')).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);

    await server.advanceBy(61_000);
    expect((await server.call('GET', '/api/v1/public/cases/LB20260302-000001?queryCode=1')).status).toBe(404);
  });

  it('lets nobody who administers do anything before they have a second factor, and asks for it from then on', async () => {
    const as = 'designer';
    const refused = { status: 403, body: { code: 'second-factor-enrolment-needed' } };
    expect(await server.call('GET', '/api/v1/workflows', { as })).toMatchObject(refused);
    expect(await server.call('GET', '/api/v1/me', { as })).toMatchObject({ body: { due: ['second-factor'] } });
    expect((await server.call('GET', '/api/v1/me/preferences', { as })).status).toBe(200); // the language is asked for first
    const put = async (path: string, body: object) =>
      await server.call('PUT', `/api/v1/me/second-factor/${path}`, { as, body });
    expect(await put('totp', { password: 'wrong' })).toMatchObject({ status: 422, body: { code: 'password-wrong' } });
    const { body: totp } = await put('totp', { password: demoPassword });
    expect(await put('totp/confirmation', { code: 'x' })).toMatchObject({ status: 422 });
    const { body: given } = await put('totp/confirmation', { code: totpCode(totp.secret, server.now()) });
    expect(given.codes).toHaveLength(10);

    expect((await server.call('GET', '/api/v1/workflows', { as })).status).toBe(200);
    const sign = async (code?: string) =>
      await server.call('POST', '/api/v1/auth/token', { body: { username: as, password: demoPassword, code } });
    expect(await sign()).toMatchObject({ status: 401, body: { code: 'second-factor-needed', title: '请输入验证码' } });
    const used = totpCode(totp.secret, server.now());
    expect(await sign(used)).toMatchObject({ status: 401, body: { code: 'second-factor-wrong' } });
    await server.advanceBy(30_000);
    expect(await sign(totpCode(totp.secret, server.now()))).toMatchObject({ status: 200 });
    expect(await sign(given.codes[0])).toMatchObject({ status: 200 });
    expect(await server.call('GET', '/api/v1/me/second-factor', { as })).toMatchObject({ body: { recoveryCodes: 9 } });
  });

  it('tells the window of an administrator who signs in elsewhere why it is signed out, and lists and ends sessions', async () => {
    const open = async (username: string) => {
      const body = { username, password: demoPassword };
      const opened = await server.call('POST', '/api/v1/auth/session', {
        body,
        headers: { 'user-agent': 'Firefox/1' },
      });
      const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
      return { cookie, 'x-csrf-token': String(opened.body.csrfToken) };
    };
    const first = await open('auditor');
    await open('auditor');
    const elsewhere = { status: 401, body: { code: 'session-signed-in-elsewhere' } };
    expect(await server.call('GET', '/api/v1/auth/session', { headers: first })).toMatchObject(elsewhere);

    const [here, there] = [await open('street'), await open('street')];
    const { body: sessions } = await server.call('GET', '/api/v1/me/sessions', { headers: here });
    expect(sessions).toMatchObject([{ browser: 'Firefox' }, { browser: 'Firefox' }]);
    const other = sessions.find(({ current }: { current: boolean }) => !current);
    const end = async () => await server.call('DELETE', `/api/v1/me/sessions/${other.id}`, { headers: here });
    expect(await end()).toMatchObject({ status: 204 });
    expect(await end()).toMatchObject({ status: 404, body: { code: 'session-unknown' } });
    expect(await server.call('GET', '/api/v1/me', { headers: there })).toMatchObject({
      status: 401,
      body: { code: 'session-ended-by-owner' },
    });
    expect(await server.call('DELETE', '/api/v1/me/sessions', { headers: here })).toMatchObject({ status: 204 });
    expect((await server.call('GET', '/api/v1/me/sessions', { headers: here })).body).toHaveLength(1);
  });

  it('deploys a diagram once, and refuses a broken one with its elements', async () => {
    const xml = (
      name: string,
      flow: string,
    ) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
      <process id="p" name="${name}" isExecutable="true"><startEvent id="s"/><endEvent id="e"/>${flow}</process></definitions>`;
    const good = xml('一', '<sequenceFlow id="f" sourceRef="s" targetRef="e"/>');
    const headers = { 'content-type': 'application/xml' };

    const first = await server.call('POST', '/api/v1/workflows', { as: 'designer', body: good, headers });
    expect(first).toMatchObject({ status: 200, body: { key: 'p', version: 1, problems: [] } });
    expect(await server.call('POST', '/api/v1/workflows', { as: 'designer', body: good, headers })).toMatchObject({
      body: { version: 1 },
    });
    const broken = xml('二', '<sequenceFlow id="f" sourceRef="s" targetRef="missing"/>');
    const refused = await server.call('POST', '/api/v1/workflows', { as: 'designer', body: broken, headers });
    expect(refused).toMatchObject({ status: 422, body: { code: 'deployment-refused' } });
    expect(refused.body.details.problems[0]).toMatchObject({ severity: 'error', message: expect.any(String) });
    expect(await server.call('POST', '/api/v1/workflows', { as: 'clerk', body: good, headers })).toMatchObject({
      status: 403,
    });
    expect((await server.call('GET', '/api/v1/workflows/p/versions/1', { as: 'designer' })).body.xml).toBe(good);
    expect((await server.call('GET', '/api/v1/workflows', { as: 'designer' })).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'p', version: 1 })]),
    );
  });

  it('says that it lives, that it is ready, and its numbers', async () => {
    expect(await server.call('GET', '/api/health/live')).toMatchObject({ status: 200 });
    expect(await server.call('GET', '/api/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const metrics = await server.call('GET', '/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/health\/live",status="200"\}/u,
    );
    expect(metrics.body).toMatch(/lianban_engine_backlog\{kind="task"\}/u);
    const told = new Set([...String(metrics.body).matchAll(/^# TYPE (\w+)/gmu)].map(([, name]) => name));
    expect(namedMetrics().length).toBeGreaterThan(15);
    expect(namedMetrics().filter((name) => !told.has(name))).toEqual([]);
    const passedOn = await server.call('GET', '/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } });
    expect(passedOn).toMatchObject({ status: 403, body: { code: 'metrics-closed' } });
  });

  it('writes down what was asked of it, but no password, no token and nobody’s name or number', async () => {
    const resident = { name: '欧阳不记名', phone: '13912345678' };
    const body = { title: '路灯', text: '欧阳不记名家门口', channel: 'phone', resident };
    const filed = await server.call('POST', '/api/v1/cases', { as: 'clerk', body });
    expect(filed.status).toBe(201);
    await server.call('GET', '/api/v1/cases?search=%0A%7B%22level%22%3A60%7D欧阳不记名', { as: 'clerk' });
    await server.call('POST', '/api/v1/auth/token', { body: { username: '13912345678', password: 'geheim-geheim' } });
    const bad = { ...body, title: '欧阳不记名\nforged', channel: '13912345678' };
    await server.call('POST', '/api/v1/cases', { as: 'clerk', body: bad });

    const lines = server.logged().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ route: '/api/v1/cases', status: 201, requestId: filed.headers.get('x-request-id') }),
      ]),
    );
    const [secret] = await Promise.all([
      server.call('POST', '/api/v1/auth/token', { body: { username: 'clerk', password: demoPassword } }),
    ]);
    for (const told of [demoPassword, 'geheim', '欧阳', '13912345678', 'forged', secret.body.accessToken])
      expect(server.logged()).not.toContain(told);
  });

  it('lets who calls it follow a request through its transaction and its steps, without a value of it', async () => {
    const trace = 'c0ffee00c0ffee00c0ffee00c0ffee00';
    const headers = { traceparent: `00-${trace}-00000000deadbeef-01` };
    const body = { title: '井盖缺失', text: '路口井盖不见了', channel: 'phone' };
    await server.call('POST', '/api/v1/cases', { as: 'clerk', body, headers });

    const own = () => traces.spans.filter(({ traceId }) => traceId === trace).map(({ name }) => name);
    while (!own().includes('POST /api/v1/cases')) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(own()).toEqual(expect.arrayContaining(['transaction', 'step start', 'casework-next-number']));
    expect(traces.text).not.toMatch(/井盖/u);
  });

  it('names each request, in the answer and in what it says to a refusal', async () => {
    const answer = await server.call('GET', '/api/v1/cases/none', { as: 'clerk' });

    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
    expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/u);
    const [entry] = await server.database.query<{ detail: object }>({
      text: `SELECT detail FROM identity.audit_entry WHERE action = 'signed-in' LIMIT 1`,
    });
    expect(entry?.detail).toMatchObject({ requestId: expect.any(String) });
  });
});

interface Described {
  readonly 'x-access': string;
  readonly responses: Operation['responses'];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

function operationsOf(document: { paths: Record<string, Record<string, Described>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-access': access, responses, parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      access,
      responses,
      headers: parameters.filter((each) => each.in === 'header').map(({ name }) => name),
    })),
  );
}
