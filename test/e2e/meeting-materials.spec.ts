import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentService, type RegisteredCase } from '@lianban/casework';
import {
  countersigningSchema,
  DecisionService,
  decisionSchema,
  MaterialService,
  MeetingService,
  meetingSchema,
  PostponementService,
  QueueService,
  SessionService,
  type Material,
} from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const paper = (text: string): Buffer => Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%${text}\n%%EOF\n`);

/** One meeting from its call to its issued minutes; each test goes on where the one before ended. */
describe('the materials of a joint meeting', () => {
  let world: DefaultWorld;
  let folder: string;
  let meeting: string;
  let topic: string;
  let filed: RegisteredCase;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianban-materials-'));
    world = await openDefaultWorld(undefined, { LIANBAN_DATA: folder });
    filed = await world.file({ category: 'urban.road' });
    const photo = { name: '现场情况.pdf', content: paper('现场') };
    await world.get(AttachmentService).add(await world.person('clerk'), filed.id, photo);
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const secretary = await world.person('secretary');
    const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
    topic = items[0]?.id ?? '';
    const draft = { title: '专题会', at: '2026-03-05T15:00:00+08:00', place: '三楼', topics: [{ id: topic }] };
    const called = { ...draft, units: ['dept-urban', 'dept-traffic'] };
    meeting = (await world.get(MeetingService).call(secretary, meetingSchema.parse(called))).id;
  });

  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are the files of the case and those that were brought for the topic, for every invited unit', async () => {
    await add('secretary', '情况说明.pdf', '说明');
    await add('officer', '管网图.pdf', '管网');

    expect(await list('officer6')).toMatchObject([
      { name: '现场情况.pdf', source: 'case', addedBy: '陈晓燕', canRemove: false },
      { name: '情况说明.pdf', source: 'topic', addedBy: '郑海涛', canRemove: false },
      { name: '管网图.pdf', source: 'topic', addedBy: '周志强', canRemove: false },
    ]);
    for (const { id, name } of await list('officer6')) {
      const { stream } = await material().open(await world.person('officer6'), meeting, id);
      expect((await buffer(stream)).toString()).toContain(name.slice(0, 2) === '情况' ? '说明' : name.slice(0, 2));
    }
  });

  it('are for nobody who is not invited, and brought by nobody who only looks on', async () => {
    await expect(list('officer3')).rejects.toMatchObject({ code: 'meeting-unknown' });
    const [first] = await list('officer');
    await expect(material().open(await world.person('officer3'), meeting, first?.id ?? '')).rejects.toMatchObject({
      code: 'meeting-unknown',
    });
    await expect(material().open(await world.person('officer'), meeting, meeting)).rejects.toMatchObject({
      code: 'attachment-unknown',
    });
    await expect(add('leader', '批示.pdf', '批示')).rejects.toMatchObject({ code: 'not-your-unit' });
  });

  it('are kept once, told in the history, and taken away by who brought them', async () => {
    const before = await list('secretary');
    await Promise.all([1, 2].map(() => add('secretary', '情况说明（副本）.pdf', '说明')));
    expect(await list('secretary')).toEqual(before);
    await expect(add('secretary', '网页.pdf', '')).resolves.toHaveLength(4);
    const mine = (await list('officer')).find(({ canRemove }) => canRemove);
    await expect(material().remove(await world.person('secretary'), meeting, mine?.id ?? '')).rejects.toMatchObject({
      code: 'attachment-unknown',
    });
    await material().remove(await world.person('officer'), meeting, mine?.id ?? '');
    expect((await list('officer')).map(({ name }) => name)).not.toContain('管网图.pdf');
    await expect(
      material().add(
        await world.person('secretary'),
        { meetingId: meeting, topicId: topic },
        {
          name: '网页.html',
          content: Buffer.from('<script>alert(1)</script>'),
        },
      ),
    ).rejects.toMatchObject({ code: 'attachment-refused' });
  });

  it('are told once, however many bring the same file at once, and once when taken away twice at once', async () => {
    const lines = async (title: string): Promise<number> =>
      (await world.titles(filed)).filter((t) => t === title).length;
    const [added, removed] = [await lines('上传议题材料'), await lines('删除议题材料')];
    await Promise.all([1, 2, 3].map(() => add('officer', '同一份.pdf', '同一份')));
    expect(await lines('上传议题材料')).toBe(added + 1);
    const id = (await list('officer')).find(({ name }) => name === '同一份.pdf')?.id ?? '';
    const officer = await world.person('officer');
    await Promise.allSettled([1, 2].map(() => material().remove(officer, meeting, id)));
    expect(await lines('删除议题材料')).toBe(removed + 1);
  });

  it('do not come back by a repeated request, and a key is for one file', async () => {
    const officer = await world.person('officer');
    const at = { meetingId: meeting, topicId: topic };
    const [upload, request] = [
      { name: '一次.pdf', content: paper('一次') },
      { key: 'once', account: 'officer', hash: 'once' },
    ];
    const mine = (await material().add(officer, at, upload, request)).find(({ name }) => name === '一次.pdf');
    await material().remove(officer, meeting, mine?.id ?? '');

    const again = await material().add(officer, at, upload, request);
    expect(again.map(({ name }) => name)).not.toContain('一次.pdf');
    await expect(material().add(officer, at, upload, { ...request, hash: 'other' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('are 30 at most for a topic, with those that were taken away, however many come at once', async () => {
    await world.database.query({
      text: `INSERT INTO joint_meeting.material (id, topic_id, name, type, size, sha256, added_by, added_by_name, added_at, removed_at)
             SELECT gen_random_uuid(), $1, n::text, 'application/pdf', 1, n::text, $2, '周志强', $3, $3
             FROM generate_series(1, 29 - (SELECT count(*)::int FROM joint_meeting.material WHERE topic_id = $1)) n`,
      values: [topic, (await world.person('officer')).accountId, world.clock.now()],
    });
    const both = await Promise.allSettled([
      add('officer', '三十.pdf', '三十'),
      add('secretary', '又一份.pdf', '又一份'),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(add('officer', '再一份.pdf', '再一份')).rejects.toMatchObject({ code: 'attachment-refused' });
  });

  it('of a topic that was put off are those that it had then', async () => {
    const secretary = await world.person('secretary');
    const other = await world.file({ category: 'urban.road' });
    await attach(other, '先前.pdf');
    await world.finish('clerk', other, 'escalate');
    await world.finish('street', other, 'meeting');
    const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
    const id = items.find(({ caseId }) => caseId === other.id)?.id ?? '';
    const draft = { title: '再议的会', at: '2026-03-05T15:00:00+08:00', place: '三楼', topics: [{ id }] };
    const called = await world
      .get(MeetingService)
      .call(secretary, meetingSchema.parse({ ...draft, units: ['dept-urban'] }));
    const at = { meetingId: called.id, topicId: id };
    await world.get(PostponementService).postpone(secretary, at, { opinion: '补充材料。' });
    world.clock.advanceBy(60_000);
    await attach(other, '以后.pdf');

    const seen = await material().list(await world.person('officer'), called.id);
    expect(seen.map(({ name }) => name)).toEqual(['先前.pdf']);
    await expect(material().add(secretary, at, { name: '迟.pdf', content: paper('迟') })).rejects.toMatchObject({
      code: 'topic-not-open',
    });
  });

  it('stay as they are once the minutes are out', async () => {
    const secretary = await world.person('secretary');
    const decision = decisionSchema.parse({ outcome: 'resolved', opinion: '照此办理。' });
    await world.get(DecisionService).decide(secretary, meeting, topic, decision);
    await world.get(SessionService).circulate(secretary, meeting, countersigningSchema.parse({}));
    await world.advanceTo('2026-03-10T18:00:00+08:00');
    await world.get(SessionService).issue(secretary, meeting);

    await expect(add('secretary', '迟到.pdf', '迟到')).rejects.toMatchObject({ code: 'meeting-stage-wrong' });
    expect((await list('secretary')).filter(({ canRemove }) => canRemove)).toEqual([]);
  });

  it('are no door into what the case gets afterwards', async () => {
    const before = await list('officer6');
    const late = await attach(filed, '办理之后.pdf');

    expect(await list('officer6')).toEqual(before);
    await expect(material().open(await world.person('officer6'), meeting, late)).rejects.toMatchObject({
      code: 'attachment-unknown',
    });
  });

  /** Gives a case a file, without its content, and gives its id. */
  async function attach({ id }: { readonly id: string }, name: string): Promise<string> {
    const [row] = await world.database.query<{ id: string }>({
      text: `INSERT INTO casework.attachment (id, case_id, name, type, size, sha256, added_by_name, added_at)
             VALUES (gen_random_uuid(), $1, $2, 'application/pdf', 1, $2, '居民', $3) RETURNING id`,
      values: [id, name, world.clock.now()],
    });
    return row?.id ?? '';
  }

  const material = (): MaterialService => world.get(MaterialService);
  const list = async (username: string): Promise<Material[]> =>
    await material().list(await world.person(username), meeting);

  async function add(username: string, name: string, text: string): Promise<Material[]> {
    const at = { meetingId: meeting, topicId: topic };
    return await material().add(await world.person(username), at, { name, content: paper(text) });
  }
});
