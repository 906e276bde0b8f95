import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TimerService } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { caseDraftSchema } from '../cases/case-draft.js';
import { CaseQueryService } from '../cases/case-query.service.js';
import { IntakeService, type RegisteredCase } from '../cases/intake.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { TrailService } from '../trail/trail.service.js';
import { TaskService } from './task.service.js';

/** Enough for both orders to happen. */
const rounds = 12;

describe('people and clocks that act at once', () => {
  let world: CaseworkWorld;
  let clerk: Principal;
  let head: Principal;

  beforeAll(async () => {
    world = await openCaseworkWorld();
    [clerk, head] = [await world.person('clerk'), await world.person('station-head')];
  });

  afterAll(async () => await world?.close());

  it('never let one claim what another completes', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const filed = await file();
      const task = filed.tasks[0]?.id ?? '';

      const outcomes = await Promise.allSettled([
        tasks().claim(clerk, task),
        tasks().complete(head, task, { outcome: 'escalate' }),
      ]);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(refusalOf(outcomes)).toMatchObject({ kind: 'conflict', code: expect.stringMatching(/^already-/) });
      expect(await world.get(TrailService).firstBrokenLine(filed.id)).toBeUndefined();
    }
  });

  it('never let two complete the same task', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const task = (await file()).tasks[0]?.id ?? '';

      const outcomes = await Promise.allSettled(
        [clerk, head, clerk].map(async (person) => await tasks().complete(person, task, { outcome: 'escalate' })),
      );

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(refusalOf(outcomes)).toMatchObject({ kind: 'conflict', code: expect.stringMatching(/^already-/) });
    }
  });

  it('let either the answer or the lapse win, and never deadlock', async () => {
    const filed = await Promise.all(Array.from({ length: rounds }, file));
    world.clock.advanceTo('2026-03-05T17:30:00+08:00');

    const [, ...answers] = await Promise.allSettled([
      world.get(TimerService).fireDue({ limit: 100 }),
      ...filed.map(
        async ({ tasks: [task] }) =>
          await tasks().complete(clerk, task?.id ?? '', { outcome: 'resolved', opinion: '已办' }),
      ),
    ]);

    for (const [index, answer] of answers.entries()) {
      const view = await world.get(CaseQueryService).get(clerk, filed[index]?.id ?? '');
      if (answer.status === 'fulfilled') expect(view).toMatchObject({ state: 'closed', escalations: 0 });
      else {
        expect(answer.reason).toMatchObject({ kind: 'conflict' });
        expect(view).toMatchObject({ state: 'open', escalations: 1, level: 'street' });
      }
    }
  });

  const tasks = (): TaskService => world.get(TaskService);

  async function file(): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title: '争抢', text: '同时办理', channel: 'phone' });
    return await world.get(IntakeService).register(clerk, draft);
  }
});

function refusalOf(outcomes: readonly PromiseSettledResult<unknown>[]): unknown {
  return outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
}
