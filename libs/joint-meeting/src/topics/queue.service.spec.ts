import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDraftSchema, IntakeService, openCaseworkWorld, TaskService, type CaseworkWorld } from '@lianban/casework';
import { JointMeetingModule } from '../joint-meeting.module.js';
import { jointMeetingMigrations } from '../joint-meeting.schema.js';
import { QueueService } from './queue.service.js';

describe('QueueService', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld({ modules: [JointMeetingModule], migrations: jointMeetingMigrations });
  });

  afterAll(async () => await world?.close());

  it('shows topics from the moment their task opens until it is decided, the longest waiting first', async () => {
    const [first, second] = [await reportUp('占道经营'), await reportUp('违法建设')];
    const leader = await world.person('leader');

    const page = await queue().list(leader, { limit: 1 });
    expect(page).toMatchObject({
      total: 2,
      next: expect.any(String),
      items: [{ title: '占道经营', reason: 'other', light: 'green' }],
    });
    const rest = await queue().list(leader, { limit: 1, after: page.next ?? '' });
    expect(rest).toMatchObject({ next: null, items: [{ title: '违法建设', taskId: second }] });

    await world.get(TaskService).complete(await world.person('street'), first, { outcome: 'handled' });
    expect((await queue().list(leader, { limit: 9 })).items.map(({ title }) => title)).toEqual(['违法建设']);
  });

  it('takes a topic off when its term runs out', async () => {
    await reportUp('积水内涝');
    await world.advanceTo('2026-03-20T18:00:00+08:00');

    expect((await queue().list(await world.person('leader'), { limit: 9 })).items).toEqual([]);
    const states = await world.database.query<{ state: string }>({
      text: 'SELECT DISTINCT state FROM joint_meeting.topic ORDER BY 1',
    });
    expect(states.map(({ state }) => state)).toEqual(['decided', 'lapsed']);
  });

  it('shows nobody a topic of units outside their scope', async () => {
    await reportUp('绿化损坏');

    expect((await queue().list(await world.person('secretary'), { limit: 9 })).total).toBe(0);
    await expect(queue().list(await world.person('auditor'), { limit: 9 })).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  const queue = (): QueueService => world.get(QueueService);

  /** Files a case and reports it up; the street's task of the test process goes on the queue. */
  async function reportUp(title: string): Promise<string> {
    world.clock.advanceBy(1_000);
    const clerk = await world.person('clerk');
    const draft = caseDraftSchema.parse({ title, text: title, channel: 'phone' });
    const filed = await world.get(IntakeService).register(clerk, draft);
    const { tasks } = await world.get(TaskService).complete(clerk, filed.tasks[0]?.id ?? '', { outcome: 'escalate' });
    return tasks[0]?.id ?? '';
  }
});
