import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import {
  caseDraftSchema,
  CaseworkModule,
  ClockActs,
  DeclineService,
  DeliveryLog,
  DeliveryService,
  IntakeService,
  NoticeCollector,
  NoticeService,
  openCaseworkWorld,
  residentDraftSchema,
  TaskService,
  type CaseworkWorld,
  type RegisteredCase,
} from '@lianban/casework';
import { EngineModule, OutboxService } from '@lianban/engine';
import { DeliverySender } from '../../apps/worker/src/notices/delivery-sender.service.js';
import { SmsCarrier } from '../../apps/worker/src/notices/sms-carrier.js';
import { WecomCarrier } from '../../apps/worker/src/notices/wecom-carrier.js';

@Module({ imports: [EngineModule, CaseworkModule], providers: [DeliverySender] })
class SendersModule {}

interface Handed {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly id?: string; readonly to?: string; readonly text: string | { readonly content: string } };
}

const lapse = '2026-03-05T17:30:00+08:00';
const morning = '2026-03-06T08:00:00+08:00';

describe('messages by gateways', () => {
  let world: CaseworkWorld;
  let gateway: Server;
  let handed: Handed[];
  let answer: (response: ServerResponse, socket: Socket) => void;

  beforeEach(async () => {
    handed = [];
    answer = taken;
    gateway = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        const { url: path = '', headers, socket } = request;
        handed.push({ path, headers, body: JSON.parse(body) as Handed['body'] });
        answer(response, socket);
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    world = await openWorld();
  });

  afterEach(async () => {
    await world?.close();
    gateway.closeAllConnections();
    await new Promise((resolve) => gateway.close(resolve));
  });

  describe('to residents', () => {
    it('tell number and query code at the receipt, a new term, and the answer', async () => {
      const filed = await file();
      await deliver();
      const [task] = filed.tasks;
      const clerk = await world.person('clerk');
      await world.get(TaskService).claim(clerk, task?.id ?? '');
      await world.get(ClockActs).extend(clerk, filed.id, { days: 2, opinion: '配件未到' });
      await deliver();
      await world.get(TaskService).complete(clerk, task?.id ?? '', { outcome: 'resolved', opinion: '已修复' });
      await deliver();

      expect(texts()).toEqual([
        `您的诉求已登记，编号 ${filed.code}，查询码 ${filed.queryCode}，凭此查询办理进度。`,
        `您的诉求 ${filed.code} 目前环节的办理时限调整为 2026-03-09 17:30。`,
        `您的诉求 ${filed.code} 已答复，请凭编号和查询码 ${filed.queryCode} 查看并评价。`,
      ]);
      expect(handed[0]).toMatchObject({
        path: '/sms',
        headers: { authorization: 'Bearer sms-secret', 'idempotency-key': handed[0]?.body.id },
        body: { to: '13812345678' },
      });
      expect(new Set(handed.map(({ body }) => body.id)).size).toBe(3);
    });

    it('tell that a request was declined', async () => {
      const filed = await file();
      const clerk = await world.person('clerk');
      await world.get(TaskService).claim(clerk, filed.tasks[0]?.id ?? '');
      await world.get(DeclineService).decline(clerk, filed.id, { reason: 'legal-remedy', opinion: '请向法院申诉。' });
      await deliver();
      expect(texts()[1]).toMatch(/已答复/u);
    });

    it('reach nobody who did not agree, or left no mobile number', async () => {
      await file({ smsConsent: undefined });
      await file({ smsConsent: false });
      await file({ phone: undefined });
      await file({ phone: '0755-26881234' });
      const own = residentDraftSchema.parse({ title: '路灯', text: '不亮', resident: resident({}) });
      await world.get(IntakeService).registerByResident(own);
      await deliver();
      expect(handed).toHaveLength(1);
    });

    it('wait for the end of the quiet hours', async () => {
      await world.advanceTo('2026-03-02T21:00:00+08:00');
      await file();
      await deliver();
      expect(await states()).toEqual(['waiting']);
      await world.advanceTo('2026-03-03T08:00:00+08:00');
      await deliver();
      expect(handed).toHaveLength(1);
    });

    it('wait for the morning with what could not be handed over in the evening, as the same message', async () => {
      await world.advanceTo('2026-03-02T20:59:58+08:00');
      answer = status(503);
      await file();
      await deliver();
      await world.advanceTo('2026-03-02T21:00:30+08:00');
      await deliver();
      await deliver();
      expect(await states()).toEqual(['waiting']);
      answer = taken;
      await world.advanceTo('2026-03-03T08:00:00+08:00');
      await deliver();
      expect(await states()).toEqual(['sent']);
      expect(handed.map(({ body }) => body.id)).toEqual([handed[0]?.body.id, handed[0]?.body.id]);
    });

    it('are none where no gateway is set up', async () => {
      await world.close();
      world = await openWorld({});
      await file();
      await deliver();
      expect(await states()).toEqual([]);
    });
  });

  describe('to staff', () => {
    it('go by the channels that a person has chosen, in the language of that person', async () => {
      await file();
      await address('clerk', { phone: '139 1111 2222', wecom: 'chenxy', channels: ['sms', 'wecom'], language: 'en' });
      await world.advanceTo(lapse);
      await world.advanceTo(morning);
      expect(await world.get(NoticeCollector).collect()).toBe(2);
      await deliver();

      const [sms, wecom] = staff();
      expect(sms).toMatchObject({
        path: '/sms',
        body: { to: '13911112222', text: expect.stringMatching(/went up\.$/u) },
      });
      expect(wecom).toMatchObject({
        path: '/webhook/send?key=k',
        body: { msgtype: 'text', text: { content: expect.stringMatching(/went up\./u), mentioned_list: ['chenxy'] } },
      });
      expect(wecom?.headers.authorization).toBeUndefined();
      const { items } = await world.get(NoticeService).list(await world.person('clerk'), { limit: 1 });
      expect(items[0]?.kindName).toBe('Handed up');
    });

    it('are one for several notices', async () => {
      await file();
      await file();
      await address('clerk', { phone: '13911112222', channels: ['sms'] });
      await world.advanceTo(lapse);
      await world.advanceTo(morning);
      await world.get(NoticeCollector).collect();
      await deliver();
      expect(staff().map(({ body }) => body.text)).toEqual([expect.stringMatching(/^您有 2 条提醒：LB/u)]);
    });

    it.each(['@all', 'a|b|c', '@', 'x'.repeat(65), 'a b', '/all'])(
      'go by WeCom to one person, not to "%s"',
      async (to) => {
        await expect(address('clerk', { wecom: to, channels: ['wecom'] })).rejects.toThrow(/企业微信账号/u);
        const parcel = { id: '1', to, name: '', subject: '', text: '路灯' };
        for (const path of ['/webhook/send', '/message/send'])
          expect(await new WecomCarrier({ url: addressOf(path) }).carry(parcel)).toEqual({
            taken: false,
            reason: expect.stringContaining('one person'),
          });
        expect(handed).toEqual([]);
      },
    );

    it('go nowhere without an address of the channel', async () => {
      const clerk = await world.person('clerk');
      await expect(world.get(NoticeService).setAddress(clerk, { mail: null, phone: '12345' })).rejects.toThrow();
      await file();
      await address('clerk', { channels: ['sms', 'wecom', 'mail'] });
      await world.advanceTo(lapse);
      await world.advanceTo(morning);
      expect(await world.get(NoticeCollector).collect()).toBe(0);
    });
  });

  describe('are logged with what became of them:', () => {
    it('what fails is tried again with the same id until it is taken', async () => {
      answer = status(503);
      await file();
      await deliver();
      expect(await log()).toMatchObject([
        { state: 'queued', attempts: 1, error: expect.stringMatching(/answered 503/u), to: '138****5678' },
      ]);
      answer = taken;
      await world.advanceTo('2026-03-02T09:00:10+08:00');
      await deliver();
      await deliver();
      expect(handed.map(({ headers }) => headers['idempotency-key'])).toEqual([handed[0]?.body.id, handed[0]?.body.id]);
      expect(await log()).toMatchObject([
        { channel: 'sms', kind: 'resident-receipt', state: 'sent', attempts: 2, error: null, to: '138****5678' },
      ]);
      const kept = await world.database.query({ text: 'SELECT text FROM casework.delivery' });
      expect(kept).toEqual([{ text: null }]); // the query code is not left behind
    });

    it('what the gateway has taken, but could not say so, comes with the same id and counts as taken', async () => {
      answer = (_, socket) => socket.destroy();
      await file();
      await deliver();
      answer = status(409);
      await world.advanceTo('2026-03-02T09:00:10+08:00');
      await deliver();
      expect(new Set(handed.map(({ body }) => body.id)).size).toBe(1);
      expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    });

    it('an answer that comes twice is one answer', async () => {
      answer = (_, socket) => {
        const said = 'HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n{}';
        socket.end(said + said);
      };
      await file();
      await deliver();
      await world.advanceTo('2026-03-02T09:10:00+08:00');
      await deliver();
      expect(handed).toHaveLength(1);
      expect(await log()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    });

    it('a gateway that keeps one waiting is left alone for half a minute', async () => {
      answer = () => undefined;
      await file();
      await file();
      await deliver();
      expect(handed).toHaveLength(1);
      expect((await log()).map(({ error }) => error)).toEqual([
        expect.stringMatching(/left alone/u),
        expect.stringMatching(/timeout/u),
      ]);
      answer = taken;
      await world.advanceTo('2026-03-02T09:00:31+08:00');
      await deliver();
      expect(await states()).toEqual(['sent', 'sent']);
    });

    it('what is refused for good is not tried again', async () => {
      answer = status(422);
      await file();
      await deliver();
      await world.advanceTo('2026-03-02T12:00:00+08:00');
      await deliver();
      expect(handed).toHaveLength(1);
      expect(await log()).toMatchObject([{ state: 'refused', error: expect.stringMatching(/answered 422/u) }]);
    });

    it.each([400, 503])(
      'a gateway that answers %d and repeats what it was given does not put that anywhere',
      async (code) => {
        answer = (response) => response.writeHead(code).end(JSON.stringify(handed.at(-1)?.body));
        const { code: number, queryCode } = await file();
        await address('clerk', { wecom: 'chenxy', channels: ['wecom'] });
        await world.advanceTo(lapse);
        await world.advanceTo(morning);
        await world.get(NoticeCollector).collect();
        await deliver();
        expect(new Set(handed.map(({ path }) => path)).size).toBe(2); // both gateways were asked
        const kept = await world.database.query({
          text: `SELECT error, to_masked, last_error FROM casework.delivery
               LEFT JOIN engine.outbox ON outbox.payload->>'delivery' = delivery.id::text`,
        });
        const told = JSON.stringify([kept, await log()]);
        expect(told).toMatch(/the SMS gateway answered \d+/u);
        expect(told).toMatch(/WeCom answered \d+/u);
        expect(told).not.toMatch(new RegExp(['13812345678', number, queryCode, 'chenxy', '查询码'].join('|'), 'u'));
      },
    );

    it('what is never taken is given up in the end', async () => {
      answer = status(500);
      await file();
      await world.database.query({ text: 'UPDATE engine.outbox SET attempts = 39' });
      await deliver();
      expect(await log()).toMatchObject([{ state: 'failed' }]);
    });

    it('two workers do not send the same at once', async () => {
      const [release, released] = gate();
      answer = (response) => void released.then(() => taken(response));
      await file();
      const first = world.get(OutboxService).deliverDue();
      while (handed.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const [entry] = await world.database.query<{ payload: unknown }>({ text: 'SELECT payload FROM engine.outbox' });
      await expect(world.get(DeliveryService).open(entry?.payload)).rejects.toThrow(/another worker/u);
      release();
      await first;
      expect(await world.get(DeliveryService).open(entry?.payload)).toBeUndefined();
      expect(handed).toHaveLength(1);
    });

    it('administrators page through it, others do not see it', async () => {
      await file();
      await file();
      await deliver();
      const admin = await world.person('sysadmin');
      const first = await world.get(DeliveryLog).list(admin, { limit: 1, state: 'sent', channel: 'sms' });
      const second = await world.get(DeliveryLog).list(admin, { limit: 1, after: first.next ?? '' });
      expect(second).toMatchObject({
        next: null,
        items: [{ id: expect.not.stringMatching(first.items[0]?.id ?? '') }],
      });
      expect(JSON.stringify([first, second])).not.toMatch(/13812345678|查询码/u);
      await expect(world.get(DeliveryLog).list(await world.person('clerk'), { limit: 1 })).rejects.toMatchObject({
        code: 'permission-missing',
      });
    });
  });

  describe('the gateways', () => {
    const parcel = { id: '1', to: 'chenxy', name: '', subject: '', text: '路灯'.repeat(1_000) };

    it('may be silent only so long', async () => {
      answer = () => undefined;
      const carrier = new SmsCarrier({ url: addressOf('/sms'), patience: 50 });
      await expect(carrier.carry(parcel)).rejects.toMatchObject({ name: 'TimeoutError' });
    });

    it('are not followed elsewhere', async () => {
      answer = (response) => response.writeHead(307, { location: addressOf('/elsewhere') }).end();
      await expect(new SmsCarrier({ url: addressOf('/sms') }).carry(parcel)).rejects.toThrow(/answered 307/u);
      expect(handed).toHaveLength(1);
    });

    it.each([
      [200, '{"errcode":0,"errmsg":"ok"}', { taken: true }],
      [200, '{"errcode":60111,"errmsg":"userid not found"}', { taken: false, reason: expect.stringMatching(/60111/u) }],
      [200, '{"errcode":45009,"errmsg":"api freq out of limit"}', undefined],
      [200, '<html>', undefined],
      [502, '{"errcode":0}', undefined],
    ])('of WeCom that say %d %s are understood', async (code, said, expected) => {
      answer = (response) => response.writeHead(code).end(said);
      const carried = new WecomCarrier({ url: addressOf('/message/send'), secret: 'token-of-it' }).carry(parcel);
      if (expected) expect(await carried).toEqual(expected);
      else await expect(carried).rejects.toThrow(/expected errcode 0/u);
      expect(handed[0]).toMatchObject({
        headers: { authorization: 'Bearer token-of-it' },
        body: { touser: 'chenxy', enable_duplicate_check: 1 },
      });
      const { text } = handed[0]?.body ?? { text: '' };
      expect(Buffer.byteLength(typeof text === 'string' ? text : text.content)).toBeLessThanOrEqual(2_048);
    });
  });

  async function openWorld(env?: NodeJS.ProcessEnv): Promise<CaseworkWorld> {
    return await openCaseworkWorld({
      modules: [SendersModule],
      env: env ?? {
        LIANBAN_SMS_URL: addressOf('/sms'),
        LIANBAN_SMS_SECRET: 'sms-secret',
        LIANBAN_WECOM_URL: addressOf('/webhook/send?key=k'),
      },
    });
  }

  function addressOf(path: string): string {
    return `http://127.0.0.1:${(gateway.address() as AddressInfo).port}${path}`;
  }

  function resident({ phone = '138 1234 5678', smsConsent = true }: { phone?: string; smsConsent?: boolean }) {
    return { name: '王大明', phone, smsConsent };
  }

  async function file(
    who: { phone?: string | undefined; smsConsent?: boolean | undefined } = {},
  ): Promise<RegisteredCase> {
    const draft = { title: '路灯不亮', text: '向阳路路灯坏了。', channel: 'phone' };
    const person = { ...resident({}), ...who };
    return await world
      .get(IntakeService)
      .register(await world.person('clerk'), caseDraftSchema.parse({ ...draft, resident: person }));
  }

  async function address(username: string, wants: Partial<Parameters<NoticeService['setAddress']>[1]>): Promise<void> {
    await world.get(NoticeService).setAddress(await world.person(username), { mail: null, ...wants });
  }

  async function deliver(): Promise<void> {
    await world.get(DeliveryService).release();
    await world.get(OutboxService).deliverDue();
  }

  function texts(): unknown[] {
    return handed.map(({ body }) => body.text);
  }

  /** What was handed over for others than the resident. */
  function staff(): Handed[] {
    return handed.filter(({ body }) => body.to !== '13812345678');
  }

  async function log() {
    return (await world.get(DeliveryLog).list(await world.person('sysadmin'), { limit: 50 })).items;
  }

  async function states(): Promise<string[]> {
    return (await log()).map(({ state }) => state);
  }
});

function taken(response: ServerResponse): void {
  response.writeHead(200).end('{"errcode":0}');
}

function status(code: number): (response: ServerResponse) => void {
  return (response) => response.writeHead(code).end('{"said":"why"}');
}

function gate(): readonly [open: () => void, opened: Promise<void>] {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return [open, opened];
}
