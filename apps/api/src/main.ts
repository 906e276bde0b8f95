import { fileURLToPath } from 'node:url';
import type { PartContext, RunningPart } from '@lianban/platform';
import { createApplication } from './application.js';
import { stopApplication } from './stop-application.js';

/** The built web application, seen from dist/apps/api/src. */
const webRoot = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url));

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
  return { address: `http://localhost:${port}`, stop: async () => await stopApplication(app) };
}
