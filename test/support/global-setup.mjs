// One PostgreSQL and, where the machine has it, one Redis for a whole test run. Both can be given instead by
// TEST_DATABASE_URL (a superuser's address, as each suite creates a database of its own) and TEST_REDIS_URL.
import { randomBytes } from 'node:crypto';
import { makeTestFolder } from './test-folder.mjs';
import { dropTemplates, startTestPostgres } from './test-postgres.mjs';
import { startTestRedis } from './test-redis.mjs';

export default async function setUp() {
  const servers = [];
  globalThis.__lianbanTestServers = servers;
  const stopAll = async () => {
    for (const server of servers.splice(0).reverse()) await server.stop();
  };
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(name, () => void stopAll().finally(() => process.exit(code)));
  }
  servers.push(await makeTestFolder());
  const run = (process.env.TEST_RUN = randomBytes(4).toString('hex'));
  if (process.env.TEST_DATABASE_URL) {
    servers.push({ stop: () => dropTemplates(process.env.TEST_DATABASE_URL, run) });
  } else {
    const postgres = await startTestPostgres();
    servers.push(postgres);
    process.env.TEST_DATABASE_URL = postgres.url;
  }
  if (!process.env.TEST_REDIS_URL) {
    const redis = await startTestRedis();
    if (redis) {
      servers.push(redis);
      process.env.TEST_REDIS_URL = redis.url;
    } else {
      console.log('\nNo redis-server in PATH: the suites on Redis are skipped (and counted as skipped).');
    }
  }
}
