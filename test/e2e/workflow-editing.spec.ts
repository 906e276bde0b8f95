import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

const drawn = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<process id="paper" name="${name}" isExecutable="true"><startEvent id="s"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>`;

const table = (to: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="t" name="t" namespace="t">
<decision id="to-whom" name="由谁办理"><decisionTable id="tt" hitPolicy="FIRST"><input id="i"><inputExpression id="x"><text>street</text></inputExpression></input><output id="o" name="unit"/>
<rule id="r"><inputEntry id="a"><text>-</text></inputEntry><outputEntry id="b"><text>"${to}"</text></outputEntry></rule></decisionTable></decision></definitions>`;

const filesOf = (name: string, to = 'a') => [
  { name: 'paper.bpmn', content: drawn(name) },
  { name: 'paper.dmn', content: table(to) },
];

describe('two people who draw the same workflow', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });

  afterAll(async () => await server?.close());

  const draftOf = (name: string, revision: number) => ({ name, basedOn: 0, files: filesOf(name), revision });

  it('go on with their drafts at other machines, each with their own', async () => {
    const saved = await server.call('PUT', '/api/v1/workflows/draw/draft', { as: 'designer', body: draftOf('一', 0) });
    expect([saved.status, saved.body.revision]).toEqual([200, 1]);

    const mine = await server.call('GET', '/api/v1/workflows/draw/draft', { as: 'designer' });
    const theirs = await server.call('GET', '/api/v1/workflows/draw/draft', { as: 'designer2' });

    expect(mine.body.draft).toMatchObject({ name: '一', basedOn: 0, revision: 1, files: filesOf('一') });
    expect(theirs.body).toEqual({ draft: null });
    const list = await server.call('GET', '/api/v1/workflow-drafts', { as: 'designer' });
    expect(list.body.items).toMatchObject([{ key: 'draw', name: '一', basedOn: 0 }]);
  });

  it('do not write over what they drew at another machine meanwhile, until they say so', async () => {
    const path = '/api/v1/workflows/machines/draft';
    await server.call('PUT', path, { as: 'designer', body: draftOf('这里', 0) });
    await server.call('PUT', path, { as: 'designer', body: draftOf('这里，改过', 1) });

    const late = await server.call('PUT', path, { as: 'designer', body: draftOf('那里', 1) });
    expect([late.status, late.body.code]).toEqual([409, 'workflow-draft-moved']);

    const forced = await server.call('PUT', path, { as: 'designer', body: draftOf('那里', 2) });
    expect([forced.status, forced.body.revision]).toEqual([200, 3]);
  });

  it('keep no draft that is too large', async () => {
    const body = { ...draftOf('大', 0), files: [{ name: 'large.bpmn', content: 'x'.repeat(2_000_001) }] };

    const answer = await server.call('PUT', '/api/v1/workflows/large/draft', { as: 'designer', body });

    expect([answer.status, answer.body.code]).toEqual([400, 'request-invalid']);
  });

  it('are told of each other at once, and no longer when one has closed it or gone away', async () => {
    const path = '/api/v1/workflows/shared/presence';
    const alone = await server.call('PUT', path, { as: 'designer' });
    expect(alone.body).toEqual({ editors: [], latest: null });
    const news = await listen(server, 'designer');

    await server.call('PUT', path, { as: 'designer2' });

    await news.heard('data: workflows');
    const together = await server.call('PUT', path, { as: 'designer' });
    const since = '2026-03-02T01:00:00.000Z';
    expect(together.body.editors).toEqual([{ name: '邓一鸣', openSince: since, draftSavedAt: null }]);

    await server.call('PUT', '/api/v1/workflows/shared/draft', { as: 'designer2', body: draftOf('二', 0) });
    await server.call('DELETE', path, { as: 'designer2' });
    const left = await server.call('PUT', path, { as: 'designer' });
    expect(left.body.editors).toEqual([{ name: '邓一鸣', openSince: null, draftSavedAt: since }]);

    await server.advanceBy(151_000);
    const later = await server.call('PUT', path, { as: 'designer2' });
    expect(later.body.editors).toEqual([]);
    news.close();
  });

  it('deploy over what the other deployed only when they have seen it', async () => {
    const deploy = async (as: string, name: string, base: number) =>
      await server.call('POST', '/api/v1/workflows', { as, body: { files: filesOf(name), bases: { paper: base } } });
    await server.call('PUT', '/api/v1/workflows/paper/draft', { as: 'designer', body: draftOf('一', 0) });
    expect((await deploy('designer', '一', 0)).body).toMatchObject({ key: 'paper', version: 1 });
    expect((await deploy('designer', '一', 0)).body).toMatchObject({ version: 1 });
    const kept = await server.call('GET', '/api/v1/workflows/paper/draft', { as: 'designer' });
    expect(kept.body).toEqual({ draft: null });

    const refused = await deploy('designer2', '二', 0);

    expect([refused.status, refused.body.code]).toEqual([409, 'definition-moved']);
    expect(refused.body.details).toMatchObject({ key: 'paper', base: 0, version: 1, deployedBy: '许文博' });
    expect((await deploy('designer2', '二', 1)).body).toMatchObject({ version: 2 });
  });

  it('see which decision tables there are, and which versions changed them', async () => {
    const deploy = async (name: string, to: string) =>
      await server.call('POST', '/api/v1/workflows', { as: 'designer', body: { files: filesOf(name, to) } });
    await deploy('三', 'b');
    await deploy('四', 'b');

    const { body } = await server.call('GET', '/api/v1/workflows/decisions', { as: 'designer' });

    const found = body.items.find(({ file }: { file: string }) => file === 'paper.dmn');
    expect(found).toMatchObject({ key: 'paper', version: 4, decisions: [{ id: 'to-whom', name: '由谁办理' }] });
    expect(found.changes.map(({ version }: { version: number }) => version)).toEqual([3, 1]);
  });
});

/** Listens to the news as a browser does. */
async function listen({ address, call }: ApiServer, username: string) {
  const signedIn = await call('POST', '/api/v1/auth/token', { body: { username, password: demoPassword } });
  const stop = new AbortController();
  const authorization = `Bearer ${String(signedIn.body.accessToken)}`;
  const response = await fetch(`${address}/api/v1/events`, { headers: { authorization }, signal: stop.signal });
  const reader = response.body?.getReader();
  let text = '';
  return {
    async heard(expected: string): Promise<void> {
      while (!text.includes(expected)) {
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`the stream ended without "${expected}": ${text}`);
        text += new TextDecoder().decode(part.value);
      }
    },
    close: () => stop.abort(),
  };
}
