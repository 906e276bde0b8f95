import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

/** A page as it is built, with the zone that holds where nobody decided. */
const page = (title: string) =>
  `<!doctype html><meta name="time-zone" content="Asia/Shanghai" /><title>${title}</title>`;

describe('the web application as the API serves it', () => {
  let folder: string;
  let server: ApiServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianban-web-'));
    const root = join(folder, 'web');
    await mkdir(join(root, 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(root, 'index.html'), page('联办'));
    await writeFile(join(root, 'resident.html'), page('居民服务'));
    await writeFile(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(root, 'assets/app-1a2b.js'), 'export {};');
    server = await startApiServer({ webRoot: root, timeZone: 'Asia/Urumqi' });
  });

  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['/', '/inbox/todo', '/cases/0198c5f0', '/sign-in?next=/inbox', '/publicity'])(
    'answers the page %s with index.html',
    async (path) => {
      const answer = await server.call('GET', path);

      expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('联办') });
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    },
  );

  it.each(['/public', '/public/request', '/public/progress?code=1'])(
    'answers the page %s of the residents with their own application',
    async (path) => {
      const answer = await server.call('GET', path);

      expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('居民服务') });
    },
  );

  it.each(['/', '/index.html', '/public', '/resident.html'])(
    'tells the page %s in which zone its times are, and sends it again only when it changed',
    async (path) => {
      const first = await server.call('GET', path);
      const again = await server.call('GET', path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });

      expect(first.body).toContain('<meta name="time-zone" content="Asia/Urumqi" />');
      expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(again).toMatchObject({ status: 304, body: '' });
    },
  );

  it('keeps files with a hash in their name for a year, and answers a missing one with 404', async () => {
    const script = await server.call('GET', '/assets/app-1a2b.js');

    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toMatch(/javascript/u);
    expect(script.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/u);
    expect(await server.call('GET', '/assets/app-9z.js')).toMatchObject({
      status: 404,
      body: { code: 'route-unknown' },
    });
    expect((await server.call('GET', '/favicon.svg')).headers.get('content-type')).toMatch(/svg/u);
  });

  it('leaves the addresses of the server to the server', async () => {
    expect(await server.call('GET', '/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'route-unknown' } });
    expect(await server.call('GET', '/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%00.js',
    '/%zz',
  ])('gives nothing outside its folder for %s', async (path) => {
    const answer = await server.call('GET', path);

    expect(JSON.stringify(answer.body)).not.toContain('secret"');
    expect(answer.body === 'secret').toBe(false);
  });
});
