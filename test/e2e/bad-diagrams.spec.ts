import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

const around = (inside: string, before = '') => `<?xml version="1.0" encoding="UTF-8"?>${before}
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn" id="d" targetNamespace="t">
<process id="bad" isExecutable="true"><startEvent id="s"/>${inside}<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>`;

const bomb = `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`,
).join('')}]>`;

/** Bodies that are no diagram, or none that can run; each answer names what is wrong. */
const refused: readonly (readonly [what: string, body: string | Buffer, status: number, code: string])[] = [
  ['nothing', '', 400, 'request-invalid'],
  ['no XML', 'hello', 422, 'xml-syntax'],
  ['entities that grow to a billion letters', around('<documentation>&a29;</documentation>', bomb), 422, 'xml-doctype'],
  [
    'a file of the server',
    around('<documentation>&x;</documentation>', '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    422,
    'xml-doctype',
  ],
  [
    'a text in GBK that calls itself UTF-8',
    Buffer.from(around('<task id="t" name="\xb5\xc7\xbc\xc7"/>'), 'latin1'),
    422,
    'xml-encoding',
  ],
  ['two elements of one id', around('<task id="t"/><task id="t"/>'), 422, 'xml-content'],
  ['a flow to nowhere', around('<sequenceFlow id="g" sourceRef="s" targetRef="gone"/>'), 422, 'reference-unresolved'],
  [
    'an unknown calendar',
    around(
      '<userTask id="t"/><boundaryEvent id="b" attachedToRef="t"><timerEventDefinition lianban:calendar="lunar"><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="g" sourceRef="b" targetRef="e"/>',
    ),
    422,
    'calendar-unknown',
  ],
  ['an unknown candidate group', around('<userTask id="t" lianban:candidateGroups="ghosts"/>'), 422, 'group-unknown'],
  [
    'a hundred thousand brackets',
    around(
      `<task id="t"/><sequenceFlow id="g" sourceRef="s" targetRef="t"><conditionExpression>${'('.repeat(100_000)}</conditionExpression></sequenceFlow>`,
    ),
    422,
    'expression-syntax',
  ],
];

describe('a diagram that cannot run', () => {
  let server: ApiServer;
  let token: string;

  beforeAll(async () => {
    server = await startApiServer();
    const signedIn = await server.call('POST', '/api/v1/auth/token', {
      body: { username: 'designer', password: demoPassword },
    });
    token = signedIn.body.accessToken as string;
  });

  afterAll(async () => await server?.close());

  it.each(refused)('is refused with its fault: %s', async (_what, body, status, code) => {
    const answer = await post(body, 'application/xml');

    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(`"code":"${code}"`);
    expect(JSON.stringify(answer.body).length).toBeLessThan(5_000);
    expect(await deployedKeys()).toEqual(['case-routing']);
  });

  it.each([
    ['a form', 'xml=1', 'application/x-www-form-urlencoded', 415],
    ['a picture', 'x', 'image/png', 415],
    ['JSON that is none', '{', 'application/json', 400],
    ['JSON of another kind', '{"files":"all"}', 'application/json', 400],
  ])('is refused as a whole: %s', async (_what, body, type, status) => {
    expect((await post(body, type)).status).toBe(status);
    expect(await deployedKeys()).toEqual(['case-routing']);
  });

  it('is refused by its length alone: 50 MB, before they have come', async () => {
    const sent = request(`${server.address}/api/v1/workflows`, {
      method: 'POST',
      headers: {
        'content-type': 'application/xml',
        'content-length': '50000000',
        authorization: `Bearer ${token}`,
      },
    });
    sent.write('<definitions>');
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    sent.destroy();

    expect(answer.statusCode).toBe(413);
    expect(await deployedKeys()).toEqual(['case-routing']);
  });

  it('runs all the same with ten thousand elements, in seconds', async () => {
    const tasks = Array.from({ length: 5_000 }, (_, index) => {
      const before = index === 0 ? 's' : `t${index - 1}`;
      return `<userTask id="t${index}"/><sequenceFlow id="g${index}" sourceRef="${before}" targetRef="t${index}"/>`;
    });
    const begun = Date.now();
    const answer = await post(around(tasks.join('')).replace('id="bad"', 'id="large"'), 'application/xml');

    expect(answer.status).toBe(200);
    expect(Date.now() - begun).toBeLessThan(20_000);
    expect(await deployedKeys()).toEqual(['case-routing', 'large']);
  });

  async function post(body: string | Buffer, type: string): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${server.address}/api/v1/workflows`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async function deployedKeys(): Promise<string[]> {
    const { body } = await server.call('GET', '/api/v1/workflows', { as: 'designer' });
    return body.items.map(({ key }: { key: string }) => key) as string[];
  }
});
