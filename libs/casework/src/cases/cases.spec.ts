import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiagramService } from '../diagram/diagram.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { TaskService } from '../tasks/task.service.js';
import { caseDraftSchema } from './case-draft.js';
import { CaseListService } from './case-list.service.js';
import { CaseQueryService } from './case-query.service.js';
import { IntakeService, type RegisteredCase } from './intake.service.js';
import { PublicStatusService } from './public-status.service.js';

describe('intake', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  it.each([
    [{ title: '  ' }, 'title'],
    [{ title: '长'.repeat(201) }, 'title'],
    [{ text: '' }, 'text'],
    [{ text: '长'.repeat(20_001) }, 'text'],
    [{ title: 'a\u0000b' }, 'title'],
    [{ resident: { name: '王小明', phone: '123' } }, 'resident.phone'],
    [{ urgency: 'soon' }, 'urgency'],
  ])('refuses %j at the edge and names the field', (wrong, field) => {
    const parsed = caseDraftSchema.safeParse({ title: '路灯', text: '不亮', channel: 'phone', ...wrong });

    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('refuses unknown codes with every wrong field, and writes nothing', async () => {
    const before = await countCases();

    await expect(file('clerk', { channel: 'pigeon', category: 'nonsense', station: 'street-1' })).rejects.toMatchObject(
      {
        code: 'intake-invalid',
        kind: 'unprocessable',
        fields: [{ field: 'channel' }, { field: 'category' }, { field: 'station' }],
      },
    );

    expect(await countCases()).toBe(before);
  });

  it('finds the station by name, by address, by the workplace, and falls back to the general office', async () => {
    const unitOf = ({ tasks: [task] }: RegisteredCase) => task?.unit;

    expect(unitOf(await file('clerk', { station: 'station-2-1' }))).not.toBe('向阳社区服务民生工作站');
    expect(unitOf(await file('clerk2', { address: '河东区向阳路12号' }))).toBe('向阳社区服务民生工作站');
    expect(unitOf(await file('clerk'))).toBe('向阳社区服务民生工作站');
    const draft = { title: '无处可去', text: '地址不明', anonymous: true };
    expect(unitOf(await world.get(IntakeService).registerByResident(draft))).toBe('区群众工作办公室');
  });

  it('files a source record once', async () => {
    const first = await file('clerk', { sourceId: 'letter-7' });

    await expect(file('clerk', { sourceId: 'letter-7' })).rejects.toMatchObject({
      code: 'source-known',
      kind: 'conflict',
      details: { code: first.code },
    });
    // Who may not read it is not told which one it is.
    const told: unknown = await file('clerk2', { sourceId: 'letter-7' }).catch((error: unknown) => error);
    expect(told).toMatchObject({ code: 'source-known' });
    expect(JSON.stringify([told, (told as Error).message])).not.toContain(first.code);
  });

  it('needs the permission to register', async () => {
    await expect(file('auditor')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(file('officer')).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('shows a case to those whose scope it touches, masked, and to nobody else', async () => {
    const filed = await file('clerk', { resident: { name: '王小明', phone: '13812345678' } });
    const read = async (username: string) =>
      await world.get(CaseQueryService).get(await world.person(username), filed.id);

    for (const username of ['clerk', 'station-head', 'street', 'supervisor', 'leader']) {
      expect(await read(username)).toMatchObject({
        resident: { name: '王**', phone: '138****5678' },
        level: 'station',
      });
    }
    for (const username of ['clerk2', 'street2', 'officer', 'secretary']) {
      await expect(read(username)).rejects.toMatchObject({ code: 'case-unknown', kind: 'not-found' });
    }
    await expect(read('sysadmin')).rejects.toMatchObject({ code: 'permission-missing' });
    expect((await read('clerk')).tasks).toEqual([
      expect.objectContaining({
        canClaim: true,
        canComplete: true,
        canRelease: false,
        outcomes: [{ id: 'resolved', name: '办结', opinion: 'required', closes: true }, expect.anything()],
      }),
    ]);
    expect((await read('street')).tasks).toEqual([expect.objectContaining({ canClaim: false, canComplete: false })]);
  });

  it('lists newest first, page by page, searches by words, and never beyond the scope', async () => {
    const cases = world.get(CaseListService);
    const titles = ['电梯停运', '电梯异响', '电梯门坏', '水管爆裂'];
    for (const title of titles) {
      world.clock.advanceBy(1_000);
      await file('clerk', { title });
    }
    const clerk = await world.person('clerk');

    const first = await cases.list(clerk, { q: '电梯', limit: 2 });
    const second = await cases.list(clerk, { q: '电梯', limit: 2, after: first.next ?? '' });

    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['电梯门坏', '电梯异响', '电梯停运']);
    expect(second.next).toBeNull();
    expect(first.items[0]).toMatchObject({ unit: '向阳社区服务民生工作站', light: 'green', state: 'open' });
    expect((await cases.list(await world.person('street'), { q: '电梯', limit: 9 })).items).toHaveLength(3);
    expect((await cases.list(await world.person('clerk2'), { q: '电梯', limit: 9 })).items).toEqual([]);
    await expect(cases.list(clerk, { limit: 2, after: 'rubbish' })).rejects.toMatchObject({ code: 'cursor-invalid' });
  });

  it('tells a resident the state by number and query code, without names of staff', async () => {
    const filed = await file('clerk');
    await world
      .get(TaskService)
      .complete(await world.person('clerk'), filed.tasks[0]?.id ?? '', { outcome: 'escalate', opinion: '内部意见' });
    const status = await world.get(PublicStatusService).get(filed.code.toLowerCase(), filed.queryCode);

    expect(status.steps.map(({ name }) => name)).toEqual([
      '已登记，交向阳社区服务民生工作站办理',
      '向阳社区服务民生工作站已办理',
    ]);
    expect(JSON.stringify(status)).not.toMatch(/陈晓燕|内部意见/u);
    const wrong = filed.queryCode === '00000001' ? '00000002' : '00000001';
    await expect(world.get(PublicStatusService).get(filed.code, wrong)).rejects.toMatchObject({ code: 'case-unknown' });
    await expect(world.get(PublicStatusService).get('LB20260302-999999', '00000000')).rejects.toMatchObject({
      code: 'case-unknown',
    });
  });

  it('draws where a case is on its own version of the diagram', async () => {
    const filed = await file('clerk');
    await world
      .get(TaskService)
      .complete(await world.person('clerk'), filed.tasks[0]?.id ?? '', { outcome: 'escalate' });

    const { xml, elements, processes } = await world.get(DiagramService).get(await world.person('clerk'), filed.id);

    expect(xml).toContain('id="case-routing"');
    expect(processes).toEqual([]);
    expect(elements).toMatchObject({
      filed: { state: 'done' },
      'station-handles': { state: 'done', who: '陈晓燕' },
      'is-reported': { state: 'done' },
      'street-coordinates': { state: 'current', who: '河东街道党工委', dueAt: expect.any(String) },
    });
    expect(elements['ended']).toBeUndefined();
    expect(elements['is-solved']).toBeUndefined();
  });

  async function file(username: string, more: object = {}): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title: '路灯不亮', text: '门口的路灯坏了', channel: 'phone', ...more });
    return await world.get(IntakeService).register(await world.person(username), draft);
  }

  async function countCases(): Promise<number | undefined> {
    const [row] = await world.database.query<{ count: number }>({
      text: 'SELECT count(*)::int AS count FROM casework.case_file',
    });
    return row?.count;
  }
});
