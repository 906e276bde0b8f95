import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { SMTPServer } from 'smtp-server';
import {
  caseDraftSchema,
  CaseworkModule,
  CopyService,
  IntakeService,
  NoticeCollector,
  NoticeService,
  NoticeWriter,
  openCaseworkWorld,
  TaskService,
  TransferService,
  UrgeService,
  WebhookService,
  webhookSchema,
  type CaseworkWorld,
  type RegisteredCase,
} from '@lianban/casework';
import { EngineModule, OutboxService } from '@lianban/engine';
import { DeliverySender } from '../../apps/worker/src/notices/delivery-sender.service.js';
import { WebhookSender } from '../../apps/worker/src/notices/webhook-sender.service.js';

@Module({ imports: [EngineModule, CaseworkModule], providers: [DeliverySender, WebhookSender] })
class SendersModule {}

interface Letter {
  readonly to: readonly string[];
  readonly head: string;
  readonly body: string;
}

const secret = 'a-secret-of-some-length';
/** The station's term ends on Thursday at closing time. */
const lapse = '2026-03-05T17:30:00+08:00';

describe('what people are told', () => {
  let world: CaseworkWorld;
  let filed: RegisteredCase;
  let letters: Letter[];
  let post: SMTPServer;
  let calls: { headers: NodeJS.Dict<string | string[]>; body: string }[];
  let receiver: Server;
  let answer: number;

  beforeEach(async () => {
    letters = [];
    calls = [];
    answer = 204;
    post = postOffice(letters);
    receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        calls.push({ headers: request.headers, body });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => void post.listen(0, '127.0.0.1', resolve));
    world = await openCaseworkWorld({
      modules: [SendersModule],
      env: {
        SMTP_URL: `smtp://127.0.0.1:${portOf(post.server)}`,
        LIANBAN_URL: 'https://lianban.example',
        LIANBAN_WEBHOOK_HOSTS: `127.0.0.1:${portOf(receiver)}`,
      },
    });
    filed = await file();
  });

  afterEach(async () => {
    await world?.close();
    await new Promise<void>((resolve) => post.close(resolve));
    await new Promise((resolve) => receiver.close(resolve));
  });

  it('of a lapse: the unit that lapsed, the one above it and the one that goes on, each once', async () => {
    await world.advanceTo(lapse);
    expect(await kinds('clerk')).toEqual(['lapsed']);
    expect(await kinds('station-head')).toEqual(['lapsed']);
    expect(await kinds('street')).toEqual(['escalated', 'lapsed']);
    expect(await kinds('clerk2')).toEqual([]);
    const { items, unread } = await list('clerk');
    expect(unread).toBe(1);
    expect(items[0]).toMatchObject({
      caseId: filed.id,
      kindName: '超期上报',
      text: expect.stringMatching(new RegExp(`^${filed.code}“路灯不亮”的工作站办理（.+）未在时限内办结`, 'u')),
    });
  });

  it('until they have read it; nobody reads for others', async () => {
    await world.advanceTo(lapse);
    const { items } = await list('clerk');
    await world.get(NoticeService).read(await world.person('street'), { ids: items.map(({ id }) => id) });
    expect((await list('clerk')).unread).toBe(1);
    await world.get(NoticeService).read(await world.person('clerk'), { ids: items.map(({ id }) => id) });
    expect(await list('clerk')).toMatchObject({ unread: 0, items: [{ readAt: expect.any(String) }] });
    await world.get(NoticeService).read(await world.person('street'), {});
    expect((await list('street')).unread).toBe(0);
  });

  it('of a term that runs out soon, once for each term', async () => {
    await claim('clerk');
    await world.advanceTo('2026-03-04T17:31:00+08:00');
    await world.get(NoticeWriter).warn();
    await world.get(NoticeWriter).warn();
    expect(await kinds('clerk')).toEqual(['due-soon']);
    expect(await kinds('station-head')).toEqual([]);
  });

  it('of what colleagues do to their cases, but not of what they do themselves', async () => {
    const head = await world.person('station-head');
    await claim('clerk');
    await world.get(UrgeService).urge(head, filed.id, { opinion: '请抓紧' });
    expect(await kinds('clerk')).toEqual(['urged']);
    await world.get(TransferService).transfer(head, filed.id, { person: head.accountId, opinion: '我来办' });
    expect(await kinds('station-head')).toEqual([]);
    const clerk = await world.person('clerk');
    await world.get(TransferService).transfer(head, filed.id, { person: clerk.accountId, opinion: '还是你来' });
    await world.get(CopyService).copy(clerk, filed.id, { unit: 'dept-urban', opinion: '请知悉' });
    expect(await kinds('clerk')).toEqual(['transferred', 'urged']);
    expect(await kinds('officer')).toEqual(['copied']);
  });

  it('by mail where they want it: what is unread, several in one, with a link, not at night', async () => {
    await world.get(NoticeService).setAddress(await world.person('clerk'), { mail: 'chen@example.org', daily: false });
    await file('另一件');
    await world.advanceTo(lapse);
    expect(await send()).toBe(0); // others may come with it
    await world.advanceTo('2026-03-05T21:00:00+08:00');
    expect(await send()).toBe(0);
    await world.advanceTo('2026-03-06T08:00:00+08:00');
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(letters).toMatchObject([{ to: ['chen@example.org'] }]);
    expect(letters[0]?.head).toMatch(/^From: lianban@localhost$/mu);
    expect(letters[0]?.body).toMatch(/陈晓燕，您好/u);
    expect(letters[0]?.body).toContain(`https://lianban.example/cases/${filed.id}`);
    expect(letters[0]?.body.match(/未在时限内办结/gu)).toHaveLength(2);
  });

  it('by no mail of what the district tells on the screen only', async () => {
    await world.database.query({ text: `UPDATE casework.notice_kind SET by_mail = false WHERE code = 'urged'` });
    await world.get(NoticeService).setAddress(await world.person('clerk'), { mail: 'chen@example.org', daily: false });
    await claim('clerk');
    await world.get(UrgeService).urge(await world.person('station-head'), filed.id, { opinion: '请抓紧' });
    await world.advanceTo('2026-03-02T10:00:00+08:00');
    expect(await send()).toBe(0);
    await world.advanceTo(lapse);
    await world.advanceTo('2026-03-06T08:00:00+08:00');
    expect(await send()).toBe(1);
    expect(letters[0]?.body).toMatch(/未在时限内办结/u);
    expect(letters[0]?.body).not.toMatch(/被催办/u);
  });

  it('by one mail a day where they want that', async () => {
    await world.get(NoticeService).setAddress(await world.person('clerk'), { mail: 'chen@example.org', daily: true });
    await world.advanceTo(lapse);
    await world.advanceTo('2026-03-06T08:29:00+08:00');
    expect(await send()).toBe(0);
    await world.advanceTo('2026-03-06T08:30:00+08:00');
    expect(await send()).toBe(1);
    await file('第三件');
    await world.advanceTo('2026-03-11T17:30:00+08:00');
    await world.advanceTo('2026-03-11T17:45:00+08:00');
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
  });

  it('again until the mail server takes it, with the same Message-ID', async () => {
    await world
      .get(NoticeService)
      .setAddress(await world.person('clerk'), { mail: 'refuse@example.org', daily: false });
    await world.advanceTo(lapse);
    await world.advanceTo('2026-03-05T17:32:00+08:00');
    expect(await send()).toBe(1);
    expect(letters).toEqual([]);
    await world.get(NoticeService).setAddress(await world.person('clerk'), { mail: 'chen@example.org', daily: false });
    await world.advanceTo('2026-03-05T17:33:00+08:00');
    await world.get(OutboxService).deliverDue();
    expect(letters[0]?.head).toMatch(/^Message-ID: <notice\.mail\.[0-9a-f-]+@lianban>$/imu);
    await world.get(OutboxService).deliverDue();
    expect(letters).toHaveLength(1);
  });

  it('is told to other systems by signed calls, again until they take it', async () => {
    const admin = await world.person('sysadmin');
    const url = `http://127.0.0.1:${portOf(receiver)}/hook`;
    const hook = webhookSchema.parse({ url, secret, events: ['case.registered', 'case.lapsed'] });
    const request = { key: 'once', account: admin.accountId, hash: 'a' };
    const { id } = await world.get(WebhookService).add(admin, hook, request);
    expect((await world.get(WebhookService).add(admin, hook, request)).id).toBe(id);
    expect(await world.get(WebhookService).list(admin)).toHaveLength(1);
    answer = 503;
    const second = await file('路灯又不亮');
    await world.get(OutboxService).deliverDue();
    answer = 204;
    await world.advanceTo('2026-03-02T09:01:00+08:00');
    await world.get(OutboxService).deliverDue();
    expect(calls).toHaveLength(2);
    expect(JSON.parse(calls[1]?.body ?? '')).toMatchObject({
      event: 'case.registered',
      case: { id: second.id, code: second.code, state: 'open', level: 'station' },
    });
    expect(calls[0]?.headers['lianban-delivery']).toBe(calls[1]?.headers['lianban-delivery']);
    const [, seconds, signature] = /^t=(\d+),v1=(\w+)$/u.exec(String(calls[1]?.headers['lianban-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${calls[1]?.body}`).digest('hex'));

    await world.get(WebhookService).end(admin, id);
    await world.advanceTo(lapse);
    await world.get(OutboxService).deliverDue();
    expect(calls).toHaveLength(2);
    await expect(world.get(WebhookService).end(admin, id)).rejects.toMatchObject({ code: 'webhook-unknown' });
  });

  it('is tried out by a call that tells of no case, with what became of it', async () => {
    const admin = await world.person('sysadmin');
    const url = `http://127.0.0.1:${portOf(receiver)}/hook`;
    const { id } = await world
      .get(WebhookService)
      .add(admin, webhookSchema.parse({ url, secret, events: ['case.closed'] }));
    expect(await world.get(WebhookService).list(admin)).toMatchObject([{ lastCall: null }]);
    answer = 500;
    const request = { key: 'try', account: admin.accountId, hash: 'a' };
    await world.get(WebhookService).test(admin, id, request);
    await world.get(WebhookService).test(admin, id, request);
    await world.get(OutboxService).deliverDue();
    expect(calls.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ event: 'test', at: expect.any(String) }]);
    expect(await world.get(WebhookService).list(admin)).toMatchObject([
      { lastCall: { at: expect.any(String), error: expect.stringMatching(/answered 500/u) } },
    ]);
    answer = 200;
    await world.advanceTo('2026-03-02T09:01:00+08:00');
    await world.get(OutboxService).deliverDue();
    expect(await world.get(WebhookService).list(admin)).toMatchObject([{ lastCall: { error: null } }]);
    await expect(world.get(WebhookService).test(await world.person('clerk'), id)).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  it('is told to no host that the operator has not named, by nobody but administrators', async () => {
    const hook = webhookSchema.parse({ url: 'http://169.254.169.254/latest', secret, events: ['case.closed'] });
    await expect(world.get(WebhookService).add(await world.person('sysadmin'), hook)).rejects.toMatchObject({
      code: 'webhook-refused',
    });
    await expect(world.get(WebhookService).add(await world.person('clerk'), hook)).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  async function file(title = '路灯不亮'): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title, text: '向阳路路灯坏了。', channel: 'phone' });
    return await world.get(IntakeService).register(await world.person('clerk'), draft);
  }

  async function claim(username: string): Promise<void> {
    await world.get(TaskService).claim(await world.person(username), filed.tasks[0]?.id ?? '');
  }

  async function list(username: string) {
    return await world.get(NoticeService).list(await world.person(username), { limit: 20 });
  }

  async function kinds(username: string): Promise<string[]> {
    return (await list(username)).items.map(({ kind }) => kind).sort();
  }

  /** Collects and delivers; answers with how many mails were put out. */
  async function send(): Promise<number> {
    const collected = await world.get(NoticeCollector).collect();
    await world.get(OutboxService).deliverDue();
    return collected;
  }
});

/** A mail server that takes what is not addressed to "refuse". */
function postOffice(letters: Letter[]): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) => done(address.startsWith('refuse') ? new Error('mailbox is away') : null),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [head = '', ...rest] = Buffer.concat(parts).toString().split('\r\n\r\n');
        const encoded = /^Content-Transfer-Encoding: base64$/imu.test(head);
        const text = rest.join('\r\n\r\n');
        const body = encoded ? Buffer.from(text, 'base64').toString() : unquoted(text);
        letters.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          head: head.replaceAll('\r', ''),
          body,
        });
        done();
      });
    },
  });
}

/** Quoted-printable text (RFC 2045 §6.7). */
function unquoted(text: string): string {
  const bytes = text.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/gu, '%25'));
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  return (server.address() as AddressInfo).port;
}
