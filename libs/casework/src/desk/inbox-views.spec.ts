import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import type { InboxLook } from './inbox-look.js';
import type { InboxView } from './inbox-view.js';
import { InboxViews } from './inbox-views.service.js';

const look: InboxLook = { sort: 'code', conditions: { light: ['red'] } };
const station = 'station-1-1';

describe('a saved view of an inbox', () => {
  let world: CaseworkWorld;
  let view: InboxView;

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    await world.database.query({ text: 'DELETE FROM casework.inbox_view' });
    const asked = { box: 'todo', name: '超期', look } as const;
    view = await views().add(await world.person('station-head'), asked);
  });

  it('is its owner’s alone, in its box', async () => {
    expect(await seen('station-head')).toEqual([view]);
    expect(view).toMatchObject({ name: '超期', look, own: true, unit: null });
    expect(await seen('clerk')).toEqual([]);
    expect(await views().list(await world.person('station-head'), 'done')).toEqual([]);
    await expect(views().change(await world.person('clerk'), view.id, { name: '我的' })).rejects.toMatchObject({
      code: 'inbox-view-unknown',
    });
  });

  it('can be renamed, changed and deleted by its owner', async () => {
    const head = await world.person('station-head');

    const changed = await views().change(head, view.id, { name: '已超期', look: { sort: 'due' } });
    const again = await views().change(head, view.id, { look: {} });
    await views().remove(head, view.id);

    expect(changed).toMatchObject({ name: '已超期', look: { sort: 'due' } });
    expect(again).toMatchObject({ name: '已超期', look: {} });
    expect(await seen('station-head')).toEqual([]);
    await expect(views().remove(head, 'nothing')).rejects.toMatchObject({ code: 'inbox-view-unknown' });
  });

  it('is shown to its unit by who assigns tasks there; others read and copy it, and do not change it', async () => {
    const clerk = await world.person('clerk');
    await views().share(await world.person('station-head'), view.id, station);

    const [shared] = await seen('clerk');
    expect(shared).toMatchObject({ id: view.id, own: false, unit: { id: station } });
    expect(await seen('clerk2')).toEqual([]);
    await expect(views().change(clerk, view.id, { name: '我的' })).rejects.toMatchObject({
      code: 'inbox-view-not-yours',
    });
    await expect(views().remove(clerk, view.id)).rejects.toMatchObject({ code: 'inbox-view-not-yours' });
    const copy = await views().add(clerk, { box: 'todo', name: '超期', look: shared?.look ?? {} });
    expect(copy).toMatchObject({ own: true, look });

    await views().unshare(await world.person('station-head'), view.id);
    expect(await seen('clerk')).toEqual([copy]);
  });

  it('is shared in nobody else’s unit, and by nobody who assigns no tasks', async () => {
    const head = await world.person('station-head');
    const own = await views().add(await world.person('clerk'), { box: 'todo', name: '超期', look });

    await expect(views().share(await world.person('clerk'), own.id, station)).rejects.toMatchObject({
      code: 'permission-missing',
    });
    await expect(views().share(head, view.id, 'street-1')).rejects.toMatchObject({
      code: 'inbox-view-sharing-refused',
    });
  });

  it('stands in the audit trail from its sharing to its end', async () => {
    const head = await world.person('station-head');
    await views().change(head, view.id, { name: '红灯' });
    await views().share(head, view.id, station);
    await views().change(head, view.id, { name: '超期' });
    await views().remove(head, view.id);

    const rows = await world.database.query<{ action: string }>({
      text: `SELECT action FROM identity.audit_entry WHERE subject_id = $1 ORDER BY seq`,
      values: [view.id],
    });
    expect(rows.map(({ action }) => action)).toEqual(['inbox-view-shared', 'inbox-view-changed', 'inbox-view-deleted']);
  });

  it('has a name of its own in its box, and there are not too many of them', async () => {
    const head = await world.person('station-head');
    await expect(views().add(head, { box: 'todo', name: '超期', look })).rejects.toMatchObject({
      code: 'inbox-view-name-taken',
    });
    await views().add(head, { box: 'done', name: '超期', look });
    for (let n = 2; n < 50; n += 1) await views().add(head, { box: 'todo', name: `视图 ${n}`, look });
    await expect(views().add(head, { box: 'todo', name: '再一个', look })).rejects.toMatchObject({
      code: 'inbox-views-enough',
    });
  });

  it('has a name of its own also where another window takes it at the same moment', async () => {
    const { database } = world;
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const head = await world.person('station-head');

    const [added] = await database
      .transaction(async (tx) => {
        await tx.query({ text: `UPDATE casework.inbox_view SET name = '红灯' WHERE id = $1`, values: [view.id] });
        const adding = Promise.allSettled([views().add(head, { box: 'todo', name: '红灯', look })]);
        for (
          const end = Date.now() + 5_000;
          Date.now() < end && (await database.query({ text: waiting })).length === 0;
        );
        return { adding };
      })
      .then(async ({ adding }) => await adding);

    expect(added).toMatchObject({ status: 'rejected', reason: { code: 'inbox-view-name-taken' } });
  });

  const views = () => world.get(InboxViews);

  async function seen(who: string): Promise<InboxView[]> {
    return await views().list(await world.person(who), 'todo');
  }
});
