import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MergeService, WithdrawalService, type IdempotentRequest, type RegisteredCase } from '@lianban/casework';
import {
  attendanceSchema,
  countersigningSchema,
  DecisionService,
  decisionSchema,
  MeetingService,
  meetingSchema,
  PostponementService,
  QueueService,
  SessionService,
  type MeetingView,
} from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const rounds = 6;

describe('a joint meeting, when things do not go as planned', () => {
  let world: DefaultWorld;
  let number = 0;

  beforeAll(async () => void (world = await openDefaultWorld()));
  afterAll(async () => await world?.close());

  it('loses a topic whose case is merged, says why, and ends with what is left', async () => {
    const [main, merged] = [await brought(), await brought()];
    const meeting = await call([merged.topic, main.topic]);
    await world.claim('secretary', merged.filed);
    const secretary = await world.person('secretary');
    await world
      .get(MergeService)
      .merge(secretary, merged.filed.id, { into: main.filed.code, opinion: '同一路段，一并议定。' });

    const { agenda } = await view(meeting);
    expect(agenda).toMatchObject([
      { state: 'withdrawn', leftBecause: `议题撤出：诉求已并入 ${main.filed.code} 办理`, decision: null },
      { state: 'scheduled', leftBecause: null },
    ]);
    await expect(decide(meeting, merged.topic, 'resolved')).rejects.toMatchObject({ code: 'topic-not-open' });
    await decide(meeting, main.topic, 'resolved');
    expect(await circulate(meeting)).toMatchObject({ stage: 'signing' });
  });

  it('goes on saying so when the merged case is handled by itself again', async () => {
    const [main, merged] = [await brought(), await brought()];
    const meeting = await call([merged.topic, main.topic]);
    await world.claim('secretary', merged.filed);
    const secretary = await world.person('secretary');
    await world.get(MergeService).merge(secretary, merged.filed.id, { into: main.filed.code, opinion: '同一路段。' });
    await world.get(MergeService).separate(await world.person('clerk'), merged.filed.id, { opinion: '不是同一处。' });

    expect((await view(meeting)).agenda[0]).toMatchObject({
      state: 'withdrawn',
      leftBecause: `议题撤出：诉求已并入 ${main.filed.code} 办理`,
      caseState: 'open',
    });
  });

  it('loses a topic whose case the resident takes back; a meeting on nothing else ends too', async () => {
    const only = await brought();
    const meeting = await call([only.topic]);
    await world.get(WithdrawalService).withdraw(await world.person('clerk'), only.filed.id, { opinion: '已自行解决' });

    expect((await view(meeting)).agenda).toMatchObject([
      { state: 'withdrawn', leftBecause: '议题撤出：诉求已撤回或终止' },
    ]);
    expect(await waiting()).not.toContain(only.topic);
    await circulate(meeting);
    await world.advanceTo(later(8));
    const issued = await world.get(SessionService).issue(await world.person('secretary'), meeting.id);
    expect(issued).toMatchObject({ stage: 'issued' });
  });

  it('puts a topic off without a quorum; the next meeting takes it, and may put it to the district', async () => {
    const { topic, filed } = await brought();
    const first = await call([topic], ['dept-urban']);
    const secretary = await world.person('secretary');
    await world.get(SessionService).attend(secretary, first.id, attendanceSchema.parse({ present: [] }));
    await expect(decide(first, topic, 'resolved')).rejects.toMatchObject({ code: 'no-quorum' });
    const request = { key: 'put-off', account: 'secretary', hash: 'put-off' };
    const after = await postpone(first, topic, request);
    expect(await postpone(first, topic, request)).toEqual(after);

    expect(after.agenda).toMatchObject([{ state: 'postponed', leftBecause: '再议：材料不全，补充后再议。（郑海涛）' }]);
    expect(await list(first.id)).toMatchObject({ topics: 1, decided: 0 });
    expect(await world.titles(filed)).toContain('联席会再议');
    const [queued] = (await world.get(QueueService).list(secretary, { limit: 90 })).items.filter(
      ({ id }) => id === topic,
    );
    expect(queued).toMatchObject({ postponed: 1, scheduled: false });

    const second = await call([topic]);
    await decide(second, topic, 'submit');
    expect(await world.view(filed)).toMatchObject({ level: 'district', tasks: [{ name: '区级兜底办理' }] });
    expect((await view(first)).agenda).toMatchObject([{ state: 'postponed', decision: null }]);
    expect((await view(second)).agenda).toMatchObject([{ state: 'decided', decision: { outcome: 'submit' } }]);
    await expect(postpone(second, topic)).rejects.toMatchObject({ code: 'topic-not-open' });
    await expect(postpone(first, topic)).rejects.toMatchObject({ code: 'topic-not-open' });
  });

  it('decides once for a key, whatever else is asked with it', async () => {
    const { topic, filed } = await brought();
    const meeting = await call([topic]);
    const request = { key: 'decide', account: 'secretary', hash: 'decide' };
    const after = await decide(meeting, topic, 'resolved', 'secretary', request);
    expect(await decide(meeting, topic, 'resolved', 'secretary', request)).toEqual(after);
    const told = await world.titles(filed);
    await decide(meeting, topic, 'resolved', 'secretary', request);
    expect(await world.titles(filed)).toEqual(told);
    await expect(decide(meeting, topic, 'submit', 'secretary', { ...request, hash: 'other' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    await expect(decide(meeting, topic, 'submit')).rejects.toMatchObject({ code: 'topic-not-open' });
  });

  it('does not stop the clock of what it puts off', async () => {
    const { topic, filed } = await brought();
    const due = (await world.view(filed)).tasks[0]?.dueAt;
    const meeting = await call([topic]);
    await postpone(meeting, topic);
    expect((await world.view(filed)).tasks[0]?.dueAt).toBe(due);
    await world.advanceTo(later(31));

    expect(await world.view(filed)).toMatchObject({ level: 'district' });
    expect(await waiting()).not.toContain(topic);
    expect((await view(meeting)).agenda).toMatchObject([{ state: 'postponed' }]);
  });

  it('shows when the time to sign is over', async () => {
    const { topic } = await brought();
    const meeting = await call([topic], ['dept-urban', 'dept-police']);
    await decide(meeting, topic, 'resolved');
    expect(await circulate(meeting)).toMatchObject({ stage: 'signing', signingOver: false });
    await world.advanceTo(later(8));

    const over = await view(meeting);
    expect(over).toMatchObject({ stage: 'signing', signingOver: true });
    expect(over.participants.map(({ stance, canSign }) => [stance, canSign])).toEqual([
      ['silent', false],
      ['silent', false],
    ]);
    expect(await list(meeting.id)).toMatchObject({ stage: 'signing', signBy: over.signBy });
  });

  describe('and two secretaries act at once', () => {
    it('puts topics on one meeting only, in whatever order they are named', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const [one, two] = [(await brought()).topic, (await brought()).topic];
        const both = await Promise.allSettled([call([one, two]), call([two, one], [], 'secretary2')]);
        expect(refusals(both)).toMatchObject([{ code: 'topics-not-queued' }]);
      }
    });

    it('keeps the words of the one whose decision took effect', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { topic, filed } = await brought();
        const meeting = await call([topic]);
        const both = await Promise.allSettled([
          decide(meeting, topic, 'resolved'),
          decide(meeting, topic, 'submit', 'secretary2'),
        ]);
        expect(refusals(both)).toMatchObject([{ kind: 'conflict' }]);
        const [decided] = (await view(meeting)).agenda;
        const { level } = await world.view(filed);
        expect(decided?.decision?.outcome === 'submit').toBe(level === 'district');
      }
    });

    it('either decides a topic or puts it off', async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { topic, filed } = await brought();
        const meeting = await call([topic]);
        const both = await Promise.allSettled([decide(meeting, topic, 'submit'), postpone(meeting, topic)]);
        expect(refusals(both)).toMatchObject([{ kind: 'conflict' }]);
        const [item] = (await view(meeting)).agenda;
        expect(item?.state === 'decided').toBe((await world.view(filed)).level === 'district');
      }
    });

    it('issues minutes once', async () => {
      const meeting = await call([(await brought()).topic]);
      await decide(meeting, meeting.agenda[0]?.id ?? '', 'resolved');
      await circulate(meeting);
      await world.advanceTo(later(8));
      const secretary = await world.person('secretary');
      const both = await Promise.allSettled(
        [1, 2].map(async () => await world.get(SessionService).issue(secretary, meeting.id)),
      );
      expect(refusals(both)).toMatchObject([{ code: 'meeting-stage-wrong' }]);
    });
  });

  /** A case that the street put on the queue. */
  async function brought(): Promise<{ filed: RegisteredCase; topic: string }> {
    number += 1;
    const filed = await world.file({ title: `第 ${number} 件`, category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const { items } = await world.get(QueueService).list(await world.person('secretary'), { limit: 90 });
    return { filed, topic: items.find(({ caseId }) => caseId === filed.id)?.id ?? 'missing' };
  }

  async function call(
    topics: readonly string[],
    units: readonly string[] = [],
    username = 'secretary',
  ): Promise<MeetingView> {
    const draft = { title: '专题会', at: later(1), place: '三楼会议室', topics: topics.map((id) => ({ id })), units };
    return await world.get(MeetingService).call(await world.person(username), meetingSchema.parse(draft));
  }

  const view = async ({ id }: MeetingView): Promise<MeetingView> =>
    await world.get(MeetingService).get(await world.person('secretary'), id);
  const waiting = async (): Promise<string[]> => {
    const { items } = await world.get(QueueService).list(await world.person('secretary'), { limit: 90 });
    return items.map(({ id }) => id);
  };
  const later = (days: number): string => new Date(world.clock.now().getTime() + days * 86_400_000).toISOString();
  const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] =>
    outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));

  async function list(id: string) {
    const { items } = await world.get(MeetingService).list(await world.person('secretary'), { limit: 90 });
    return items.find((each) => each.id === id);
  }

  async function decide(
    { id }: MeetingView,
    topic: string,
    outcome: string,
    username = 'secretary',
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    const decision = decisionSchema.parse({ outcome, opinion: '会议研究决定。' });
    return await world.get(DecisionService).decide(await world.person(username), id, topic, decision, request);
  }

  async function postpone({ id: meetingId }: MeetingView, topicId: string, request?: object): Promise<MeetingView> {
    const secretary = await world.person('secretary');
    const said = { opinion: '材料不全，补充后再议。' };
    return await world
      .get(PostponementService)
      .postpone(secretary, { meetingId, topicId }, said, request as { key: string; account: string; hash: string });
  }

  async function circulate({ id }: MeetingView): Promise<MeetingView> {
    return await world
      .get(SessionService)
      .circulate(await world.person('secretary'), id, countersigningSchema.parse({}));
  }
});
