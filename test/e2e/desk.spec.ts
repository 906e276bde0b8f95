import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CaseDrafts,
  caseDraftSchema,
  completionSchema,
  IntakeService,
  openCaseworkWorld,
  PreferenceService,
  TaskDrafts,
  TaskService,
  type CaseworkWorld,
  type RegisteredCase,
} from '@lianban/casework';

describe('a desk', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  describe('is as its person wants it', () => {
    it('once they decided something, at every machine; what they did not decide is as usual', async () => {
      const preferences = world.get(PreferenceService);
      const clerk = await world.person('clerk');
      expect(await preferences.get(clerk)).toEqual({
        keyboard: { enabled: true },
        completing: { openNext: false },
        language: {},
        inbox: {},
      });

      await preferences.change(clerk, { keyboard: { enabled: false } });
      await preferences.change(clerk, { completing: { openNext: true } });
      await preferences.change(clerk, { language: { chosen: 'en' } });

      expect(await preferences.get(clerk)).toEqual({
        keyboard: { enabled: false },
        completing: { openNext: true },
        language: { chosen: 'en' },
        inbox: {},
      });
      expect((await preferences.get(await world.person('street'))).keyboard).toEqual({ enabled: true });
    });

    it('each of their inboxes by itself', async () => {
      const clerk = await world.person('clerk');
      await world.get(PreferenceService).change(clerk, { inbox: { todo: { look: { sort: 'code', pageSize: 50 } } } });

      const { inbox } = await world
        .get(PreferenceService)
        .change(clerk, { inbox: { done: { look: { pageSize: 20 } } } });

      expect(inbox).toEqual({ todo: { look: { sort: 'code', pageSize: 50 } }, done: { look: { pageSize: 20 } } });
    });

    it('and as usual where another version wrote what this one does not know', async () => {
      const clerk = await world.person('clerk');
      await world.database.query({
        text: `UPDATE casework.preference SET value = '{"enabled": "perhaps"}' WHERE key = 'keyboard'`,
      });

      expect((await world.get(PreferenceService).get(clerk)).keyboard).toEqual({ enabled: true });
    });
  });

  describe('keeps what was written for a task', () => {
    const draft = { opinion: '已联系物业', reply: '今天修好' };
    let filed: RegisteredCase;
    let task: string;

    beforeEach(async () => {
      const given = caseDraftSchema.parse({ title: '路灯不亮', text: '三盏路灯不亮', channel: 'phone' });
      filed = await world.get(IntakeService).register(await world.person('clerk'), given);
      task = filed.tasks[0]?.id ?? 'missing';
      await world.get(TaskService).claim(await world.person('clerk'), task);
      await world.get(TaskDrafts).save(await world.person('clerk'), task, draft);
    });

    it('for its writer alone', async () => {
      expect(await world.get(TaskDrafts).get(await world.person('clerk'), task)).toMatchObject({ draft });
      expect(await world.get(TaskDrafts).get(await world.person('station-head'), task)).toMatchObject({ draft: null });
      await expect(world.get(TaskDrafts).get(await world.person('clerk2'), task)).rejects.toThrow(/No task/u);
      await expect(world.get(TaskDrafts).save(await world.person('clerk2'), task, draft)).rejects.toThrow(/No task/u);
    });

    it('until it is sent', async () => {
      const completion = completionSchema.parse({ outcome: 'escalate', opinion: '需街道协调' });
      await world.get(TaskService).complete(await world.person('clerk'), task, completion);

      expect(await drafts()).toEqual([]);
      const late = await world.get(TaskDrafts).save(await world.person('clerk'), task, draft);
      expect([late.draft, await drafts()]).toEqual([null, []]);
    });

    it('for a month after it was last saved', async () => {
      world.clock.advanceBy(31 * 24 * 3_600_000);
      expect(await world.get(TaskDrafts).get(await world.person('clerk'), task)).toMatchObject({ draft: null });

      await world.get(TaskDrafts).purge();

      expect(await drafts()).toEqual([]);
    });

    async function drafts(): Promise<unknown[]> {
      const text = `SELECT content FROM casework.task_draft WHERE instance_id || '.' || key = $1`;
      return await world.database.query({ text, values: [task] });
    }
  });

  it('keeps a request that is being written for its writer alone, until it is given up or two weeks are over', async () => {
    const drafts = world.get(CaseDrafts);
    const [clerk, head] = [await world.person('clerk'), await world.person('station-head')];
    const draft = { title: '路灯不亮', resident: { name: '王女士' } };
    await drafts.save(clerk, draft);

    expect(await drafts.get(clerk)).toMatchObject({ draft, savedAt: expect.any(String) });
    expect(await drafts.get(head)).toEqual({ draft: null, savedAt: null });
    await expect(drafts.get(await world.person('officer'))).rejects.toMatchObject({ code: 'permission-missing' });
    await drafts.save(clerk, {});
    expect(await drafts.get(clerk)).toEqual({ draft: null, savedAt: null });
    await drafts.save(head, draft);
    world.clock.advanceBy(15 * 24 * 3_600_000);
    expect(await drafts.get(head)).toEqual({ draft: null, savedAt: null });
    await world.get(TaskDrafts).purge();
    expect(await world.database.query({ text: 'SELECT content FROM casework.case_draft' })).toEqual([]);
  });
});
