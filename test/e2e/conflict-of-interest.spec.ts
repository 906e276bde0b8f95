import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AssistService,
  caseDraftSchema,
  CaseQueryService,
  CopyService,
  IntakeService,
  ReturnService,
  SupervisionService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const opinion = '请办理';

describe('a case that complains of a unit', () => {
  let world: DefaultWorld;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  it('never comes to the station complained of, but to its street', async () => {
    const filed = await file('clerk2', { about: 'station-1-1', station: 'station-1-1' });

    expect(await world.view(filed)).toMatchObject({
      about: { id: 'station-1-1', name: '向阳社区服务民生工作站' },
      firstUnit: { id: 'street-1' },
      station: null,
      tasks: [{ name: '工作站办理', unit: '河东街道党工委' }],
    });
    await expectUnknownTo('clerk', filed);
    await expectUnknownTo('station-head', filed);
    await world.finish('street', filed, 'resolved');
    await expectUnknownTo('clerk', filed);
  });

  it('may be taken down in the unit itself, which then sees no more of it', async () => {
    const filed = await file('clerk', { about: 'station-1-1' });
    expect(await world.view(filed)).toMatchObject({ firstUnit: { id: 'street-1' }, registeredBy: { name: '陈晓燕' } });
    await expectUnknownTo('clerk', filed);
    expect(await world.line('clerk', 'registered', filed)).toBeUndefined();
  });

  it('goes to the general office where its street is complained of, and so do the stations below', async () => {
    const filed = await file('clerk2', { about: 'street-1', station: 'station-1-1' });
    expect((await world.view(filed)).tasks).toMatchObject([{ unit: '区群众工作办公室' }]);
    await world.finish('general', filed, 'escalate');
    expect((await world.view(filed)).tasks).toMatchObject([{ name: '街道协调派单', unit: '区群众工作办公室' }]);
    await expectUnknownTo('street', filed);
    await expectUnknownTo('clerk', filed);
  });

  it('is kept from a department by routing, by choice, by return and by whom others ask in', async () => {
    const routed = await file('clerk', { about: 'dept-urban', category: 'urban.road' });
    await world.finish('clerk', routed, 'escalate');
    await world.finish('street', routed, 'route');
    expect((await world.view(routed)).tasks).toMatchObject([{ name: '部门办理', unit: '区群众工作办公室' }]);

    const chosen = await file('clerk', { about: 'dept-urban', category: 'housing.property' });
    await world.finish('clerk', chosen, 'escalate');
    await world.finish('street', chosen, 'route', { chosenDepartment: 'dept-urban' });
    expect((await world.view(chosen)).tasks).toMatchObject([{ name: '部门办理', unit: '区群众工作办公室' }]);

    const asked = await file('clerk', { about: 'dept-urban', category: 'housing.property' });
    await world.finish('clerk', asked, 'escalate');
    await world.finish('street', asked, 'route');
    await world.claim('officer2', asked);
    const officer = await world.person('officer2');
    const unit = 'dept-urban';
    const given = { legalBasis: '“三定”规定', evidence: '照片', suggestedUnit: unit, opinion };
    const refused = { code: 'unit-refused' };
    await expect(world.get(AssistService).assist(officer, asked.id, { unit, opinion })).rejects.toMatchObject(refused);
    await expect(world.get(CopyService).copy(officer, asked.id, { unit, opinion })).rejects.toMatchObject(refused);
    await expect(world.get(ReturnService).return(officer, asked.id, given)).rejects.toMatchObject(refused);
    const order = { unit, trigger: 'leader-note', days: 5, opinion };
    const supervisor = await world.person('supervisor');
    await expect(world.get(SupervisionService).supervise(supervisor, asked.id, order)).rejects.toMatchObject(refused);
    for (const filed of [routed, chosen, asked]) await expectUnknownTo('officer', filed);
  });

  it.each(['nowhere', 'office-general', 'district'])('may not be about "%s"', async (about) => {
    await expect(file('clerk', { about })).rejects.toMatchObject({ code: 'intake-invalid' });
  });

  async function file(username: string, more: object): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title: '态度恶劣', text: '多次推诿', channel: 'phone', ...more });
    return await world.get(IntakeService).register(await world.person(username), draft);
  }

  async function expectUnknownTo(username: string, { id }: RegisteredCase): Promise<void> {
    const asks = world.get(CaseQueryService).get(await world.person(username), id);
    await expect(asks).rejects.toMatchObject({ code: 'case-unknown' });
  }
});
