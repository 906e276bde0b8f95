import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from './operations/readiness.js';

/** How long requests under way may take to finish at the end, in milliseconds. */
const patience = 6_000;
/** How often connections that have become idle are ended meanwhile; a download ends a moment after its last byte. */
const every = 50;

/** Takes no more requests, lets those under way finish, and cuts off whoever holds one open for longer. */
export async function stopApplication(app: NestFastifyApplication): Promise<void> {
  app.get(Readiness, { strict: false }).refuse('the process is stopping');
  const server = app.getHttpServer();
  const idle = setInterval(() => server.closeIdleConnections(), every);
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(timer);
  }
}
