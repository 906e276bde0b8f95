import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Campaigns,
  CaseListService,
  IntakeService,
  MarkedCases,
  RatingService,
  ReferenceLists,
  residentDraftSchema,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const march = { from: '2026-03-02', to: '2026-03-31', kind: 'receive', units: ['street-1'], remark: '每周三上午' };

/** Campaigns from their making to their counts. */
describe('a campaign', () => {
  let world: DefaultWorld;
  let spring: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld('2026-03-02T09:00:00+08:00');
    await keep('spring', '春季大接访', march);
    await keep('past', '冬季大下访', { ...march, kind: 'go-down', from: '2026-01-05', to: '2026-02-27' });
    await keep('coming', '四月电视问政', { ...march, kind: 'tv', from: '2026-04-01', to: '2026-04-30' });
    await keep('stopped', '停办的行动', march, false);
    spring = await world.file({ campaign: 'spring', title: '接访日反映路灯不亮' });
    await world.file({ title: '路灯不亮' });
  });

  afterAll(async () => await world?.close());

  it('is offered while it runs, with its kind, its units and the channels that need one', async () => {
    const { items, demandedBy } = await world.get(Campaigns).choice();

    expect(items.map(({ code, running }) => [code, running])).toEqual([
      ['coming', false],
      ['spring', true],
      ['past', false],
      ['stopped', false],
    ]);
    expect(items[1]).toMatchObject({ kind: { name: '大接访' }, units: ['河东街道党工委'], note: '每周三上午' });
    expect(demandedBy).toEqual(['online', 'tv']);
  });

  it.each([
    ['past', '已于 2026-02-27 结束'],
    ['coming', '2026-04-01 才开始'],
    ['stopped', '已停用'],
    ['unknown', '不存在'],
  ])('that is %s takes no case', async (campaign, why) => {
    await expect(world.file({ campaign })).rejects.toMatchObject({
      code: 'intake-invalid',
      fields: [{ field: 'campaign', message: expect.stringContaining(why) }],
    });
  });

  it('is demanded by the channels of questions in public, of staff only', async () => {
    await expect(world.file({ channel: 'tv' })).rejects.toMatchObject({ fields: [{ field: 'campaign' }] });
    await world.file({ channel: 'tv', campaign: 'spring', title: '电视问政反映积水' });

    const demanding = {
      version: 0,
      name: '居民自助',
      position: 9,
      active: true,
      values: { demandsCampaign: true },
      note: '',
    };
    await world.get(ReferenceLists).save(await world.person('sysadmin'), 'channels', 'resident', demanding);
    const own = residentDraftSchema.parse({ title: '积水', text: '门口积水', resident: { name: '王大明' } });
    expect(await world.get(IntakeService).registerByResident(own)).toMatchObject({ state: 'open' });
  });

  it('stands on the page of its cases and finds them', async () => {
    expect((await world.view(spring)).campaign).toEqual({ code: 'spring', name: '春季大接访' });
    const { items } = await world
      .get(CaseListService)
      .list(await world.person('leader'), { campaign: 'spring', limit: 30 });
    expect(items.map(({ title }) => title).sort()).toEqual(['接访日反映路灯不亮', '电视问政反映积水']);
    expect(
      await world.get(CaseListService).list(await world.person('clerk2'), { campaign: 'spring', limit: 30 }),
    ).toMatchObject({ items: [] });
  });

  it('counts its cases by the formulas that hold for all', async () => {
    await world.claim('clerk', spring);
    await world.finish('clerk', spring, 'resolved');
    await world.claim('street', spring);
    const rating = { grade: 5, solved: true } as const;
    await world.get(RatingService).rate(await world.person('street'), spring.id, rating);
    await world.finish('street', spring, 'done');

    const { items } = await world.get(MarkedCases).campaigns(await world.person('leader'), {
      from: '2026-03-01',
      to: '2026-03-31',
    });

    expect(items).toMatchObject([
      { code: 'spring', kind: '大接访', from: '2026-03-02', received: 2, closed: 1, rated: 1, satisfied: 1 },
    ]);
    expect(items[0]?.rates.map(({ code, rate }) => [code, rate])).toEqual([
      ['closing', 0.5],
      ['satisfaction', 1],
    ]);
  });

  it.each([
    [{ kind: 'no-kind' }, 'values.kind'],
    [{ to: '2026-03-01' }, 'values.to'],
    [{ from: '02-03' }, 'values.from'],
    [{ units: ['no-unit'] }, 'values.units'],
  ])('cannot be kept with %j', async (wrong, field) => {
    await expect(keep('wrong', '有误的行动', { ...march, ...wrong })).rejects.toMatchObject({
      code: 'entry-refused',
      fields: [{ field, message: expect.stringMatching(/\p{Script=Han}/u) }],
    });
  });

  it('keeps its history, as other lists do', async () => {
    const sysadmin = await world.person('sysadmin');
    expect(await world.get(ReferenceLists).changes(sysadmin, 'campaigns', 'spring')).toMatchObject([
      { version: 1, before: null, after: { name: '春季大接访', values: march } },
    ]);
  });

  async function keep(code: string, name: string, values: Record<string, string | string[]>, active = true) {
    const draft = { version: 0, name, position: 1, active, values, note: '' };
    return await world.get(ReferenceLists).save(await world.person('sysadmin'), 'campaigns', code, draft);
  }
});
