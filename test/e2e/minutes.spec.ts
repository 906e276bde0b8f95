import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countersigningSchema,
  DecisionService,
  decisionSchema,
  MeetingService,
  meetingSchema,
  MinutesTemplateService,
  QueueService,
  SessionService,
} from '@lianban/joint-meeting';
import { startApiServer, type ApiServer } from './support/api-server.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

describe('the wording of minutes', () => {
  let world: DefaultWorld;

  beforeAll(async () => void (world = await openDefaultWorld()));
  afterAll(async () => await world?.close());

  it('is used until the minutes are sent to be signed, which keep it then', async () => {
    const [early, late] = [await held(), await held()];
    const secretary = await world.person('secretary');
    await world.get(SessionService).circulate(secretary, early, countersigningSchema.parse({}));
    const before = (await world.get(MinutesTemplateService).minutesOf(secretary, early)).wording;
    const after = { title: '专题会议纪要', preamble: '{time}召开。', closing: '' };
    await world.get(MinutesTemplateService).change(await world.person('sysadmin'), after);

    expect(before.title).toBe('联席会议纪要');
    expect((await world.get(MinutesTemplateService).minutesOf(secretary, early)).wording).toEqual(before);
    expect((await world.get(MinutesTemplateService).minutesOf(secretary, late)).wording).toEqual(after);
  });

  it('is changed by system administrators only, who see no meeting for it', async () => {
    const [secretary, sysadmin] = [await world.person('secretary'), await world.person('sysadmin')];
    const wording = { title: '纪要', preamble: '', closing: '' };
    const service = world.get(MinutesTemplateService);
    await expect(service.change(secretary, wording)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(service.list(secretary)).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(service.minutesOf(sysadmin, await held())).rejects.toMatchObject({ code: 'permission-missing' });
  });

  /** A meeting that decided its only topic. */
  async function held(): Promise<string> {
    const filed = await world.file({ category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const secretary = await world.person('secretary');
    const { items } = await world.get(QueueService).list(secretary, { limit: 50 });
    const topic = items.find(({ caseId }) => caseId === filed.id)?.id ?? '';
    const draft = { title: '专题会', at: '2026-03-05T15:00:00+08:00', place: '三楼', topics: [{ id: topic }] };
    const { id } = await world.get(MeetingService).call(secretary, meetingSchema.parse(draft));
    const decision = decisionSchema.parse({ outcome: 'resolved', opinion: '照此办理。' });
    await world.get(DecisionService).decide(secretary, id, topic, decision);
    return id;
  }
});

describe('the address of minutes’ wording', () => {
  let server: ApiServer;

  beforeAll(async () => void (server = await startApiServer()));
  afterAll(async () => await server?.close());

  it('keeps every version, and makes one once for a key', async () => {
    const body = { title: '会议纪要', preamble: '{time}，{place}。', closing: '特此纪要。' };
    const headers = { 'idempotency-key': 'wording-1' };
    const change = () => server.call('POST', '/api/v1/minutes-templates', { as: 'sysadmin', body, headers });

    expect(await change()).toMatchObject({
      status: 200,
      body: [
        { version: 2, ...body },
        { version: 1, madeBy: null },
      ],
    });
    expect((await change()).body).toHaveLength(2);
    expect((await server.call('GET', '/api/v1/minutes-templates', { as: 'sysadmin' })).body).toHaveLength(2);
    expect(await server.call('GET', '/api/v1/minutes-templates', { as: 'secretary' })).toMatchObject({ status: 403 });
  });

  it('refuses what names no fact of a meeting', async () => {
    const body = { title: '纪要', preamble: '{chairman}主持', closing: '' };
    expect(await server.call('POST', '/api/v1/minutes-templates', { as: 'sysadmin', body })).toMatchObject({
      status: 400,
      body: {
        code: 'request-invalid',
        errors: [{ field: 'preamble', message: expect.stringContaining('{chairman}') }],
      },
    });
  });
});
