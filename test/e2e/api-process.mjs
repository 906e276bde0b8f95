// The real API, compiled, in a process of its own; its clock stands in the hand of the test that forked it.
// Takes {url, at, webRoot?, timeZone?, demo?, settings?} as its first message, then {advanceBy: milliseconds}; answers
// each with {port} or {now}.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';

const dist = process.env.LIANBAN_TEST_DIST || resolve(import.meta.dirname, '../../dist');
const load = async (path) => await import(pathToFileURL(join(dist, path)).href);

const [{ url, at, webRoot, timeZone, demo, settings }] = await once(process, 'message');
const { createApplication } = await load('apps/api/src/application.js');
const { stopApplication } = await load('apps/api/src/stop-application.js');
const { createLogger, Database, loadConfig, ManualClock, startTracing, testFieldKeys } =
  await load('libs/platform/src/index.js');
const { DefinitionService } = await load('libs/engine/src/index.js');
const { twoStepRouting } = await load('libs/casework/src/testing/two-step-routing.js');

const clock = new ManualClock(at);
const stopTracing = await startTracing(process.env);
const log = createLogger({ name: 'api', level: process.env.LIANBAN_LOG_LEVEL || 'silent' });
const dataDir = await mkdtemp(join(tmpdir(), 'lianban-api-'));
const given = loadConfig({ LIANBAN_TZ: timeZone, LIANBAN_FIELD_KEYS: testFieldKeys, ...settings });
const config = { ...given, dataDir, databaseUrl: url, demo: demo ?? true };
const app = await createApplication({ config, log, clock, webRoot });
const definitions = app.get(DefinitionService, { strict: false });
await app
  .get(Database, { strict: false })
  .transaction((tx) => definitions.deploy(tx, [twoStepRouting], { actor: 'system' }));
await app.listen({ port: 0, host: '127.0.0.1' });

process.on('message', ({ advanceBy }) => {
  clock.advanceBy(advanceBy);
  process.send({ now: clock.now().toISOString() });
});
process.on('disconnect', async () => {
  await stopApplication(app);
  await stopTracing();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
process.send({ port: app.getHttpServer().address().port });
