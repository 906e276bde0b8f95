import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Starts a Redis (or Valkey) of the operating system on a free port, without persistence, for one test run.
 * @param {string} folder its working folder
 * @returns {Promise<{ url: string, stop(): Promise<void> } | undefined>} undefined when the system has none
 */
export async function startRedis(folder) {
  for (const program of ['redis-server', 'valkey-server']) {
    const port = await freePort();
    const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (await isReady(child)) return { url: `redis://127.0.0.1:${port}`, stop: () => stop(child) };
  }
  console.log('redis: no redis-server on this system; the suites that need it are skipped');
  return undefined;
}

function isReady(child) {
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', () => resolve(false));
    child.stdout.on('data', (chunk) => {
      if (/ready to accept connections/i.test(chunk.toString())) resolve(true);
    });
  });
}

async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
