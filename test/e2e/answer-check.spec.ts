import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContactService, TaskService, type RegisteredCase } from '@lianban/casework';
import { Database, newId } from '@lianban/platform';
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
    await speakAndPhotograph();
    await answer();
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
    await answer();
    await world.finish('station-head', filed, 'pass');

    expect(await world.titles(filed)).toEqual([
      ...['登记诉求', '联系诉求人', '办结', '答复'],
      ...['退回重办', '办结', '答复', '审核通过'],
    ]);
  });

  it('asks nobody about other kinds of requests', async () => {
    const asked = await world.file({ kind: 'help' });
    await world.finish('clerk', asked, 'resolved');

    expect(await world.view(asked)).toMatchObject({ tasks: [{ name: '回访' }] });
  });

  /** What closing needs beside a reply: the resident was spoken to, and there is a photo. */
  async function speakAndPhotograph() {
    const clerk = await world.person('clerk');
    const contact = { way: 'phone', reached: true, trip: false, text: '核实情况' };
    await world.get(ContactService).contact(clerk, filed.id, contact);
    await world.get(Database).query({
      text: `INSERT INTO casework.attachment (id, case_id, name, type, size, sha256, added_by, added_by_name, added_at)
             VALUES ($1, $2, '现场.png', 'image/png', 68, $3, $4, $5, now())`,
      values: [newId(), filed.id, 'a'.repeat(64), clerk.accountId, clerk.displayName],
    });
  }

  async function answer() {
    const clerk = await world.person('clerk');
    const task = (await world.line('clerk', 'claimable', filed)) ?? (await world.line('clerk', 'todo', filed));
    const completion = { outcome: 'resolved', opinion: '已处理', reply: '已核实处理，谢谢您的监督。' };
    await world.get(TaskService).complete(clerk, task?.id ?? 'missing', completion);
  }
});
