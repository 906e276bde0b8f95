import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RegisteredCase } from '@lianban/casework';
import {
  countersigningSchema,
  DecisionService,
  decisionSchema,
  FollowUpBoard,
  MaterialService,
  MeetingService,
  meetingSchema,
  MinutesTemplateService,
  QueueService,
  SessionService,
  type MeetingView,
} from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

interface Brought {
  readonly filed: RegisteredCase;
  readonly topic: string;
}

describe('a complaint before the joint meeting', () => {
  let world: DefaultWorld;
  let matter: Brought;
  let complaint: Brought;

  beforeAll(async () => {
    world = await openDefaultWorld();
    matter = await brought({ title: '道路破损' });
    await world.database.query({
      text: `UPDATE joint_meeting.topic SET unit_ids = '{dept-urban}', visible_to = visible_to || '{dept-urban}' WHERE id = $1`,
      values: [matter.topic],
    });
    complaint = await brought({ title: '反映执法不公', about: 'dept-urban' });
  });

  afterAll(async () => await world?.close());

  it('is not called together with a matter of the unit complained of, in whatever order they are named', async () => {
    for (const topics of [
      [matter.topic, complaint.topic],
      [complaint.topic, matter.topic],
    ])
      await expect(call(topics)).rejects.toMatchObject({
        code: 'complaint-not-apart',
        message: expect.stringMatching(
          new RegExp(`${complaint.filed.code}.*城市管理局.*${matter.filed.code}.*call them apart`, 'u'),
        ),
      });
    expect((await queueOf('secretary')).map(({ scheduled }) => scheduled)).toEqual([false, false]);
  });

  it('called apart, each has its own units: the matter the unit, the complaint not', async () => {
    const [own, accusing] = [await call([matter.topic]), await call([complaint.topic])];
    expect(own.participants.map(({ unitId }) => unitId)).toEqual(['dept-urban']);
    expect(accusing.participants).toEqual([]);
    expect(await titlesFor('officer')).toEqual([own.title]);
    await expect(view('officer', accusing.id)).rejects.toMatchObject({ code: 'meeting-unknown' });
  });

  it('is not known to the unit, where both came onto one meeting, and all of it to everybody above', async () => {
    const [road, other] = [await brought({ title: '路灯不亮' }), await brought({ title: '反映推诿' })];
    const { id } = await call([road.topic, other.topic], ['dept-urban', 'dept-traffic']);
    await decide(id, other.topic);
    // As after units were merged: the meeting stood before.
    await complain(other, 'dept-urban');

    const seen = await view('officer', id);
    expect(seen.agenda.map(({ title }) => title)).toEqual(['路灯不亮']);
    expect(seen).toMatchObject({ decided: 0 });
    expect(await listed('officer', id)).toMatchObject({ topics: 1, decided: 0 });
    expect(await world.get(FollowUpBoard).of(await world.person('officer'), id)).toEqual([]);
    const { meeting } = await world.get(MinutesTemplateService).minutesOf(await world.person('officer'), id);
    expect(JSON.stringify(meeting)).not.toContain(other.filed.code);

    for (const username of ['secretary', 'secretary2', 'leader', 'supervisor', 'officer6']) {
      expect((await view(username, id)).agenda).toHaveLength(2);
      expect(await listed(username, id)).toMatchObject({ topics: 2, decided: 1 });
      expect(await world.get(FollowUpBoard).of(await world.person(username), id)).toHaveLength(1);
    }
  });

  it('keeps its files from the unit, by list and by address', async () => {
    const [road, other] = [await brought({ title: '井盖缺失' }), await brought({ title: '反映收费' })];
    const { id } = await call([road.topic, other.topic], ['dept-urban', 'dept-traffic']);
    const file = await attach(other);
    expect(await materials('officer', id)).toEqual([file]);
    await complain(other, 'dept-urban');

    expect(await materials('officer', id)).toEqual([]);
    await expect(world.get(MaterialService).open(await world.person('officer'), id, file)).rejects.toMatchObject({
      code: 'attachment-unknown',
    });
    for (const username of ['secretary', 'leader', 'officer6']) expect(await materials(username, id)).toEqual([file]);
  });

  it('leaves a unit no meeting and no line of the queue that is of nothing else', async () => {
    const only = await brought({ title: '反映停车收费' });
    const { id } = await call([only.topic], ['dept-urban']);
    expect(await view('officer', id)).toMatchObject({ id });
    const before = (await queueOf('officer')).length;
    await complain(only, 'dept-urban');

    await expect(view('officer', id)).rejects.toMatchObject({ code: 'meeting-unknown' });
    expect(await listed('officer', id)).toBeUndefined();
    await world.database.query({
      text: `UPDATE joint_meeting.topic SET visible_to = visible_to || '{dept-urban}' WHERE id = $1`,
      values: [only.topic],
    });
    expect(await queueOf('officer')).toHaveLength(before);
    expect((await queueOf('secretary')).map(({ id: each }) => each)).toContain(only.topic);
  });

  it('is put on no meeting by a secretary who steps aside from it, nor is its meeting moved by them', async () => {
    const [kept, later] = [await brought({ title: '反映秘书' }), await brought({ title: '反映秘书二' })];
    const { id } = await call([kept.topic]);
    for (const { filed } of [kept, later])
      await world.database.query({
        text: `INSERT INTO casework.recusal (case_id, account_id, account_name, kind, at) VALUES ($1, $2, '郑海涛', 'declared', $3)`,
        values: [filed.id, (await world.person('secretary')).accountId, world.clock.now()],
      });

    await expect(call([later.topic])).rejects.toMatchObject({ code: 'topics-not-queued' });
    const session = world.get(SessionService);
    const acts = (username: string) => [
      async () => await session.invite(await world.person(username), id, { unit: 'dept-police' }),
      async () => await session.attend(await world.person(username), id, { present: ['dept-police'] }),
      async () => await session.circulate(await world.person(username), id, countersigningSchema.parse({})),
      async () => await session.issue(await world.person(username), id),
    ];
    const [, , , late] = acts('secretary');
    for (const act of acts('secretary').slice(0, 3))
      await expect(act()).rejects.toMatchObject({ code: 'organiser-steps-aside', kind: 'forbidden' });

    const [invite, attend, circulate, issue] = acts('secretary2');
    await invite?.();
    await attend?.();
    await decide(id, kept.topic, 'secretary2');
    await circulate?.();
    await world.advanceTo(new Date(world.clock.now().getTime() + 20 * 86_400_000).toISOString());
    await expect(late?.()).rejects.toMatchObject({ code: 'organiser-steps-aside' });
    expect(await issue?.()).toMatchObject({ stage: 'issued', decided: 1 });
  });

  /** A case that the street put on the queue. */
  async function brought(more: object): Promise<Brought> {
    const filed = await world.file({ category: 'urban.road', ...more });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const topic = (await queueOf('secretary')).find(({ caseId }) => caseId === filed.id)?.id ?? 'missing';
    return { filed, topic };
  }

  async function complain({ filed }: Brought, unit: string): Promise<void> {
    await world.database.query({
      text: 'UPDATE casework.case_file SET about_unit_id = $2, about_unit_name = $2 WHERE id = $1',
      values: [filed.id, unit],
    });
  }

  /** Gives the case a file, without its content, and gives its id. */
  async function attach({ filed }: Brought): Promise<string> {
    const [row] = await world.database.query<{ id: string }>({
      text: `INSERT INTO casework.attachment (id, case_id, name, type, size, sha256, added_by_name, added_at)
             VALUES (gen_random_uuid(), $1, '证据.pdf', 'application/pdf', 1, 'none', '居民', $2) RETURNING id`,
      values: [filed.id, world.clock.now()],
    });
    return row?.id ?? '';
  }

  async function call(topics: readonly string[], units: readonly string[] = []): Promise<MeetingView> {
    const at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const draft = { title: `专题会 ${topics.length}`, at, place: '三楼', topics: topics.map((id) => ({ id })), units };
    return await world.get(MeetingService).call(await world.person('secretary'), meetingSchema.parse(draft));
  }

  async function decide(id: string, topic: string, username = 'secretary'): Promise<void> {
    const decision = decisionSchema.parse({ outcome: 'resolved', opinion: '会议研究决定。' });
    await world.get(DecisionService).decide(await world.person(username), id, topic, decision);
  }

  const view = async (username: string, id: string): Promise<MeetingView> =>
    await world.get(MeetingService).get(await world.person(username), id);
  const meetingsOf = async (username: string) =>
    (await world.get(MeetingService).list(await world.person(username), { limit: 90 })).items;
  const titlesFor = async (username: string) => (await meetingsOf(username)).map(({ title }) => title);
  const listed = async (username: string, id: string) => (await meetingsOf(username)).find((each) => each.id === id);
  const materials = async (username: string, id: string): Promise<string[]> =>
    (await world.get(MaterialService).list(await world.person(username), id)).map((each) => each.id);
  const queueOf = async (username: string) =>
    (await world.get(QueueService).list(await world.person(username), { limit: 90 })).items;
});
