import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  caseDraftSchema,
  CaseQueryService,
  DiagramService,
  HistoryService,
  InboxService,
  IntakeService,
  openCaseworkWorld,
  TaskService,
  TrailService,
  type Box,
  type CaseworkWorld,
  type RegisteredCase,
} from '@lianban/casework';
import { JointMeetingModule, jointMeetingMigrations, QueueService } from '@lianban/joint-meeting';

const workflows = resolve(import.meta.dirname, '../../workflows');

describe('the default workflow on the real run-time', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld({
      modules: [JointMeetingModule],
      migrations: jointMeetingMigrations,
      deployments: ['joint-meeting', 'case-routing'].map(filesOf),
    });
  });

  afterAll(async () => await world?.close());

  it('climbs from the station to the district by its own timers, and every lapse is on record', async () => {
    const filed = await file({ category: 'urban.road' });

    await world.advanceTo('2026-03-05T17:30:00+08:00');
    expect(await viewOf(filed)).toMatchObject({ level: 'street', escalations: 1 });
    expect(await lineOf('street', 'claimable', filed)).toMatchObject({ dueAt: '2026-03-09T09:30:00.000Z' });

    await world.advanceTo('2026-03-09T17:30:00+08:00');
    expect(await viewOf(filed)).toMatchObject({ level: 'department', escalations: 2 });
    expect(await lineOf('officer', 'claimable', filed)).toMatchObject({ dueAt: '2026-03-30T09:30:00.000Z' });
    expect(await lineOf('officer2', 'claimable', filed)).toBeUndefined();

    await world.advanceTo('2026-03-30T17:30:00+08:00');
    expect(await viewOf(filed)).toMatchObject({ level: 'joint-meeting', escalations: 3 });
    const queue = await world.get(QueueService).list(await world.person('secretary'), { limit: 9 });
    expect(queue.items).toEqual([
      expect.objectContaining({ caseId: filed.id, reasonName: '部门逾期未办', units: ['城市管理局'], light: 'green' }),
    ]);

    await world.advanceTo('2026-04-21T18:00:00+08:00');
    expect(await viewOf(filed)).toMatchObject({ level: 'district', escalations: 4, state: 'open' });
    expect((await world.get(QueueService).list(await world.person('secretary'), { limit: 9 })).total).toBe(0);

    await finish('general', filed, 'resolved');
    await world.advanceTo('2026-04-30T18:00:00+08:00');
    expect(await viewOf(filed)).toMatchObject({ state: 'closed', level: 'district', escalations: 4, tasks: [] });
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
    const filed = await file({ category: 'housing.property' });
    await finish('clerk', filed, 'escalate');
    await finish('street', filed, 'route');
    expect(await viewOf(filed)).toMatchObject({ level: 'department', tasks: [{ unit: '住房和城乡建设局' }] });
    await finish('officer2', filed, 'return');
    await finish('street', filed, 'route', { chosenDepartment: 'dept-urban' });
    await finish('officer', filed, 'return');

    expect(await viewOf(filed)).toMatchObject({ level: 'joint-meeting', returns: 2, escalations: 0 });
    const queue = await world.get(QueueService).list(await world.person('secretary'), { limit: 9 });
    expect(queue.items).toEqual([expect.objectContaining({ reason: 'returned-twice', caseId: filed.id })]);
    const diagram = await world.get(DiagramService).get(await world.person('leader'), filed.id);
    expect(diagram.elements['joint-meeting-call']).toMatchObject({ state: 'current' });
    expect(diagram.processes).toEqual([expect.objectContaining({ key: 'joint-meeting' })]);
    expect(diagram.processes[0]?.elements['deliberate']).toMatchObject({ state: 'current', who: '联席会办公室' });

    await finish('secretary', filed, 'resolved');
    await finish('general', filed, 'done');
    expect(await viewOf(filed)).toMatchObject({ state: 'closed', returns: 2 });
  });

  it('asks for a callback by the street after a station answered', async () => {
    const filed = await file({});
    await finish('clerk', filed, 'resolved');

    expect(await viewOf(filed)).toMatchObject({ tasks: [{ name: '回访', unit: '河东街道党工委' }] });
    await finish('street', filed, 'done');
    expect(await viewOf(filed)).toMatchObject({ state: 'closed', escalations: 0 });
  });

  async function file(more: object): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title: '道路破损', text: '路面塌陷', channel: 'phone', ...more });
    return await world.get(IntakeService).register(await world.person('clerk'), draft);
  }

  async function viewOf({ id }: RegisteredCase) {
    return await world.get(CaseQueryService).get(await world.person('leader'), id);
  }

  async function lineOf(username: string, box: Box, { id }: RegisteredCase) {
    const { items } = await world
      .get(InboxService)
      .list(await world.person(username), { box, sort: 'due', limit: 100 });
    return items.find(({ caseId }) => caseId === id);
  }

  async function finish(username: string, filed: RegisteredCase, outcome: string, variables = {}): Promise<void> {
    const line = await lineOf(username, 'claimable', filed);
    const completion = { outcome, opinion: '依规办理', variables };
    await world.get(TaskService).complete(await world.person(username), line?.id ?? 'missing', completion);
  }
});

function filesOf(folder: string) {
  const names = readdirSync(join(workflows, folder)).filter((name) => /\.(bpmn|dmn)$/u.test(name));
  return names.map((name) => ({ name, content: readFileSync(join(workflows, folder, name), 'utf8') }));
}
