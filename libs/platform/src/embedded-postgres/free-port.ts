import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that is free now; somebody may take it before it is used, so be ready to ask again. */
export async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
