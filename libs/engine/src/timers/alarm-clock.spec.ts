import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createLogger,
  createQueues,
  createTestDatabase,
  Database,
  DatabaseModule,
  loadConfig,
  ManualClock,
  queueBackends,
  Queues,
  type TestDatabase,
} from '@lianban/platform';
import { CommandService } from '../commands/command.service.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { EngineModule } from '../engine.module.js';
import { engineEntities, engineMigrations } from '../engine.schema.js';
import { inARow, processFile } from '../testing/process-file.js';
import { TimerWatch } from './timer-watch.js';
import { TimerHorizon } from './timer-horizon.js';
import { engineQueues } from './wake-ups.js';

const waiting = processFile(
  'waiting',
  inARow([
    'pause',
    `<intermediateCatchEvent id="pause"><timerEventDefinition><timeDuration>= delay</timeDuration>
      </timerEventDefinition></intermediateCatchEvent>`,
  ]),
);
const hour = 60 * 60 * 1_000;

for (const backend of queueBackends()) {
  const suite = backend.available ? describe : describe.skip;
  suite(`the alarm clock on ${backend.name}`, () => {
    const clock = new ManualClock('2026-03-02T01:00:00Z');
    let test: TestDatabase;
    let queues: Queues;
    let app: INestApplicationContext;

    beforeAll(async () => {
      const schema = { entities: engineEntities, migrations: engineMigrations };
      test = await createTestDatabase(schema);
      queues = await createQueues(backend.options);
      const config = { ...loadConfig({}), databaseUrl: test.url };
      const logger = createLogger({ name: 'test', level: 'silent' });
      app = await NestFactory.createApplicationContext(
        {
          module: class WorldModule {},
          imports: [
            DatabaseModule.forRoot({ ...schema, config, clock, logger }),
            {
              module: class OwnQueuesModule {},
              global: true,
              providers: [{ provide: Queues, useValue: queues }],
              exports: [Queues],
            },
            EngineModule,
          ],
        },
        { logger: false, abortOnError: false },
      );
      await database().transaction((tx) => app.get(DefinitionService).deploy(tx, [waiting], { actor: 'system' }));
    });

    beforeEach(async () => {
      await queues.queue(engineQueues.timers).obliterate({ force: true });
    });

    afterAll(async () => {
      await app?.close();
      await queues?.close();
      await test?.drop();
    });

    it('is set after the commit, to a little before the due instant', async () => {
      clock.advanceTo('2026-03-02T01:00:00.250Z');
      await start('PT1M');
      const [job] = await delayed(1);

      expect(job?.delay).toBe(59_750);
      expect(job?.id).toMatch(/^timers-\d+-\d+$/u);
    });

    it('is not set by a transaction that is undone', async () => {
      const attempt = database().transaction(async (tx) => {
        await app
          .get(CommandService)
          .start(tx, { processKey: 'waiting', variables: { delay: 'PT2M' }, actor: 'system' });
        throw new Error('undone');
      });
      await expect(attempt).rejects.toThrow('undone');
      await new Promise((resolve) => setTimeout(resolve, 100));

      expect(await delayed(0)).toEqual([]);
    });

    it('is followed by a look at the due instant itself', async () => {
      clock.advanceTo('2026-03-02T01:30:00Z');
      await start('PT1H');
      clock.advanceTo('2026-03-02T02:29:59.950Z');
      await app.get(TimerWatch).look();
      clock.advanceBy(50);
      const open = () => database().query({ text: `SELECT 1 FROM engine.timer WHERE due_at = '2026-03-02T02:30:00Z'` });
      for (let round = 0; round < 40 && (await open()).length > 0; round += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));

      expect(await open()).toEqual([]);
    });

    it('rings once for many instances that are due in the same second', async () => {
      clock.advanceTo('2026-03-02T03:00:00Z');
      await Promise.all(Array.from({ length: 40 }, () => start('PT10M')));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const jobs = await delayed(1);

      expect(jobs.length).toBeGreaterThan(0);
      expect(jobs.length).toBeLessThanOrEqual(4);
    });

    it('is set for terms beyond its horizon once they come near', async () => {
      clock.advanceTo('2026-04-02T00:00:00Z');
      await start('PT30H');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await delayed(0)).toEqual([]);

      clock.advanceBy(7 * hour);
      await app.get(TimerHorizon).queueUpcoming();
      const [job] = await delayed(1);

      expect(job?.delay).toBe(23 * hour - 200);
    });

    const database = (): Database => app.get(Database);

    const start = (delay: string) =>
      database().transaction((tx) =>
        app.get(CommandService).start(tx, { processKey: 'waiting', variables: { delay }, actor: 'system' }),
      );

    /** The queued wake-ups, as soon as there are so many. */
    async function delayed(atLeast: number): Promise<{ id: string | undefined; delay: number }[]> {
      for (let attempt = 0; ; attempt += 1) {
        const jobs = await queues.queue(engineQueues.timers).getDelayed();
        if (jobs.length >= atLeast || attempt > 100) return jobs.map(({ id, delay }) => ({ id, delay }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });
}
