import { NestFactory } from '@nestjs/core';
import { NestLog, serveMetrics, type PartContext, type RunningPart } from '@lianban/platform';
import { consumers } from './consumers.js';
import { AuditWatch } from './sweep/audit-watch.service.js';
import { SweepService } from './sweep/sweep.service.js';
import { WorkerModule } from './worker.module.js';

/** Starts the worker: the start command loads this module by its path. */
export async function start(context: PartContext): Promise<RunningPart> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(context), {
    logger: new NestLog(context.log),
    abortOnError: false,
  });
  for (const consumer of consumers) app.get(consumer).start();
  const sweep = app.get(SweepService);
  sweep.start();
  app.get(AuditWatch).start();
  const { metricsPort } = context.config;
  const metrics = metricsPort === undefined ? undefined : await serveMetrics(metricsPort);
  return {
    async stop() {
      await metrics?.close();
      await sweep.stop();
      await app.close();
    },
  };
}
