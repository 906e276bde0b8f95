import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PartContext, RunningPart } from '@lianban/platform';
import { createApplication } from './application.js';
import { Readiness } from './operations/readiness.js';

/** The built web application, seen from dist/apps/api/src. */
const webRoot = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url));

/** How long requests under way may take to finish at the end, in milliseconds. */
const patience = 6_000;

/**
 * Starts the API: the start command loads this module by its path.
 *
 * @throws Error with code EADDRINUSE or EACCES when it cannot listen; nothing stays open then
 */
export async function start({ config, log }: PartContext): Promise<RunningPart> {
  const app = await createApplication({ config, log, webRoot });
  try {
    await app.listen({ port: config.port, host: '0.0.0.0' });
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return { address: `http://localhost:${port}`, stop: async () => await stop(app) };
}

async function stop(app: NestFastifyApplication): Promise<void> {
  app.get(Readiness).refuse('the process is stopping');
  const server = app.getHttpServer();
  // Whoever holds a request open for longer is cut off, so that the stop has an end.
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
