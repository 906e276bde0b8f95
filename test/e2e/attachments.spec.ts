import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('the files of a case', () => {
  let server: ApiServer;
  let filed: { id: string; code: string; queryCode: string; tasks: { id: string }[] };
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    server = await startApiServer();
    for (const username of ['clerk', 'station-head', 'clerk2']) {
      const { body } = await server.call('POST', '/api/v1/auth/token', { body: { username, password: demoPassword } });
      tokens.set(username, body.accessToken);
    }
  });

  beforeEach(async () => {
    const body = { title: '路灯不亮', text: '东门两盏路灯不亮。', channel: 'phone' };
    filed = (await server.call('POST', '/api/v1/cases', { as: 'clerk', body })).body;
  });

  afterAll(async () => await server?.close());

  it('are kept as they look, told in the history, and given back to who may read the case', async () => {
    const added = await add('clerk', '现场照片.png', png);
    expect(added).toMatchObject({
      status: 200,
      body: [{ name: '现场照片.png', type: 'image/png', size: expect.any(Number), addedBy: '陈晓燕', canRemove: true }],
    });
    const file = await get('station-head', added.body[0].id);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(file.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''/u);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    const { body } = await server.call('GET', `/api/v1/cases/${filed.id}/history`, { as: 'clerk' });
    expect(body.items.at(-1)).toMatchObject({ kind: 'attached', detail: { file: '现场照片.png' } });
    expect((await get('clerk2', added.body[0].id)).status).toBe(404);
    expect((await add('clerk2', 'a.png', png)).status).toBe(404);
  });

  it('are of a photo only what it shows, and nothing that is hidden behind it', async () => {
    const { body } = await add('clerk', '现场.png', Buffer.concat([png, Buffer.from('PK<script>alert(1)</script>')]));

    const kept = Buffer.from(await (await get('clerk', body[0].id)).arrayBuffer());
    expect(kept.subarray(0, 8)).toEqual(png.subarray(0, 8));
    expect(kept.subarray(-8)).toEqual(png.subarray(-8));
    expect(kept.includes('script')).toBe(false);
    expect(body[0].size).toBe(kept.length);
    const looks = (await server.call('GET', `/api/v1/cases/${filed.id}/looks`, { as: 'supervisor' })).body;
    expect(looks).toMatchObject([{ what: 'file', by: '陈晓燕' }]);
  });

  it('are what their content says, whatever they are called; papers are saved, not shown', async () => {
    const { body } = await add('clerk', '../../etc/报告\u0000.png', pdf);
    expect(body).toMatchObject([{ name: '报告.png', type: 'application/pdf' }]);
    const file = await get('clerk', body[0].id);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/u);
  });

  it.each([
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a program', Buffer.from('7f454c460201010000000000000000000300', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that is cut off', png.subarray(0, 30)],
    [
      'a picture of a billion pixels',
      Buffer.concat([png.subarray(0, 16), Buffer.from('0000ffff0000ffff', 'hex'), png.subarray(24)]),
    ],
    ['more than 10 MB', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)])],
  ])('are not %s', async (_, content) => {
    const { status, body } = await add('clerk', 'photo.png', content);
    expect([400, 422]).toContain(status);
    expect(['attachment-refused', 'request-invalid']).toContain(body.code);
    expect(await list('clerk')).toEqual([]);
  });

  it('are kept once, and taken away by who brought them only', async () => {
    await Promise.all([add('clerk', 'a.png', png), add('clerk', 'b.png', png), add('station-head', 'c.png', png)]);
    const [only, another] = await list('clerk');
    expect(another).toBeUndefined();
    const others = only.addedBy === '陈晓燕' ? 'station-head' : 'clerk';
    const owner = others === 'clerk' ? 'station-head' : 'clerk';
    const path = `/api/v1/attachments/${only.id}`;
    expect(await server.call('DELETE', path, { as: others })).toMatchObject({ status: 404 });
    expect(await server.call('DELETE', path, { as: owner })).toMatchObject({ status: 200, body: [] });
    expect((await get(owner, only.id)).status).toBe(404);
    expect((await add('clerk', 'again.png', png)).body).toHaveLength(1);
  });

  it('come from the resident too, with the code of the receipt', async () => {
    expect((await addAsResident('wrong', png)).status).toBe(404);
    expect((await addAsResident(filed.queryCode, png)).status).toBe(204);
    expect(await list('clerk')).toMatchObject([{ addedBy: '居民', canRemove: false }]);
  });

  it('are named to the resident who sent them, beside what they wrote, and to no other', async () => {
    const asked = { title: '路灯又不亮', text: '西门的路灯不亮。', anonymous: true };
    const own = (await server.call('POST', '/api/v1/public/cases', { body: asked })).body;
    const body = { title: '东门路灯', text: '东门的路灯坏了。', channel: 'phone' };
    const other = (await server.call('POST', '/api/v1/cases', { as: 'clerk', body })).body;
    await addAsResident(filed.queryCode, png);
    await add('clerk', '现场.pdf', Buffer.concat([pdf, pdf]));

    await server.advanceBy(60_000);
    await server.call('POST', `/api/v1/tasks/${other.tasks[0].id}/claim`, { as: 'clerk' });
    const merge = { into: filed.code, opinion: '同一处' };
    expect(await server.call('POST', `/api/v1/cases/${other.id}/merge`, { as: 'clerk', body: merge })).toMatchObject({
      status: 200,
    });
    expect((await addAsResident(other.queryCode, pdf, other.code)).status).toBe(204);

    expect(await list('clerk')).toHaveLength(3);
    expect(await status(filed)).toMatchObject({ text: null, files: ['photo.png'] });
    expect(await status(other)).toMatchObject({ text: null, files: [] });
    expect(await status(own)).toMatchObject({ text: asked.text, files: [] });
  });

  it('stay as they are when the case is over', async () => {
    const [file] = (await add('clerk', 'a.png', png)).body;
    const done = { outcome: 'resolved', opinion: '已修复' };
    await server.call('POST', `/api/v1/tasks/${filed.tasks[0]?.id}/complete`, { as: 'clerk', body: done });
    expect(await add('clerk', 'b.pdf', pdf)).toMatchObject({ status: 409, body: { code: 'case-ended' } });
    expect(await server.call('DELETE', `/api/v1/attachments/${file.id}`, { as: 'clerk' })).toMatchObject({
      status: 409,
    });
    expect(await addAsResident(filed.queryCode, pdf)).toMatchObject({ status: 409 });
    expect((await get('clerk', file.id)).status).toBe(200);
  });

  const list = async (as: string) => (await server.call('GET', `/api/v1/cases/${filed.id}/attachments`, { as })).body;

  async function get(username: string, id: string): Promise<Response> {
    const headers = { authorization: `Bearer ${tokens.get(username)}` };
    const answer = await fetch(`${server.address}/api/v1/attachments/${id}`, { headers });
    const bytes = await answer.arrayBuffer(); // read to its end, or the connection stays open
    return new Response(bytes.byteLength === 0 ? null : bytes, { status: answer.status, headers: answer.headers });
  }

  async function add(username: string, name: string, content: Buffer) {
    const path = `/api/v1/cases/${filed.id}/attachments?name=${encodeURIComponent(name)}`;
    return await send(path, content, { authorization: `Bearer ${tokens.get(username)}` });
  }

  const status = async ({ code, queryCode }: { code: string; queryCode: string }) =>
    (await server.call('GET', `/api/v1/public/cases/${code}?queryCode=${queryCode}`)).body;

  async function addAsResident(queryCode: string, content: Buffer, code = filed.code) {
    const path = `/api/v1/public/cases/${code}/attachments?name=photo.png&queryCode=${queryCode}`;
    return await send(path, content, {});
  }

  async function send(path: string, content: Buffer, headers: Readonly<Record<string, string>>) {
    const answer = await fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }
});
