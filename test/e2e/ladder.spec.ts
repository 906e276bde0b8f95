import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiagramService, HistoryService, ReturnService, TrailService } from '@lianban/casework';
import { QueueService } from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

describe('the default workflow on the real run-time', () => {
  let world: DefaultWorld;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  it('climbs from the station to the district by its own timers, and every lapse is on record', async () => {
    const filed = await world.file({ category: 'urban.road' });

    await world.advanceTo('2026-03-05T17:30:00+08:00');
    expect(await world.view(filed)).toMatchObject({ level: 'street', escalations: 1 });
    expect(await world.line('street', 'claimable', filed)).toMatchObject({ dueAt: '2026-03-09T09:30:00.000Z' });

    await world.advanceTo('2026-03-09T17:30:00+08:00');
    expect(await world.view(filed)).toMatchObject({ level: 'department', escalations: 2 });
    expect(await world.line('officer', 'claimable', filed)).toMatchObject({ dueAt: '2026-03-30T09:30:00.000Z' });
    expect(await world.line('officer2', 'claimable', filed)).toBeUndefined();

    await world.advanceTo('2026-03-30T17:30:00+08:00');
    expect(await world.view(filed)).toMatchObject({ level: 'joint-meeting', escalations: 3 });
    const queue = await world.get(QueueService).list(await world.person('secretary'), { limit: 9 });
    expect(queue.items).toEqual([
      expect.objectContaining({ caseId: filed.id, reasonName: '部门逾期未办', units: ['城市管理局'], light: 'green' }),
    ]);

    await world.advanceTo('2026-04-21T18:00:00+08:00');
    expect(await world.view(filed)).toMatchObject({ level: 'district', escalations: 4, state: 'open' });
    expect((await world.get(QueueService).list(await world.person('secretary'), { limit: 9 })).total).toBe(0);

    await world.finish('general', filed, 'resolved');
    await world.advanceTo('2026-04-30T18:00:00+08:00');
    expect(await world.view(filed)).toMatchObject({ state: 'closed', level: 'district', escalations: 4, tasks: [] });
    const history = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 });
    expect(history.items.map(({ kind, unit }) => [kind, unit])).toEqual([
      ['registered', '向阳社区服务民生工作站'],
      ['lapsed', '向阳社区服务民生工作站'],
      ['lapsed', '河东街道党工委'],
      ['lapsed', '城市管理局'],
      ['lapsed', '联席会办公室'],
      ['completed', '区群众工作办公室'],
      ['lapsed', '区群众工作办公室'],
      ['closed', null],
    ]);
    expect(await world.get(TrailService).firstBrokenLine(filed.id)).toBeUndefined();
  });

  it('goes to the joint meeting when departments return it twice, and draws both diagrams', async () => {
    const filed = await world.file({ category: 'housing.property' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    expect(await world.view(filed)).toMatchObject({ level: 'department', tasks: [{ unit: '住房和城乡建设局' }] });
    await giveBack('officer2', 'dept-urban');
    await world.finish('street', filed, 'grant');
    await giveBack('officer', 'dept-traffic');

    expect(await world.view(filed)).toMatchObject({ level: 'joint-meeting', returns: 2, escalations: 0 });
    const queue = await world.get(QueueService).list(await world.person('secretary'), { limit: 9 });
    expect(queue.items).toEqual([expect.objectContaining({ reason: 'returned-twice', caseId: filed.id })]);
    const diagram = await world.get(DiagramService).get(await world.person('leader'), filed.id);
    expect(diagram.elements['joint-meeting-call']).toMatchObject({ state: 'current' });
    expect(diagram.processes).toEqual([expect.objectContaining({ key: 'joint-meeting' })]);
    expect(diagram.processes[0]?.elements['deliberate']).toMatchObject({ state: 'current', who: '联席会办公室' });

    await world.finish('secretary', filed, 'resolved');
    await world.finish('general', filed, 'done');
    expect(await world.view(filed)).toMatchObject({ state: 'closed', returns: 2 });

    async function giveBack(username: string, suggestedUnit: string): Promise<void> {
      await world.claim(username, filed);
      const given = { suggestedUnit, legalBasis: '三定方案', evidence: '现场照片', opinion: '不属于本单位职责' };
      await world.get(ReturnService).return(await world.person(username), filed.id, given);
    }
  });

  it('asks for a callback by the street after a station answered', async () => {
    const filed = await world.file({});
    await world.finish('clerk', filed, 'resolved');

    expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '回访', unit: '河东街道党工委' }] });
    await world.finish('street', filed, 'done');
    expect(await world.view(filed)).toMatchObject({ state: 'closed', escalations: 0 });
  });
});
