import { NestFactory } from '@nestjs/core';
import type { PartContext, RunningPart } from '@lianban/platform';
import { consumers } from './consumers.js';
import { SweepService } from './sweep/sweep.service.js';
import { WorkerModule } from './worker.module.js';

/** Starts the worker: the start command loads this module by its path. */
export async function start(context: PartContext): Promise<RunningPart> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(context), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  for (const consumer of consumers) app.get(consumer).start();
  const sweep = app.get(SweepService);
  sweep.start();
  return {
    async stop() {
      await sweep.stop();
      await app.close();
    },
  };
}
