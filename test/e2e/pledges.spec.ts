import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitChangeService, unitChangeSchema, type IdempotentRequest } from '@lianban/casework';
import { AuditTrail } from '@lianban/identity';
import {
  discussionSchema,
  pledgeChangeSchema,
  PledgeFileService,
  PledgeQueryService,
  pledgeSchema,
  PledgeService,
  PublicPledgeService,
  ReviewQueryService,
  reviewSchema,
  ReviewService,
  votesSchema,
  type PledgeView,
  type ReviewView,
} from '@lianban/outreach';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const station = 'station-1-1';
const day = '2026-03-02';

/** The pledges of a station for a year up to their review; each test goes on where the one before ended. */
describe('what a station pledges', () => {
  let world: DefaultWorld;
  let pledge: PledgeView;
  let review: ReviewView;

  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianban-pledges-'));
    world = await openDefaultWorld(undefined, { LIANBAN_DATA: folder });
  });

  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is drafted by who keeps it for a unit of theirs, to be kept by a day to come', async () => {
    await expect(draft('clerk')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(draft('street2')).rejects.toMatchObject({ code: 'outside-scope' });
    await expect(draft('station-head', { dueOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'pledge-refused',
      fields: [{ field: 'dueOn', message: '兑现期限不能早于今天' }],
    });
    await expect(draft('station-head', { category: 'none' })).rejects.toMatchObject({
      code: 'pledge-refused',
      fields: [{ field: 'category' }],
    });
    const request = { key: 'draft', account: 'station-head', hash: 'draft' };
    const first = await draft('station-head', {}, request);
    pledge = await view('station-head', (await draft('station-head', {}, request)).id);

    expect(pledge.id).toBe(first.id);
    expect(pledge).toMatchObject({
      year: 2026,
      state: 'pledged',
      draftedBy: '赵建国',
      acts: ['change', 'discuss', 'drop'],
    });
    expect(pledge.category).toEqual({ code: 'urban.road', name: expect.any(String) });
  });

  it('is seen by those above it and in it, and unknown elsewhere and to residents while it is no more than a draft', async () => {
    for (const username of ['clerk', 'street', 'supervisor']) expect(await titles(username)).toEqual([pledge.title]);
    for (const username of ['street2', 'station-head2', 'officer']) expect(await titles(username)).toEqual([]);
    await expect(view('street2')).rejects.toMatchObject({ code: 'pledge-unknown' });
    await expect(pledges().publish(await world.person('street2'), pledge.id)).rejects.toMatchObject({
      code: 'pledge-unknown',
    });
    expect(await view('clerk')).toMatchObject({ acts: [] });
    expect(await view('street')).toMatchObject({ acts: ['change', 'discuss', 'drop'] });
    expect((await publicly()).items).toEqual([]);
  });

  it('is changed by one of two who edit the same version', async () => {
    const both = await Promise.allSettled([
      change('station-head', { title: '十五日内修复破损路面' }),
      change('street', { title: '一月内修复破损路面' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'pledge-changed' });
    pledge = await view();
    expect(pledge.version).toBe(1);
    expect(pledge.history.at(-1)).toMatchObject({
      kind: 'pledge-changed',
      detail: { before: { title: '修复破损路面' }, after: { title: pledge.title } },
    });
  });

  it('is discussed: sent back, then agreed with another text', async () => {
    await expect(discuss({ day: '2026-03-03' })).rejects.toMatchObject({ code: 'pledge-refused' });
    await expect(pledges().publish(await world.person('station-head'), pledge.id)).rejects.toMatchObject({
      code: 'pledge-stage-wrong',
    });
    await discuss({ agreed: false, said: '期限不明确。' });
    expect(await view()).toMatchObject({ state: 'pledged' });
    await discuss({ text: '全部路面六月底前修复。' });
    pledge = await view();

    expect(pledge).toMatchObject({
      state: 'discussed',
      text: '全部路面六月底前修复。',
      acts: ['discuss', 'drop', 'publish'],
    });
    expect(pledge.history.map(({ kind }) => kind)).toEqual([
      'pledge-drafted',
      'pledge-changed',
      'pledge-sent-back',
      'pledge-discussed',
    ]);
    expect(pledge.history.at(-1)).toMatchObject({
      by: '赵建国',
      opinion: '同意。',
      detail: { people: '居民代表五人' },
    });
  });

  it('is dropped with a reason while it is not public, and then stays as it is', async () => {
    const { id } = await draft('station-head', { title: '重复的承诺' });
    const drop = async () => await pledges().drop(await world.person('station-head'), id, { reason: '重复登记' });
    await drop();

    expect(await view('clerk', id)).toMatchObject({ dropped: true, acts: [], history: [{}, { opinion: '重复登记' }] });
    await expect(drop()).rejects.toMatchObject({ code: 'pledge-stage-wrong' });
    const drafts = { state: 'pledged', limit: 9 } as const;
    expect((await world.get(PledgeQueryService).list(await world.person('street'), drafts)).items).toEqual([]);
  });

  it('is public once, and then read by residents with what is done for it', async () => {
    const publish = async () => await pledges().publish(await world.person('station-head'), pledge.id);
    const twice = await Promise.allSettled([publish(), publish()]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await pledges().progress(await world.person('station-head'), pledge.id, {
      day,
      text: '已完成摸排',
      evidence: '摸排台账第 3 页',
    });

    expect(await world.get(PublicPledgeService).units('向阳')).toEqual([{ id: station, name: pledge.unit }]);
    expect(await world.get(PublicPledgeService).units('没有')).toEqual([]);
    expect(await publicly()).toMatchObject({
      year: 2026,
      years: [2026],
      review: null,
      items: [
        { title: pledge.title, late: false, progress: [{ day, text: '已完成摸排', evidence: '摸排台账第 3 页' }] },
      ],
    });
    expect(JSON.stringify(await publicly())).not.toMatch(/赵建国|居民代表五人/u);
  });

  it('has photos and papers as proof, the same one once, which residents read too until they are taken away', async () => {
    const files = world.get(PledgeFileService);
    const head = await world.person('station-head');
    await expect(attach('clerk', '现场.pdf')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(attach('street2', '现场.pdf')).rejects.toMatchObject({ code: 'pledge-unknown' });
    await Promise.all([attach('station-head', '现场.pdf'), attach('station-head', '现场.pdf')]);
    pledge = await view();
    const [file] = pledge.files;

    expect(pledge.files).toMatchObject([{ name: '现场.pdf', type: 'application/pdf' }]);
    expect((await publicly()).items).toMatchObject([{ files: [{ id: file?.id, name: '现场.pdf' }] }]);
    expect(await files.openPublic(pledge.id, file?.id ?? '')).toMatchObject({ name: '现场.pdf', shown: false });
    await expect(files.open(await world.person('street2'), pledge.id, file?.id ?? '')).rejects.toMatchObject({
      code: 'pledge-unknown',
    });
    await files.remove(head, pledge.id, file?.id ?? '');
    await expect(files.openPublic(pledge.id, file?.id ?? '')).rejects.toMatchObject({ code: 'attachment-unknown' });
    expect((await view()).history.slice(-2).map(({ kind }) => kind)).toEqual([
      'pledge-file-added',
      'pledge-file-removed',
    ]);
  });

  it('is changed with a reason only, told as late after its day, and finished with what was done', async () => {
    pledge = await view();
    await expect(change('station-head', { measure: '路面平整' })).rejects.toMatchObject({
      code: 'pledge-refused',
      fields: [{ field: 'reason' }],
    });
    await change('station-head', { measure: '路面平整', reason: '居民建议' });
    await world.advanceTo('2026-07-02T09:00:00+08:00');
    expect(await view()).toMatchObject({ late: true, measure: '路面平整' });
    await pledges().finish(await world.person('station-head'), pledge.id, { day: '2026-07-01', result: '全部修复' });
    pledge = await view();

    expect(pledge).toMatchObject({ late: false, finishedOn: '2026-07-01', acts: ['attach'] });
    expect(pledge.history.at(-2)).toMatchObject({ kind: 'pledge-changed', opinion: '居民建议' });
    await expect(change('station-head', { reason: '再改' })).rejects.toMatchObject({ code: 'pledge-stage-wrong' });
    await expect(world.database.query({ text: 'UPDATE outreach.pledge_trail SET opinion = NULL' })).rejects.toThrow(
      /append-only/u,
    );
    expect(await world.get(AuditTrail).verify()).toMatchObject({ intact: true });
  });

  it('is not reviewed in time when the day that administrators set is over', async () => {
    await world.advanceTo('2027-01-31T12:00:00+08:00');
    expect(await result('street')).toMatchObject({ pledges: 1, finished: 1, reviewBy: '2027-01-31', missing: false });
    await world.advanceTo('2027-02-01T09:00:00+08:00');
    expect(await result('supervisor')).toMatchObject({ missing: true, shareKept: null, meanScore: null });
    const limit = `UPDATE casework.act_limit SET most = 45 WHERE code = 'pledge-review-days'`;
    await world.database.query({ text: limit });
    expect(await result('street')).toMatchObject({ reviewBy: '2027-02-14', missing: false });
    expect(await result('street2')).toBeUndefined();
  });

  it('is reviewed at one meeting of the year, whoever takes it down first', async () => {
    await expect(open('station-head', { names: ['钱一'] })).rejects.toMatchObject({
      code: 'pledge-review-refused',
      fields: [{ field: 'names', message: '列出了 1 人，与代表人数 5 不符' }],
    });
    await expect(open('station-head', { year: 2027 })).rejects.toMatchObject({ code: 'nothing-to-review' });
    await expect(open('street2')).rejects.toMatchObject({ code: 'outside-scope' });
    const twice = await Promise.allSettled([open('station-head'), open('street')]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(twice.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'pledge-review-exists' });
    const id = (await result('street'))?.reviewId ?? '';
    const meeting = { day, place: '居委会', delegates: 3, names: ['王小明', '李梅', '赵强'] };
    await reviews().correct(await world.person('station-head'), id, { ...meeting, day: '2027-01-30' });

    review = await reviewed('station-head', id);
    expect(review).toMatchObject({ delegates: 3, names: meeting.names, canKeep: true, lines: [{ voted: false }] });
    expect(await reviewed('clerk', id)).toMatchObject({ names: ['王**', '李**', '赵**'], canKeep: false });
    await expect(reviewed('street2', id)).rejects.toMatchObject({ code: 'pledge-review-unknown' });
  });

  it('is closed when votes fit and none is missing, once, and its outcome stays', async () => {
    await expect(close()).rejects.toMatchObject({ code: 'pledge-votes-missing', details: { missing: [pledge.title] } });
    await expect(vote({ kept: 4 })).rejects.toMatchObject({ code: 'pledge-review-refused' });
    await expect(vote({ pledge: review.id })).rejects.toMatchObject({ fields: [{ field: 'lines.0.pledge' }] });
    await vote({ kept: 0 });
    await vote({});
    const request = { key: 'close', account: 'station-head', hash: 'close' };
    await close(request);
    await close(request);
    await expect(close()).rejects.toMatchObject({ code: 'pledge-review-closed' });
    await expect(vote({})).rejects.toMatchObject({ code: 'pledge-review-closed' });

    expect(await view()).toMatchObject({ state: 'reviewed', outcome: 'kept', meanScore: 4.67 });
    expect(await result('street')).toMatchObject({ kept: 1, shareKept: 1, meanScore: 4.67, missing: false });
    expect(await publicly()).toMatchObject({
      review: { delegates: 3, shareKept: 1, meanScore: 4.67, remark: '总体满意' },
      items: [{ outcome: 'kept' }],
    });
    expect(JSON.stringify(await publicly())).not.toContain('王小明');
    expect((await reviewed('clerk', review.id)).history.map(({ kind }) => kind)).toEqual([
      'review-held',
      'review-changed',
      'review-voted',
      'review-voted',
      'review-closed',
    ]);
  });

  it('becomes public before its year is closed, or not at all, when both are done at once', async () => {
    const street = await world.person('street');
    const [first, second] = [await discussed(), await discussed()];
    await pledges().publish(street, first);
    const { id } = await open('street', { unit: 'station-1-2', year: 2027 });
    await ballot(id, first, { kept: 3 });

    const both = await Promise.allSettled([
      reviews().close(street, id, { remark: '' }),
      pledges().publish(street, second),
    ]);

    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/^pledge-(?:votes-missing|year-closed)$/u) }),
    ]);
  });

  it('is changed into a year before that one is closed, or not at all, when both are done at once', async () => {
    const street = await world.person('street');
    const own = await published('station-1-3', '2027-11-30');
    const later = await published('station-1-3', '2028-11-30');
    const { id } = await open('street', { unit: 'station-1-3', year: 2027 });
    await ballot(id, own, { kept: 3 });
    const { version, title, text, measure } = await view('street', later);
    const sooner = { version, title, text, measure, dueOn: '2027-12-30', reason: '提前兑现' };
    const both = await world.database.transaction(async (tx) => {
      await tx.query({ text: 'LOCK TABLE outreach.pledge_trail IN SHARE MODE' });
      const changed = pledges().change(street, later, pledgeChangeSchema.parse(sooner));
      await untilWaiting(1);
      const closed = reviews().close(street, id, { remark: '' });
      await untilWaiting(2);
      return { settled: Promise.allSettled([changed, closed]) };
    });
    // Both had to wait for the trail or the year; what was first held the year.
    expect(await both.settled).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'pledge-votes-missing' } },
    ]);
    await ballot(id, later, { kept: 3 });
    await reviews().close(street, id, { remark: '' });
  });

  it('is reviewed by the successor of its unit, whose closed review opens again for it alone', async () => {
    const street = await world.person('street');
    const fixed = (await reviewed('street', (await heir())?.reviewId ?? '')).lines[0]?.pledgeId ?? '';
    const led = await published('station-1-4', '2027-11-30');
    const left = await open('street', { unit: 'station-1-4', year: 2027 });
    await ballot(left.id, led, { kept: 3 });
    const merged = { kind: 'merged', day: '2027-02-01', successor: 'station-1-3', reason: '社区合并' };
    await world
      .get(UnitChangeService)
      .set(await world.person('sysadmin'), 'station-1-4', unitChangeSchema.parse(merged));
    await world.get(UnitChangeService).followUp();

    expect(await reviewed('street', left.id)).toMatchObject({
      closedAt: expect.any(String),
      closedBy: null,
      lines: [],
    });
    const id = (await heir())?.reviewId ?? '';
    const again = await reviewed('street', id);
    expect(again).toMatchObject({ closedAt: null, lines: [{ pledgeId: led, voted: false }] });
    expect(again.history.at(-1)).toMatchObject({ kind: 'review-reopened', by: null });
    await expect(discussed('station-1-3', '2027-10-31')).rejects.toMatchObject({ code: 'pledge-year-closed' });
    await expect(ballot(id, fixed, { kept: 0 })).rejects.toMatchObject({ code: 'pledge-review-refused' });
    await ballot(id, led, { kept: 0, notKept: 3 });
    await reviews().close(street, id, { remark: '' });
    expect(await view('street', led)).toMatchObject({ unitId: 'station-1-3', state: 'reviewed', outcome: 'not-kept' });
    expect(await heir()).toMatchObject({ pledges: 3, kept: 2, notKept: 1, closedAt: expect.any(String) });
  });

  it('takes no further pledge into a year that was reviewed, and leads open ones on with a unit that ends', async () => {
    const { id } = await draft('station-head', { dueOn: '2027-12-01' });
    pledge = await view('station-head', id);
    await world.database.query({
      text: `UPDATE outreach.pledge_review SET year = 2027 WHERE id = $1`,
      values: [review.id],
    });
    await discuss({ day: '2027-01-30' });
    await expect(pledges().publish(await world.person('station-head'), id)).rejects.toMatchObject({
      code: 'pledge-year-closed',
    });
    const merged = unitChangeSchema.parse({
      ...{ kind: 'merged', day: '2027-02-01', successor: 'station-1-2', reason: '社区合并' },
    });
    await world.get(UnitChangeService).set(await world.person('sysadmin'), station, merged);
    await world.get(UnitChangeService).followUp();

    const moved = await view('street', id);
    expect(moved).toMatchObject({ unitId: 'station-1-2', state: 'discussed' });
    expect(moved.history.at(-1)).toMatchObject({ kind: 'pledge-led-on', by: null, detail: { unit: moved.unit } });
    const { items } = await world
      .get(PledgeQueryService)
      .list(await world.person('street'), { unit: station, limit: 9 });
    // What was settled stays with the unit that did it.
    expect(items.map(({ title }) => title)).toEqual(['重复的承诺', expect.stringContaining('修复破损路面')]);
  });

  const pledges = () => world.get(PledgeService);
  const reviews = () => world.get(ReviewService);
  const publicly = async () => await world.get(PublicPledgeService).of({ unit: station, limit: 20 });
  const view = async (username = 'station-head', id = pledge.id): Promise<PledgeView> =>
    await world.get(PledgeQueryService).get(await world.person(username), id);
  const reviewed = async (username: string, id: string): Promise<ReviewView> =>
    await world.get(ReviewQueryService).get(await world.person(username), id);

  async function titles(username: string): Promise<string[]> {
    const { items } = await world.get(PledgeQueryService).list(await world.person(username), { limit: 9 });
    return items.map(({ title }) => title);
  }

  async function result(username: string) {
    const query = { year: 2026, limit: 9 };
    return (await world.get(ReviewQueryService).list(await world.person(username), query)).items[0];
  }

  async function draft(username: string, more: object = {}, request?: IdempotentRequest): Promise<{ id: string }> {
    const said = pledgeSchema.parse({
      ...{ unit: station, title: '修复破损路面', text: '年内修复', category: 'urban.road' },
      ...{ measure: '无破损', dueOn: '2026-06-30', ...more },
    });
    return await pledges().draft(await world.person(username), said, request);
  }

  /** A pledge of another station, ready to be public; for the year after unless told. */
  async function discussed(unit = 'station-1-2', dueOn = '2027-11-30'): Promise<string> {
    const { id } = await draft('street', { unit, dueOn });
    const said = discussionSchema.parse({ day, people: '居民代表五人', said: '同意。', agreed: true });
    await pledges().discuss(await world.person('street'), id, said);
    return id;
  }

  async function published(unit: string, dueOn: string): Promise<string> {
    const id = await discussed(unit, dueOn);
    await pledges().publish(await world.person('street'), id);
    return id;
  }

  async function ballot(id: string, on: string, counts: object): Promise<void> {
    const line = { pledge: on, kept: 0, partly: 0, notKept: 0, grades: [0, 0, 0, 0, 3], ...counts };
    await reviews().vote(await world.person('street'), id, votesSchema.parse({ lines: [line] }));
  }

  /** What the station that others are merged into came to. */
  async function heir() {
    const query = { year: 2027, unit: 'station-1-3', limit: 1 };
    return (await world.get(ReviewQueryService).list(await world.person('street'), query)).items[0];
  }

  /** Until so many statements wait for a lock. */
  async function untilWaiting(statements: number): Promise<void> {
    const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (;;) if ((await world.database.query({ text })).length >= statements) return;
  }

  async function change(username: string, more: object): Promise<void> {
    const { version, title, text, measure, dueOn } = pledge;
    const said = pledgeChangeSchema.parse({ version, title, text, measure, dueOn, ...more });
    await pledges().change(await world.person(username), pledge.id, said);
  }

  async function attach(username: string, name: string): Promise<void> {
    const content = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
    await world.get(PledgeFileService).add(await world.person(username), pledge.id, { name, content });
  }

  async function discuss(more: object): Promise<void> {
    const said = discussionSchema.parse({ day, people: '居民代表五人', said: '同意。', agreed: true, ...more });
    await pledges().discuss(await world.person('station-head'), pledge.id, said);
  }

  async function open(username: string, more: object = {}): Promise<{ id: string }> {
    const meeting = { unit: station, year: 2026, day: '2027-01-30', place: '居委会', delegates: 5 };
    return await reviews().open(await world.person(username), reviewSchema.parse({ ...meeting, ...more }));
  }

  async function vote(more: object): Promise<void> {
    const line = { pledge: pledge.id, kept: 2, partly: 1, notKept: 0, grades: [0, 0, 0, 1, 2], ...more };
    await reviews().vote(await world.person('station-head'), review.id, votesSchema.parse({ lines: [line] }));
  }

  async function close(request?: IdempotentRequest): Promise<void> {
    await reviews().close(await world.person('station-head'), review.id, { remark: '总体满意' }, request);
  }
});
