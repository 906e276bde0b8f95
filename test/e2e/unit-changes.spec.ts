import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AssistService,
  CopyService,
  DispatchRules,
  HistoryService,
  SupervisionService,
  TaskService,
  UnitChangeService,
  unitChangeSchema,
  type RegisteredCase,
} from '@lianban/casework';
import { DefinitionService } from '@lianban/engine';
import {
  MeetingService,
  meetingSchema,
  QueueService,
  WhistleQuery,
  whistleSchema,
  WhistleService,
} from '@lianban/joint-meeting';
import { UnitChanges, UnitFollowers, UnitService } from '@lianban/organisation';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const opinion = '请办理';
const today = '2026-03-02';

describe('a unit', () => {
  let world: DefaultWorld;

  beforeEach(async () => {
    world = await openDefaultWorld();
    await world.advanceTo('2026-03-02T09:01:00+08:00'); // nobody has worked there for no time at all
  });

  afterEach(async () => await world?.close());

  it('gets another name from a day on; what is open goes by it, what was said keeps the old one', async () => {
    const filed = await world.file({ station: 'station-1-1' });
    await change('station-1-1', { kind: 'renamed', name: '向阳新村工作站' });
    const renamed = { tasks: [{ unit: '向阳新村工作站' }], owner: { name: '向阳新村工作站' } };
    expect(await world.view(filed)).toMatchObject(renamed);
    const { items } = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 5 });
    expect(items[0]).toMatchObject({ unit: '向阳社区服务民生工作站' });
    expect(await world.get(UnitChanges).of('station-1-1')).toMatchObject([
      { kind: 'renamed', before: '向阳社区服务民生工作站', after: '向阳新村工作站', setBy: { name: '沈立群' } },
    ]);
  });

  it('moves below another one, whose people see its cases from then on', async () => {
    const filed = await world.file({ station: 'station-1-1' });
    await expect(world.view(filed, 'street2')).rejects.toMatchObject({ code: 'case-unknown' });
    await change('station-1-1', { kind: 'moved', parent: 'street-2' });
    expect(await world.view(filed, 'street2')).toMatchObject({ code: filed.code });
    expect(await world.view(filed, 'street')).toMatchObject({ code: filed.code }); // what was stays readable
    expect((await world.get(UnitService).streetOf('station-1-1'))?.id).toBe('street-2');
  });

  it('steps aside when it moves below one that is complained of', async () => {
    const complaint = await world.file({ about: 'street-2', station: 'station-1-1' });
    await world.claim('clerk', complaint);
    const other = await world.file({ station: 'station-1-1' });
    await change('station-1-1', { kind: 'moved', parent: 'street-2' });
    expect((await world.view(complaint)).tasks).toMatchObject([{ unit: '区群众工作办公室', assignee: null }]);
    expect((await world.titles(complaint)).at(-1)).toBe('机构隶属调整，回避后转由其他单位');
    for (const username of ['station-head', 'street2'])
      await expect(world.view(complaint, username)).rejects.toMatchObject({ code: 'case-unknown' });
    expect((await world.view(other)).tasks).toMatchObject([{ unit: '向阳社区服务民生工作站' }]);
    await world.advanceTo('2026-03-02T09:07:00+08:00');
    await world.get(UnitChangeService).followUp();
    expect(await world.get(UnitChanges).due(today)).toEqual([]);
  });

  describe('that is merged into another one', () => {
    it('leaves it its open tasks with who holds them and their clocks, its people and what they may', async () => {
      const held = await world.file({ station: 'station-1-2' });
      await world.claim('clerk3', held);
      const free = await world.file({ station: 'station-1-2' });
      const { dueAt } = (await world.view(free)).tasks[0] ?? {};
      await change('station-1-2', { kind: 'merged', successor: 'station-1-1' });

      const unit = '向阳社区服务民生工作站';
      expect((await world.view(held)).tasks).toMatchObject([{ unit, assignee: '萧玉兰' }]);
      expect((await world.view(free)).tasks).toMatchObject([{ unit, assignee: null, dueAt }]);
      expect((await world.titles(free)).at(-1)).toBe('机构合并，转由承接单位');
      expect(await world.view(free)).toMatchObject({ owner: { name: unit }, firstUnit: { id: 'station-1-2' } });
      const { units, grants } = await world.person('clerk3');
      expect([units.map(({ id }) => id), grants.map((grant) => grant.unit.id)]).toEqual([
        ['station-1-1'],
        ['station-1-1'],
      ]);
      await world.finish('clerk', free, 'resolved');
      await world.finish('clerk3', held, 'resolved');
      expect(await world.get(UnitService).find('station-1-2')).toMatchObject({ successorId: 'station-1-1' });
    });

    it('is led on wherever running processes name it, along a line of mergers', async () => {
      const filed = await world.file({ station: 'station-1-1', category: 'urban.road' });
      await world.finish('clerk', filed, 'escalate');
      await change('dept-urban', { kind: 'merged', successor: 'dept-housing' });
      await world.advanceTo('2026-03-02T09:02:00+08:00');
      await change('dept-housing', { kind: 'merged', successor: 'dept-traffic' });
      await world.finish('street', filed, 'route');
      expect((await world.view(filed)).tasks).toMatchObject([{ name: '部门办理', unit: '交通运输局' }]);
      expect(await world.line('officer', 'claimable', filed)).toBeDefined(); // they work there now
    });

    it('leaves it helpers, orders, dispatch rules and invitations', async () => {
      const filed = await world.file({ station: 'station-1-1', category: 'urban.road' });
      await world.finish('clerk', filed, 'escalate');
      await world.finish('street', filed, 'route');
      await world.claim('officer', filed);
      const officer = await world.person('officer');
      await world.get(AssistService).assist(officer, filed.id, { unit: 'dept-traffic', opinion });
      const order = { unit: 'dept-traffic', trigger: 'leader-note', days: 5, opinion };
      await world.get(SupervisionService).supervise(await world.person('supervisor'), filed.id, order);
      const secretary = await world.person('secretary');
      const ruling = { caseId: filed.id, departmentId: 'dept-traffic', departmentName: '交通运输局', note: '裁定' };
      await world.get(DispatchRules).add(secretary, { ...ruling, where: 'district' });
      const topic = await world.file({ station: 'station-1-1' });
      await world.finish('clerk', topic, 'escalate');
      await world.finish('street', topic, 'meeting');
      const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
      const draft = { title: '会', at: '2026-03-05T15:00:00+08:00', place: '三楼', topics: [{ id: items[0]?.id }] };
      const called = meetingSchema.parse({ ...draft, units: ['dept-traffic', 'dept-police'] });
      const meeting = await world.get(MeetingService).call(secretary, called);

      expect(await world.get(UnitFollowers).thingsOf('dept-traffic')).toEqual(
        expect.arrayContaining([
          { what: 'tasks', count: 2, open: true },
          { what: 'sides', count: 2, open: true },
          { what: 'dispatch-rules', count: 1, open: true },
          { what: 'meetings', count: 1, open: true },
          { what: 'members', count: 1, open: false },
        ]),
      );
      await world.advanceTo('2026-03-02T09:02:00+08:00');
      await change('dept-traffic', { kind: 'merged', successor: 'dept-police' });

      expect(await world.get(UnitFollowers).thingsOf('dept-traffic')).toMatchObject([{ what: 'cases' }]);
      const view = await world.view(filed);
      expect(view.sides.map(({ unit }) => unit)).toEqual(['公安分局', '公安分局']);
      expect(view.tasks.map(({ unit }) => unit).sort()).toEqual(['公安分局', '公安分局', '城市管理局']);
      expect(await world.get(DispatchRules).departmentFor('urban.road', 'street-1')).toBe('dept-police');
      const { participants } = await world.get(MeetingService).get(secretary, meeting.id);
      expect(participants.filter(({ unitId }) => ['dept-traffic', 'dept-police'].includes(unitId))).toHaveLength(1);
      await expect(world.get(MeetingService).get(await world.person('officer9'), meeting.id)).resolves.toBeDefined();
    });

    it('leaves it the bulletins and talks that are not over, but for a second talk on the same', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      await outcomes(filed, 'station-1-2');
      await world.database.query({
        text: `INSERT INTO casework.talk (id, case_id, unit_id, unit_name, cause, reason, planned_at, mend_by)
               VALUES (gen_random_uuid(), $1, 'station-1-1', '工作站', 'repeated', '多次逾期', now(), now())`,
        values: [filed.id],
      });
      await expect(change('station-1-2', { kind: 'closed' })).rejects.toMatchObject({
        details: { things: [{ what: 'bulletins', count: 3 }] },
      });
      await change('station-1-2', { kind: 'merged', successor: 'station-1-1' });
      const unit = { unitId: 'station-1-1', unit: '向阳社区服务民生工作站' };
      expect(await outcomesOf(filed)).toEqual([
        { what: 'bulletin', ...unit },
        { what: 'faked', ...unit },
        { what: 'repeated', unitId: 'station-1-1', unit: '工作站' },
        { what: 'repeated', unitId: 'station-1-2', unit: '工作站' },
      ]);
    });

    it('leaves it no bulletin on a case that complains of it', async () => {
      const filed = await world.file({ about: 'station-1-1', station: 'station-1-2' });
      await outcomes(filed, 'station-1-2');
      await change('station-1-2', { kind: 'merged', successor: 'station-1-1' });
      expect(new Set((await outcomesOf(filed)).map(({ unitId }) => unitId))).toEqual(new Set(['station-1-2']));
    });

    it('leads who comes in late to the unit that stands by then', async () => {
      await change('station-1-2', { kind: 'merged', successor: 'station-1-3' });
      const { accountId } = await world.person('officer');
      await world.database.query({
        text: `INSERT INTO organisation.membership (account_id, unit_id, post, valid_from) VALUES ($1, 'station-1-2', '办事员', $2)`,
        values: [accountId, '2026-03-02T09:01:00+08:00'],
      });
      await world.advanceTo('2026-03-02T09:02:00+08:00');
      await change('station-1-3', { kind: 'merged', successor: 'station-1-1' });
      await world.get(UnitChangeService).followUp();
      const { units } = await world.person('officer');
      expect(units.map(({ id }) => id).sort()).toEqual(['dept-urban', 'station-1-1']);
    });

    it('leaves it the calls of whistles that are not over', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      const call = { case: filed.code, kind: 'joint', text: '联合执法', place: '向阳路', units: ['dept-traffic'] };
      const draft = whistleSchema.parse({
        ...call,
        at: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
      });
      const { id } = await world.get(WhistleService).blow(await world.person('station-head'), draft);
      await change('dept-traffic', { kind: 'merged', successor: 'dept-police' });
      await change('station-1-1', { kind: 'merged', successor: 'station-1-2' });
      const whistle = await world.get(WhistleQuery).get(await world.person('officer9'), id);
      expect(whistle).toMatchObject({ caller: '新华社区服务民生工作站', units: [{ unitId: 'dept-police' }] });
      expect(await world.get(WhistleQuery).get(await world.person('station-head'), id)).toMatchObject({
        canRecord: true,
      });
    });

    it('leaves it neither invitations nor whistles on a case that complains of it, nor those of who now does', async () => {
      const accused = await world.file({ about: 'dept-police', station: 'station-1-1' });
      const call = {
        case: accused.code,
        kind: 'joint',
        text: '联合执法',
        place: '向阳路',
        units: ['dept-traffic', 'dept-urban'],
      };
      const draft = whistleSchema.parse({ ...call, at: '2026-03-02T10:00:00+08:00' });
      const { id } = await world.get(WhistleService).blow(await world.person('station-head'), draft);
      await world.finish('clerk', accused, 'escalate');
      await world.finish('street', accused, 'meeting');
      const secretary = await world.person('secretary');
      const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
      const agenda = { title: '会', at: '2026-03-05T15:00:00+08:00', place: '三楼', topics: [{ id: items[0]?.id }] };
      const called = meetingSchema.parse({ ...agenda, units: ['dept-traffic', 'dept-urban'] });
      const meeting = await world.get(MeetingService).call(secretary, called);
      const asked = async () => {
        const whistle = await world.get(WhistleQuery).get(await world.person('street'), id);
        const { participants } = await world.get(MeetingService).get(secretary, meeting.id);
        return [whistle.units.map(({ unitId }) => unitId), participants.map(({ unitId }) => unitId)];
      };

      expect(await asked()).toEqual([
        ['dept-traffic', 'dept-urban'],
        ['dept-traffic', 'dept-urban'],
      ]);
      await change('dept-traffic', { kind: 'merged', successor: 'dept-police' });
      expect(await asked()).toEqual([['dept-urban'], ['dept-urban']]);
      await world.advanceTo('2026-03-02T09:02:00+08:00');
      await change('dept-police', { kind: 'merged', successor: 'dept-urban' });
      expect(await asked()).toEqual([[], []]);
    });

    it('is not called by a whistle any more that called the other one too', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      const units = ['dept-traffic', 'dept-police'];
      const call = { case: filed.code, kind: 'joint', text: '联合执法', place: '向阳路', units };
      const draft = whistleSchema.parse({ ...call, at: '2026-03-02T10:00:00+08:00' });
      const { id } = await world.get(WhistleService).blow(await world.person('station-head'), draft);
      await change('dept-traffic', { kind: 'merged', successor: 'dept-police' });
      const whistle = await world.get(WhistleQuery).get(await world.person('station-head'), id);
      expect(whistle.units.map(({ unitId }) => unitId)).toEqual(['dept-police']);
    });

    it('lets its cases be read there, those that are over too', async () => {
      const filed = await world.file({ station: 'station-2-1' });
      await world.finish('clerk2', filed, 'resolved');
      await expect(world.view(filed, 'clerk6')).rejects.toMatchObject({ code: 'case-unknown' });
      await change('station-2-1', { kind: 'merged', successor: 'station-2-2' });
      expect(await world.view(filed, 'clerk6')).toMatchObject({ firstUnit: { name: '和平社区服务民生工作站' } });
    });

    it('still steps aside where it was complained of, with the one into which it went', async () => {
      const complaint = await world.file({ about: 'station-1-2', station: 'station-1-1' });
      await change('station-1-2', { kind: 'merged', successor: 'station-1-1' });
      expect((await world.view(complaint)).tasks).toMatchObject([{ unit: '河东街道党工委', assignee: null }]);
      await expect(
        world.get(CopyService).copy(await world.person('street'), complaint.id, { unit: 'station-1-1', opinion }),
      ).rejects.toMatchObject({ code: 'unit-refused' });
    });

    it('is never read there where the other one is complained of, and all is done in the end', async () => {
      const handled = await world.file({ about: 'station-1-2', station: 'station-1-1' });
      const above = await world.file({ about: 'street-2', station: 'station-1-1' });
      await change('station-1-1', { kind: 'merged', successor: 'station-1-2' });
      expect(await world.view(handled)).toMatchObject({
        tasks: [{ unit: '河东街道党工委', assignee: null }],
        owner: { name: '河东街道党工委' },
      });
      await expect(world.view(handled, 'clerk3')).rejects.toMatchObject({ code: 'case-unknown' });
      await world.advanceTo('2026-03-02T09:02:00+08:00');
      await change('station-1-2', { kind: 'merged', successor: 'station-2-1' });
      const view = await world.view(above);
      expect(view.tasks).toMatchObject([{ unit: '区群众工作办公室', assignee: null }]);
      expect(view.owner).toMatchObject({ name: '区群众工作办公室' });
      for (const username of ['clerk2', 'street2'])
        await expect(world.view(above, username)).rejects.toMatchObject({ code: 'case-unknown' });
      await world.advanceTo('2026-03-02T09:08:00+08:00');
      await world.get(UnitChangeService).followUp();
      await world.get(UnitChangeService).followUp();
      expect(await world.get(UnitChanges).due(today)).toEqual([]);
    });

    it('while an officer finishes a task: nothing stays behind and nothing is lost', async () => {
      const cases: RegisteredCase[] = [];
      for (let n = 0; n < 6; n += 1) {
        const filed = await world.file({ station: 'station-1-1', category: 'urban.road' });
        await world.finish('clerk', filed, 'escalate');
        await world.claim('street', filed);
        cases.push(filed);
      }
      const street = await world.person('street');
      const routes = await Promise.all(cases.map((filed) => world.line('street', 'todo', filed)));
      const results = await Promise.allSettled([
        ...routes.map((task) => world.get(TaskService).complete(street, task?.id ?? '', { outcome: 'route', opinion })),
        change('dept-urban', { kind: 'merged', successor: 'dept-housing' }),
        change('street-1', { kind: 'merged', successor: 'street-2' }),
      ]);
      expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
      await world.advanceTo('2026-03-02T09:07:00+08:00');
      await world.get(UnitChangeService).followUp();
      for (const filed of cases)
        expect((await world.view(filed)).tasks).toMatchObject([{ name: '部门办理', unit: '住房和城乡建设局' }]);
      await world.get(UnitChangeService).followUp();
      expect(await world.get(UnitChanges).due(today)).toEqual([]);
    });
  });

  describe('that is closed', () => {
    it('names a successor while anything is open with it; the refusal says what', async () => {
      await world.file({ station: 'station-1-2' });
      await expect(change('station-1-2', { kind: 'closed' })).rejects.toMatchObject({
        code: 'unit-in-use',
        details: { things: [{ what: 'tasks', count: 1 }] },
      });
      await expect(change('street-1', { kind: 'closed' })).rejects.toMatchObject({ code: 'unit-change-refused' });
      await expect(change('office-general', { kind: 'closed' })).rejects.toMatchObject({ code: 'unit-change-refused' });
      await change('dept-commerce', { kind: 'closed' });
      expect((await world.person('officer7')).units).toEqual([]);
    });

    it('gives its parts, its duty and its places to its successor', async () => {
      await change('street-1', { kind: 'closed', successor: 'street-2' });
      expect(await world.get(UnitService).find('station-1-1')).toMatchObject({ parentId: 'street-2' });
      await change('office-general', { kind: 'closed', successor: 'office-supervision' });
      expect((await world.get(UnitService).backstop()).id).toBe('office-supervision');
      await change('station-1-1', { kind: 'closed', successor: 'station-1-2' });
      expect((await world.get(UnitService).stationForAddress('向阳路 8 号'))?.id).toBe('station-1-2');
    });

    it('is told of in the preview and at deployment where processes still name it', async () => {
      const quoting = await world.database.transaction((tx) =>
        world.get(DefinitionService).quoting(tx, ['dept-urban', 'dept-nowhere']),
      );
      expect(quoting).toMatchObject([{ word: 'dept-urban' }]);
      await change('dept-urban', { kind: 'closed', successor: 'dept-housing' });
      expect(await world.get(UnitService).ended()).toEqual([
        { id: 'dept-urban', name: '城市管理局', heir: '住房和城乡建设局' },
      ]);
    });

    it('closes on the day that is set, and may stay until then', async () => {
      const filed = await world.file({ station: 'station-1-2' });
      await change('station-1-2', { kind: 'closed', successor: 'station-1-1', day: '2026-03-03' });
      await expect(change('station-1-2', { kind: 'renamed', name: '新', day: '2026-03-04' })).rejects.toMatchObject({
        code: 'unit-change-refused',
      });
      await change('station-1-3', { kind: 'closed', successor: 'station-1-1', day: '2026-03-03' });
      await world.get(UnitChangeService).cancel(await world.person('sysadmin'), 'station-1-3');
      expect((await world.view(filed)).tasks).toMatchObject([{ unit: '新华社区服务民生工作站' }]);
      await world.advanceTo('2026-03-03T00:00:00+08:00');
      await Promise.all([world.get(UnitChangeService).followUp(), world.get(UnitChangeService).followUp()]);
      expect((await world.view(filed)).tasks).toMatchObject([{ unit: '向阳社区服务民生工作站' }]);
      expect((await world.titles(filed)).filter((title) => title.startsWith('机构撤销'))).toHaveLength(1);
      expect(await world.get(UnitService).find('station-1-3')).toMatchObject({ validTo: null });
    });
  });

  it.each([
    ['into itself', 'dept-urban', { kind: 'merged', successor: 'dept-urban' }],
    ['into what is below it', 'street-1', { kind: 'merged', successor: 'station-1-1' }],
    ['into nowhere', 'dept-urban', { kind: 'merged', successor: 'nowhere' }],
    ['below itself', 'street-1', { kind: 'moved', parent: 'station-1-1' }],
    ['into what is above it', 'station-2-1', { kind: 'merged', successor: 'district' }],
    ['into a unit of another kind', 'dept-urban', { kind: 'closed', successor: 'office-general' }],
    ['as a department below a street', 'dept-urban', { kind: 'moved', parent: 'street-2' }],
    ['as a station below the district', 'station-2-1', { kind: 'moved', parent: 'district' }],
  ])('does not go %s', async (_, unit, draft) => {
    await expect(change(unit, draft)).rejects.toMatchObject({
      code: 'unit-change-refused',
      fields: [{ field: 'after' }],
    });
  });

  it('changes also behind more than a page of those that cannot', async () => {
    await change('station-1-2', { kind: 'renamed', name: '东风站', day: '2026-03-04' });
    await world.database.query({
      text: `WITH stuck AS (INSERT INTO organisation.unit (id, name, kind, parent_id, path, valid_from, valid_to)
               SELECT 'stuck-' || n, '某站', 'station', 'street-1', '/district/street-1/stuck-' || n || '/',
                 '2026-01-01Z', '2026-02-01Z' FROM generate_series(1, 60) AS n RETURNING id)
             INSERT INTO organisation.unit_change (id, unit_id, kind, day, after, reason, set_by, set_at)
             SELECT gen_random_uuid(), id, 'renamed', '2026-03-03', '新名', '调整', '{}', '2026-03-01Z' FROM stuck`,
    });
    await world.advanceTo('2026-03-04T00:00:00+08:00');
    await world.get(UnitChangeService).followUp();
    expect(await world.get(UnitService).find('station-1-2')).toMatchObject({ name: '东风站' });
  });

  it('gives nobody a role over more than before by a change', async () => {
    const [before, filed] = [(await world.person('clerk2')).grants, await world.file({ station: 'station-1-1' })];
    const all = (permission: string) => before.filter(({ permissions }) => permissions.has(permission as never));
    expect(all('case.read').map(({ unit }) => unit.path)).toEqual(['/district/street-2/station-2-1/']);
    await expect(change('station-2-1', { kind: 'merged', successor: 'district' })).rejects.toThrow(/role widens/u);
    expect((await world.person('clerk2')).grants).toEqual(before);
    await expect(world.view(filed, 'clerk2')).rejects.toMatchObject({ code: 'case-unknown' });
  });

  it('changes no more when it has ended, and its code is not used again', async () => {
    await change('dept-urban', { kind: 'closed', successor: 'dept-housing' });
    const again = change('dept-urban', { kind: 'renamed', name: '新' });
    await expect(again).rejects.toMatchObject({ code: 'unit-change-refused', fields: [{ field: 'unit' }] });
    const draft = { id: 'dept-urban', name: '新', kind: 'department', parentId: 'district' } as const;
    const added = world.database.transaction((tx) => world.get(UnitService).add(tx, draft));
    await expect(added).rejects.toMatchObject({ code: 'unit-exists' });
    const into = change('dept-health', { kind: 'merged', successor: 'dept-urban' });
    await expect(into).rejects.toMatchObject({ code: 'unit-change-refused' });
  });

  /** An issued bulletin, a planned talk and one that was held. */
  async function outcomes({ id }: RegisteredCase, unit: string): Promise<void> {
    await world.database.query({
      text: `WITH bulletin AS (INSERT INTO casework.bulletin (id, case_id, stage, unit_id, unit_name, state, title, text, drafted_at)
               VALUES (gen_random_uuid(), $1, 'x', $2, '工作站', 'issued', '通报', '逾期', now()))
             INSERT INTO casework.talk (id, case_id, unit_id, unit_name, cause, state, reason, planned_at, mend_by)
             VALUES (gen_random_uuid(), $1, $2, '工作站', 'repeated', 'planned', '多次逾期', now(), now()),
               (gen_random_uuid(), $1, $2, '工作站', 'faked', 'held', '虚假办结', now(), now())`,
      values: [id, unit],
    });
  }

  async function outcomesOf({ id }: RegisteredCase): Promise<{ what: string; unitId: string; unit: string }[]> {
    return await world.database.query({
      text: `SELECT 'bulletin' AS what, unit_id AS "unitId", unit_name AS unit FROM casework.bulletin WHERE case_id = $1
             UNION ALL SELECT cause, unit_id, unit_name FROM casework.talk WHERE case_id = $1 ORDER BY 1, 2`,
      values: [id],
    });
  }

  async function change(unit: string, draft: object): Promise<void> {
    const given = unitChangeSchema.parse({ day: today, reason: '机构改革', ...draft });
    await world.get(UnitChangeService).set(await world.person('sysadmin'), unit, given);
  }
});
