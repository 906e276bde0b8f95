import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RegisteredCase } from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

// What somebody reported (举报) is checked; the station's clerk answers, its head checks.
describe('the check of an answer', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld('2026-03-02T09:00:00+08:00');
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    filed = await world.file({ kind: 'report' });
    await world.finish('clerk', filed, 'resolved');
  });

  it('stands with the unit that answered, and is for somebody who did not handle the case', async () => {
    expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '办结审核', unit: '向阳社区服务民生工作站' }] });
    await expect(world.claim('clerk', filed)).rejects.toMatchObject({ code: 'own-work', kind: 'forbidden' });
    await expect(world.finish('clerk', filed, 'pass')).rejects.toMatchObject({ code: 'own-work' });

    await world.finish('station-head', filed, 'pass');
    expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '回访' }] });
  });

  it('sends the answer back to be done again, and looks at it again', async () => {
    await world.finish('station-head', filed, 'rework');
    expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '返工办理' }] });
    await world.finish('clerk', filed, 'resolved');
    await world.finish('station-head', filed, 'pass');

    expect(await world.titles(filed)).toEqual(['登记诉求', '办结', '退回重办', '办结', '审核通过']);
  });

  it('asks nobody about other kinds of requests', async () => {
    const asked = await world.file({ kind: 'help' });
    await world.finish('clerk', asked, 'resolved');

    expect(await world.view(asked)).toMatchObject({ tasks: [{ name: '回访' }] });
  });
});
