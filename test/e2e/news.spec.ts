import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  caseDraftSchema,
  caseworkEntities,
  CaseworkModule,
  InboxService,
  IntakeService,
  NewsDesk,
  openCaseworkWorld,
  TaskService,
  UrgeService,
  type CaseworkWorld,
  type RegisteredCase,
} from '@lianban/casework';
import { engineEntities } from '@lianban/engine';
import { AuthService, identityEntities, IdentityModule } from '@lianban/identity';
import { organisationEntities } from '@lianban/organisation';
import { createLogger, DatabaseModule, loadConfig, testFieldKeys } from '@lianban/platform';
import { NewsStreams } from '../../apps/api/src/news/news-streams.service.js';

@Module({ imports: [IdentityModule, CaseworkModule], providers: [NewsStreams] })
class StreamsModule {}

const tasksChanged = 'event: changed\ndata: tasks\n\n';
const noticesChanged = 'event: changed\ndata: notices\n\n';

/** One open stream as a browser reads it. */
interface Window {
  /** All that came so far. */
  readonly text: () => string;
  /** Resolves when a text has come. */
  heard(text: string): Promise<void>;
  /** Resolves when the server ends it. */
  readonly ended: Promise<void>;
  close(): void;
}

describe('news of what changed', () => {
  /** A process that does things; the two that people's browsers ask do not know of it. */
  let world: CaseworkWorld;
  let processes: INestApplicationContext[];

  beforeAll(async () => {
    world = await openCaseworkWorld();
    processes = [await startProcess(world), await startProcess(world)];
  });

  afterAll(async () => {
    for (const each of processes) await each.close();
    await world?.close();
  });

  it('reach those in whose inboxes a case stands, at every process, and nobody else', async () => {
    const [clerk, head, other] = [await open('clerk'), await open('station-head', 1), await open('clerk2', 1)];

    const filed = await file();

    await Promise.all([clerk.heard(tasksChanged), head.heard(tasksChanged)]);
    await streamsOf(1).beat();
    await other.heard(':\n\n');
    expect(other.text()).not.toContain('changed');
    expect(clerk.text() + head.text()).not.toMatch(new RegExp(`${filed.id}|${filed.code}|路灯`, 'u'));
    for (const window of [clerk, head, other]) window.close();
  });

  it('reach who was told something', async () => {
    const filed = await file();
    await claim('clerk', filed);
    const clerk = await open('clerk');

    await world.get(UrgeService).urge(await world.person('station-head'), filed.id, { opinion: '请抓紧' });

    await clerk.heard(noticesChanged);
    clerk.close();
  });

  it('end with the session, and say nothing after it', async () => {
    const auth = world.get(AuthService);
    const { token } = await auth.openSession(await world.person('clerk'));
    const window = await listen('clerk', token);
    await auth.signOut(token);

    await file();

    await window.ended;
    expect(window.text()).not.toContain('changed');
  });

  it('end when the session has been idle for too long, as listening is no activity', async () => {
    const { token } = await world.get(AuthService).openSession(await world.person('clerk'));
    const window = await listen('clerk', token);
    await streamsOf(0).beat();
    await window.heard(':\n\n');

    world.clock.advanceBy(24 * 3_600_000);
    await streamsOf(0).beat();

    await window.ended;
  });

  it('leave no listener behind when a window is closed', async () => {
    const windows = [await open('clerk'), await open('street')];
    expect(processes[0]?.get(NewsDesk, { strict: false }).size).toBeGreaterThan(0);

    for (const window of windows) window.close();

    await until(() => streamsOf(0).size === 0);
    expect(processes[0]?.get(NewsDesk, { strict: false }).size).toBe(0);
  });

  it('go to a few windows of one person only', async () => {
    const windows: Window[] = [];
    for (let n = 0; n < 8; n += 1) windows.push(await open('officer'));

    await expect(open('officer')).rejects.toThrow(/Too many requests/u);

    for (const window of windows) window.close();
  });

  it('begin with "look at everything" when the database was out of reach', async () => {
    const window = await open('street', 1);

    await world.database.query({
      text: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE application_name = 'lianban-listener' AND datname = current_database()`,
    });

    await Promise.all([window.heard(tasksChanged), window.heard(noticesChanged)]);
    window.close();
  });

  it('say "look at everything" where a process says something that this one does not understand', async () => {
    const clerk = await open('clerk');
    await world.database.query({ text: `NOTIFY lianban_news, 'in the words of another version'` });
    await Promise.all([clerk.heard(tasksChanged), clerk.heard(noticesChanged)]);
    clerk.close();
  });

  it('end with the process', async () => {
    const window = await open('street', 1);
    const [last] = processes.splice(1);

    await last?.close();

    await window.ended;
  });

  async function startProcess({ clock, database }: CaseworkWorld): Promise<INestApplicationContext> {
    const { url: databaseUrl } = database.dataSource.options as { readonly url: string };
    const entities = [...organisationEntities, ...identityEntities, ...engineEntities, ...caseworkEntities];
    const logger = createLogger({ name: 'test', level: 'silent' });
    const config = { ...loadConfig({ LIANBAN_FIELD_KEYS: testFieldKeys }), databaseUrl };
    const own = DatabaseModule.forRoot({ entities, migrations: [], config, clock, logger });
    return await NestFactory.createApplicationContext(
      { module: class ProcessModule {}, imports: [own, StreamsModule] },
      { logger: false, abortOnError: false },
    );
  }

  function streamsOf(at: number): NewsStreams {
    const each = processes[at];
    if (!each) throw new Error(`process ${at} has ended`);
    return each.get(NewsStreams, { strict: false });
  }

  async function open(username: string, at = 0): Promise<Window> {
    const { accessToken } = await world.get(AuthService).issueToken(await world.person(username));
    return await listen(username, accessToken, at);
  }

  async function listen(username: string, secret: string, at = 0): Promise<Window> {
    return windowOf(await streamsOf(at).open(await world.person(username), secret));
  }

  async function file(): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title: '路灯不亮', text: '三盏路灯不亮', channel: 'phone' });
    return await world.get(IntakeService).register(await world.person('clerk'), draft);
  }

  async function claim(username: string, filed: RegisteredCase): Promise<void> {
    const person = await world.person(username);
    const { items } = await world.get(InboxService).list(person, { box: 'claimable', sort: 'due', limit: 100 });
    await world.get(TaskService).claim(person, items.find(({ caseId }) => caseId === filed.id)?.id ?? 'missing');
  }
});

function windowOf(body: Readable): Window {
  let text = '';
  body.setEncoding('utf8').on('data', (part: string) => (text += part));
  return {
    text: () => text,
    heard: async (expected) => await until(() => text.includes(expected)),
    ended: new Promise((resolve) => body.once('close', () => resolve())),
    close: () => body.destroy(),
  };
}

/** Waits for what other processes bring about. */
async function until(met: () => boolean): Promise<void> {
  for (let tries = 0; !met(); tries += 1) {
    if (tries > 500) throw new Error('waited in vain for five seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
