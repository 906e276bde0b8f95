import { spawn } from 'node:child_process';
import { createServer, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts a Redis that keeps nothing; undefined if the machine has none. */
export async function startTestRedis() {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: 'ignore',
      cwd: '/',
    },
  );
  const ended = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', resolve);
  });
  const started = await Promise.race([ended.then(() => false), untilAnswers(port)]);
  if (!started) return undefined;
  child.unref();
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    url: `redis://127.0.0.1:${port}/0`,
    async stop() {
      process.removeListener('exit', kill);
      child.ref(); // or this process could end before it has
      kill();
      await ended;
    },
  };
}

async function untilAnswers(port) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answers = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.end();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (answers) return true;
    await sleep(25);
  }
  return false;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
