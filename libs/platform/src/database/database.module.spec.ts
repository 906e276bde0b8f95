import { Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { loadConfig } from '../config/config.js';
import { createLogger } from '../log/logger.js';
import { Queues } from '../queues/queues.js';
import { QueuesModule } from '../queues/queues.module.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { CLOCK, ManualClock, type Clock } from '../time/clock.js';
import { Database } from './database.js';
import { DatabaseModule } from './database.module.js';

@Injectable()
class Sample {
  constructor(
    readonly database: Database,
    readonly dataSource: DataSource,
    readonly queues: Queues,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}
}

const logger = createLogger({ name: 'test', level: 'silent' });

async function boot(databaseUrl: string) {
  @Module({
    imports: [
      DatabaseModule.forRoot({
        entities: [],
        migrations: [],
        config: loadConfig({ DATABASE_URL: databaseUrl }),
        clock: new ManualClock('2026-03-02T00:00:00Z'),
        logger,
      }),
      QueuesModule.forRoot(),
    ],
    providers: [Sample],
  })
  class App {}
  return await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
}

describe('DatabaseModule and QueuesModule', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase({ entities: [], migrations: [] });
  });
  afterAll(async () => {
    await test.drop();
  });

  it('give every module the database, the queues and the clock, and close with running jobs ended', async () => {
    const app = await boot(test.url);
    const sample = app.get(Sample);
    let ended = false;
    const started = new Promise<void>((resolve) => {
      sample.queues.worker('slow', async () => {
        resolve();
        await new Promise((end) => setTimeout(end, 100));
        await sample.database.query({ text: 'SELECT 1' });
        ended = true;
      });
    });
    await sample.queues.queue('slow').add('run', {});
    await started;

    expect(sample.database.dataSource).toBe(sample.dataSource);
    expect(sample.clock.now().toISOString()).toBe('2026-03-02T00:00:00.000Z');
    await app.close();

    expect(ended).toBe(true);
    expect(sample.dataSource.isInitialized).toBe(false);
  });
});
