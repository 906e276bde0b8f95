import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { openCaseworkWorld, type CaseworkWorld } from '@lianban/casework';
import { JointMeetingModule } from '../joint-meeting.module.js';
import { jointMeetingMigrations } from '../joint-meeting.schema.js';
import { Whistles1797000000024 } from './whistles.js';

describe('Whistles1797000000024', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld({ modules: [JointMeetingModule], migrations: jointMeetingMigrations });
  });

  afterAll(async () => await world?.close());

  it('leaves the texts of its notices where they are kept, before and after casework moved them', async () => {
    const moved = await texts();
    expect(moved.map(({ code }) => code)).toEqual(['whistle', 'whistle-absent']);

    await world.database.query({ text: `DELETE FROM casework.notice_template WHERE code LIKE 'whistle%'` });
    const runner = {
      query: async (text: string, values?: unknown[]) =>
        await world.database.query({ text, ...(values && { values }) }),
    } as unknown as QueryRunner;
    await new Whistles1797000000024().down(runner);
    await new Whistles1797000000024().up(runner);

    expect(await texts()).toEqual(moved);
  });

  const texts = async (): Promise<{ code: string }[]> =>
    await world.database.query<{ code: string }>({
      text: `SELECT code, name, title, body FROM casework.notice_kind JOIN casework.notice_template USING (code)
             WHERE code LIKE 'whistle%' AND language = 'zh-CN' ORDER BY code`,
    });
});
