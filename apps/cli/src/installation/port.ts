import { createServer } from 'node:net';
import { Refused } from './refused.js';

/**
 * Passes when this process could listen on a port, so that a start that must fail fails before it does anything.
 *
 * @throws Refused
 */
export async function requireFreePort(port: number, variable = 'PORT'): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '0.0.0.0' }, resolve);
    });
  } catch (error) {
    throw portRefused(port, error, variable);
  }
  await new Promise((resolve) => server.close(resolve));
}

/** Why a port cannot be used, in one line; any other error as it is. */
export function portRefused(port: number, error: unknown, variable = 'PORT'): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new Refused(
      `${variable} is ${port}: another program uses this port; stop it or set ${variable} to a free one.`,
      {
        cause: error,
      },
    );
  }
  if (code === 'EACCES') {
    return new Refused(`${variable} is ${port}: this user may not use it; expected a port from 1024 up.`, {
      cause: error,
    });
  }
  return error;
}
