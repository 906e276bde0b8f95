import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDraftSchema } from '../cases/case-draft.js';
import { IntakeService } from '../cases/intake.service.js';
import { StatisticsSettingsService } from '../settings/statistics-settings.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { matterSchema } from './similar.js';
import { SimilarCases } from './similar-cases.service.js';

const earlier = [
  ['urban.lighting', '向阳路路灯不亮', '向阳路东段三盏路灯已经一周不亮，晚上行走不便。'],
  ['urban.lighting', '小区门口路灯损坏', '建设社区门口的路灯损坏，老人夜间容易摔倒。'],
  ['urban.sanitation', '垃圾无人清运', '垃圾桶满溢，几天没有清运，气味难闻。'],
  ['environment.noise', '工地夜间施工噪声', '工地凌晨仍在施工，噪声影响睡眠。'],
  ['environment.noise', '广场舞音响噪声', '晚上九点以后广场舞音响声音很大，影响孩子学习。'],
  ['employment.wages', '拖欠工资', '在餐馆打工三个月，老板拖欠工资一直不发。'],
  ['employment.wages', '公司不发工资', '公司已经两个月不发工资，也不给说法。'],
  ['social-security.pension', '养老保险缴费年限', '想咨询养老保险缴费年限不够怎么补缴。'],
] as const;

describe('similar cases', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld();
    for (const [category, title, text] of earlier) await file('clerk', { category, title, text });
  });

  afterAll(async () => await world?.close());

  it.each([
    ['employment', '老板拖欠三个月工资不发怎么办'],
    ['environment', '楼下广场舞噪声太大影响休息'],
    ['urban', '建设路的路灯坏了晚上看不见'],
    ['social-security', '养老保险断缴了怎么补缴年限'],
  ])('speak for the topic %s', async (topic, title) => {
    const [first] = await advise({ title });
    expect(first?.code.split('.')[0]).toBe(topic);
    expect(first?.because[0]).toMatchObject({ code: expect.stringMatching(/^LB/u) });
  });

  it('say nothing of a few characters, and nothing to those who register no cases', async () => {
    expect(await advise({ title: '路灯' })).toEqual([]);
    const officer = await world.person('officer');
    const asked = matterSchema.parse({ title: '向阳路路灯不亮' });
    await expect(world.get(SimilarCases).advise(officer, asked)).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('of another street speak for a category, but are not shown', async () => {
    const advice = await world
      .get(SimilarCases)
      .advise(await world.person('clerk2'), matterSchema.parse({ title: '公司两个月不发工资' }));
    expect(advice[0]).toMatchObject({ code: 'employment.wages', because: [] });
  });

  it('that are open and about the same are shown while one writes, those of the same person before all', async () => {
    const again = { title: '向阳路路灯不亮', text: '向阳路东段的路灯一周不亮了，走路不便。' };
    const [first, second] = await repeats('clerk', again);
    expect(first).toMatchObject({ title: '向阳路路灯不亮', unit: '向阳社区服务民生工作站', samePerson: false });
    expect(first?.similarity).toBeGreaterThan(0.5);
    expect(second).toBeUndefined();
    expect(await repeats('clerk2', again)).toEqual([]);
    expect(await repeats('clerk', { title: '想咨询独生子女费发放标准' })).toEqual([]);
  });

  it('from the same telephone are found with fewer words in common', async () => {
    const resident = { name: '王大明', phone: '13812345678' };
    await file('clerk', { title: '楼道堆放杂物', text: '三单元楼道堆满杂物，有消防隐患。', resident });
    const again = { title: '三单元楼道杂物还在', text: '上次反映过，一直没有人来处理，请尽快。' };
    expect(await repeats('clerk', again)).toEqual([]);
    expect(await repeats('clerk', { ...again, phone: '138 1234 5678' })).toMatchObject([
      { title: '楼道堆放杂物', samePerson: true },
    ]);
  });

  it('are as alike as an administrator decides', async () => {
    const again = { title: '楼道堆满杂物', text: '二单元楼道有杂物，消防隐患，请尽快处理。' };
    expect(await repeats('clerk', again)).toMatchObject([{ title: '楼道堆放杂物' }]);
    const settings = world.get(StatisticsSettingsService);
    const admin = await world.person('sysadmin');
    const [latest] = await settings.decisions(admin);
    if (!latest) throw new Error('expected settings, but there are none');

    const { version, value } = latest;
    const hotMatters = { ...value.hotMatters, likeness: 0.9 };
    await settings.decide(admin, { version, value: { ...value, hotMatters }, note: '少提示' });

    expect(await repeats('clerk', again)).toEqual([]);
  });

  async function file(username: string, more: object): Promise<void> {
    const draft = caseDraftSchema.parse({ channel: 'phone', ...more });
    await world.get(IntakeService).register(await world.person(username), draft);
  }

  async function advise(matter: object) {
    return await world.get(SimilarCases).advise(await world.person('clerk'), matterSchema.parse(matter));
  }

  async function repeats(username: string, matter: object) {
    return await world.get(SimilarCases).repeats(await world.person(username), matterSchema.parse(matter));
  }
});
