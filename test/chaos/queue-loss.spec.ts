import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  brokenJournals,
  CommandService,
  DefinitionService,
  engineEntities,
  engineMigrations,
  EngineModule,
  engineQueues,
  strayWaits,
  timersFiredTwice,
} from '@lianban/engine';
import {
  createLogger,
  createTestDatabase,
  Database,
  DatabaseModule,
  loadConfig,
  queueBackends,
  Queues,
  QueuesModule,
  type TestDatabase,
} from '@lianban/platform';
import { consumers } from '../../apps/worker/src/consumers.js';
import { SweepService } from '../../apps/worker/src/sweep/sweep.service.js';
import { Upkeep } from '../../apps/worker/src/sweep/upkeep.service.js';
import { startTestRedis } from '../support/test-redis.mjs';

const instances = 100;
const waiting = {
  name: 'waiting.bpmn',
  content: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="waiting-definitions" targetNamespace="https://lianban.dev/test">
  <process id="waiting" isExecutable="true">
    <startEvent id="begun" />
    <intermediateCatchEvent id="pause">
      <timerEventDefinition><timeDuration>= delay</timeDuration></timerEventDefinition>
    </intermediateCatchEvent>
    <endEvent id="ended" />
    <sequenceFlow id="waits" sourceRef="begun" targetRef="pause" />
    <sequenceFlow id="ends" sourceRef="pause" targetRef="ended" />
  </process>
</definitions>`,
};

for (const backend of queueBackends()) {
  const suite = backend.available ? describe : describe.skip;
  suite(`the loss of everything that is queued on ${backend.name}`, () => {
    let test: TestDatabase;
    // Of its own: others use the one of the test run.
    let redis: Awaited<ReturnType<typeof startTestRedis>>;
    let app: INestApplicationContext;
    let database: Database;

    beforeAll(async () => {
      const schema = { entities: engineEntities, migrations: engineMigrations };
      test = await createTestDatabase(schema);
      if (backend.name === 'redis') redis = await startTestRedis();
      const config = { ...loadConfig({}), databaseUrl: test.url, ...(redis && { redisUrl: redis.url }) };
      const logger = createLogger({ name: 'chaos', level: process.env['LIANBAN_LOG_LEVEL'] || 'silent' });
      app = await NestFactory.createApplicationContext(
        {
          module: class WorkerOfTheEngine {},
          imports: [DatabaseModule.forRoot({ ...schema, config, logger }), QueuesModule.forRoot(), EngineModule],
          providers: [...consumers, SweepService, Upkeep],
        },
        { logger: false, abortOnError: false },
      );
      database = app.get(Database);
      const definitions = app.get(DefinitionService, { strict: false });
      await database.transaction((tx) => definitions.deploy(tx, [waiting], { actor: 'system' }));
      for (const consumer of consumers) app.get(consumer).start();
      app.get(SweepService).start();
    });

    afterAll(async () => {
      await app?.get(SweepService).stop();
      await app?.close();
      await test?.drop();
      await redis?.stop();
    });

    it('delays terms by one sweep at most, and each fires exactly once', async () => {
      for (let number = 0; number < instances; number += 1) await startOne(`PT${1 + (number % 3)}S`);
      await until(async () => (await fired()) > 0, 4_000);
      const queue = app.get(Queues).queue(engineQueues.timers);
      const queued = await queue.getDelayedCount();
      const lostAt = Date.now();

      await loseEverything();

      expect(queued).toBeGreaterThan(0);
      // Nothing of before is left; a worker or a sweep may have put something new there since.
      expect((await queue.getDelayed()).filter(({ timestamp }) => timestamp <= lostAt)).toEqual([]);
      expect(await fired()).toBeLessThan(instances);
      await until(async () => (await fired()) >= instances, 12_000);
      await sleep(500);
      expect(await fired()).toBe(instances);
      expect(await timersFiredTwice(database)).toEqual([]);
      expect(
        await database.query({ text: 'SELECT status, count(*)::int AS n FROM engine.instance GROUP BY 1' }),
      ).toEqual([{ status: 'completed', n: instances }]);
      expect([...(await strayWaits(database)), ...(await brokenJournals(database))]).toEqual([]);
    });

    it('does not keep the queue from waking the worker for later terms, without any sweep', async () => {
      await app.get(SweepService).stop();
      await loseEverything();
      const asked = performance.now();
      await startOne('PT1S');
      await until(async () => (await fired()) > instances, 8_000);

      expect(performance.now() - asked).toBeGreaterThan(900);
    });

    async function startOne(delay: string): Promise<void> {
      const commands = app.get(CommandService, { strict: false });
      const request = { processKey: 'waiting', variables: { delay }, actor: 'system' as const };
      await database.transaction((tx) => commands.start(tx, request));
    }

    async function loseEverything(): Promise<void> {
      if (redis) {
        const client = new Redis(redis.url);
        await client.flushall();
        await client.quit();
        return;
      }
      const tables = await database.query<{ name: string }>({
        text: `SELECT quote_ident(tablename) AS name FROM pg_tables
          WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
      });
      for (const { name } of tables) await database.query({ text: `DELETE FROM bullmq.${name}` });
    }

    async function fired(): Promise<number> {
      const [row] = await database.query<{ n: number }>({
        text: `SELECT count(*)::int AS n FROM engine.journal j, jsonb_array_elements(j.events) e
          WHERE e ->> 'type' = 'timer-fired'`,
      });
      return row?.n ?? -1;
    }
  });
}

async function until(done: () => Promise<boolean>, within: number): Promise<void> {
  const deadline = performance.now() + within;
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error(`not reached within ${within} ms`);
    await sleep(50);
  }
}
