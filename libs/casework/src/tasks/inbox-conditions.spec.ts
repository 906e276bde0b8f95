import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDraftSchema } from '../cases/case-draft.js';
import { IntakeService } from '../cases/intake.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import type { Box, InboxQuery } from './inbox.js';
import type { InboxConditions } from './inbox-conditions.js';
import { InboxService } from './inbox.service.js';
import { TaskService } from './task.service.js';

const station = '向阳社区服务民生工作站';

describe('an inbox', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld();
    for (const [title, channel, category] of [
      ['路灯不亮', 'phone', 'road-lighting'],
      ['井盖松动', 'window', 'road-lighting'],
      ['噪声扰民', 'phone', undefined],
    ] as const) {
      const known =
        category &&
        (await world.database.query<{ code: string }>({
          text: 'SELECT code FROM casework.category WHERE parent_code IS NOT NULL ORDER BY code LIMIT 1',
        }));
      const draft = caseDraftSchema.parse({ title, text: `${title}三天了`, channel, category: known?.[0]?.code });
      const { tasks } = await world.get(IntakeService).register(await world.person('clerk'), draft);
      if (title !== '噪声扰民') await world.get(TaskService).claim(await world.person('clerk'), tasks[0]?.id ?? '');
      world.clock.advanceBy(24 * 3_600_000);
    }
  });

  afterAll(async () => await world?.close());

  it.each<[string, InboxConditions, string[]]>([
    ['one category', { category: ['first'] }, ['路灯不亮', '井盖松动']],
    ['a category that no line has', { category: ['nothing'] }, []],
    ['one channel', { channel: ['phone'] }, ['路灯不亮']],
    ['one of two channels', { channel: ['phone', 'window'] }, ['路灯不亮', '井盖松动']],
    ['a step by its name', { step: ['工作站办理'] }, ['路灯不亮', '井盖松动']],
    ['another step', { step: ['街道办理'] }, []],
    ['a light', { light: ['yellow', 'red'] }, ['路灯不亮']],
    ['all lights but that', { light: ['green', 'paused'] }, ['井盖松动']],
    ['days of receipt, the last one included', { from: '2026-03-02', to: '2026-03-02' }, ['路灯不亮']],
    ['all days from one on', { from: '2026-03-03' }, ['井盖松动']],
    ['several things at once', { channel: ['phone'], from: '2026-03-03' }, []],
  ])('shows the lines of %s', async (_what, conditions, titles) => {
    expect(await titlesOf('todo', { conditions: await named(conditions) })).toEqual(titles);
  });

  it('has conditions and words together, in every box', async () => {
    expect(await titlesOf('todo', { q: '井盖', conditions: { channel: ['window'] } })).toEqual(['井盖松动']);
    expect(await titlesOf('todo', { q: '井盖', conditions: { channel: ['phone'] } })).toEqual([]);
    expect(await titlesOf('claimable', { conditions: { channel: ['phone'] } })).toEqual(['噪声扰民']);
    const registered = { channel: ['phone'], step: ['工作站办理'] };
    expect(await titlesOf('registered', { conditions: registered })).toEqual(['噪声扰民', '路灯不亮']);
    expect(await titlesOf('done', { conditions: registered })).toEqual([]);
    expect(await titlesOf('copied', { conditions: { from: '2026-03-01', light: ['green'] } })).toEqual([]);
  });

  it('goes by number, page after page, and refuses the mark of another order', async () => {
    const first = await page('todo', { sort: 'code', limit: 1 });
    const second = await page('todo', { sort: 'code', limit: 1, after: first.next ?? '' });

    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['路灯不亮', '井盖松动']);
    expect(second.next).toBeNull();
    await expect(page('todo', { sort: 'due', after: first.next ?? '' })).rejects.toMatchObject({
      code: 'cursor-invalid',
    });
  });

  it('goes on after a page under the same conditions', async () => {
    const conditions = { channel: ['phone', 'window'] };
    const first = await page('registered', { conditions, limit: 2 });
    const rest = await page('registered', { conditions, limit: 2, after: first.next ?? '' });

    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(['噪声扰民', '井盖松动', '路灯不亮']);
  });

  it('offers what its lines have', async () => {
    const clerk = await world.person('clerk');

    expect(await world.get(InboxService).choices(clerk, 'todo')).toEqual({
      categories: [expect.objectContaining({ code: expect.any(String), name: expect.any(String) })],
      channels: expect.arrayContaining([expect.objectContaining({ code: 'phone' })]),
      units: [{ code: expect.any(String), name: station }],
      steps: ['工作站办理'],
    });
    expect(await world.get(InboxService).choices(clerk, 'copied')).toEqual({
      categories: [],
      channels: [],
      units: [],
      steps: [],
    });
  });

  async function named(conditions: InboxConditions): Promise<InboxConditions> {
    if (conditions.category?.[0] !== 'first') return conditions;
    const { categories } = await world.get(InboxService).choices(await world.person('clerk'), 'todo');
    return { category: categories.map(({ code }) => code) };
  }

  async function page(box: Box, query: Partial<InboxQuery>) {
    const asked = { box, sort: 'due', limit: 20, ...query } as const;
    return await world.get(InboxService).list(await world.person('clerk'), asked);
  }

  async function titlesOf(box: Box, query: Partial<InboxQuery>): Promise<string[]> {
    return (await page(box, query)).items.map(({ title }) => title);
  }
});
