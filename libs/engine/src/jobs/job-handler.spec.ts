import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { createLogger, createTestDatabase, Database, DatabaseModule, loadConfig, ManualClock } from '@lianban/platform';
import { CommandService } from '../commands/command.service.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { EngineModule } from '../engine.module.js';
import { engineEntities, engineMigrations } from '../engine.schema.js';
import { inARow, processFile } from '../testing/process-file.js';
import { JobHandler } from './job-handler.js';
import { JobService, type JobWorker } from './job.service.js';

const file = processFile(
  'sending',
  inARow(['send', '<serviceTask id="send" lianban:topic="sms" />'], ['after', '<userTask id="after" />']),
);

@Injectable()
class Sms {
  readonly sent: string[] = [];

  @JobHandler('sms')
  send(job: Parameters<JobWorker>[0]): ReturnType<JobWorker> {
    this.sent.push(`${JSON.stringify(job.variables['phone'])} ${job.idempotencyKey}`);
    return Promise.resolve({ receipt: this.sent.length });
  }
}

@Injectable()
class OtherSms {
  @JobHandler('sms')
  send(): ReturnType<JobWorker> {
    return Promise.resolve(undefined);
  }
}

describe('a handler marked in code', () => {
  it('gets the jobs of its topic, with itself as `this`; two for one topic are refused', async () => {
    const schema = { entities: engineEntities, migrations: engineMigrations };
    const test = await createTestDatabase(schema);
    const logger = createLogger({ name: 'test', level: 'silent' });
    const config = { ...loadConfig({}), databaseUrl: test.url };
    const boot = async (...providers: (typeof Sms | typeof OtherSms)[]) => {
      const database = DatabaseModule.forRoot({
        ...schema,
        config,
        clock: new ManualClock('2026-03-02T01:00:00Z'),
        logger,
      });
      @Module({ imports: [database, EngineModule], providers })
      class App {}
      return await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
    };
    const app = await boot(Sms);
    const { instanceId } = await app.get(Database).transaction(async (tx) => {
      await app.get(DefinitionService, { strict: false }).deploy(tx, [file], { actor: 'system' });
      const request = { processKey: 'sending', variables: { phone: '138' }, actor: 'system' as const };
      return app.get(CommandService, { strict: false }).start(tx, request);
    });

    expect(await app.get(JobService, { strict: false }).workDue()).toMatchObject({ done: 1 });
    expect(app.get(Sms).sent).toEqual([expect.stringContaining(`"138" ${instanceId}.`)]);
    await app.close();
    await expect(boot(Sms, OtherSms)).rejects.toThrow('has a worker already');
    await test.drop();
  });
});
