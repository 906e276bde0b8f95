import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Command, Variables } from '@lianban/bpmn';
import { createLogger, createTestDatabase, Database, DatabaseModule, loadConfig, ManualClock } from '@lianban/platform';
import { CommandService, type StartRequest } from '../commands/command.service.js';
import { CrashPoints, type CrashPoint } from '../commands/crash-points.js';
import type { StepOutcome } from '../commands/step-record.js';
import { DefinitionService } from '../definitions/definition.service.js';
import type { SourceFile } from '../definitions/source-file.js';
import { EngineModule } from '../engine.module.js';
import { engineEntities, engineMigrations } from '../engine.schema.js';
import { parseTaskId } from '../instances/task-id.js';
import { TimerService } from '../timers/timer.service.js';
import { brokenJournals, strayWaits } from './records.js';

/** The engine alone on a database of a spec's own, without queues, with the clock in the spec's hand. */
export interface EngineWorld {
  readonly clock: ManualClock;
  readonly database: Database;
  /** A service of the engine. */
  get<T>(type: Type<T>): T;
  deploy(files: readonly SourceFile[]): Promise<void>;
  /** Starts an instance in a transaction of its own. */
  start(processKey: string, variables?: Variables, more?: Partial<StartRequest>): Promise<StepOutcome>;
  /** Gives a command in a transaction of its own. */
  execute(instanceId: string, command: Command): Promise<StepOutcome>;
  /** Completes a user task by its outside id. */
  complete(taskId: string | undefined, variables?: Variables): Promise<StepOutcome>;
  /** Moves the clock and fires what is due by then; answers with how many timers fired. */
  advanceTo(moment: string): Promise<number>;
  rows<T>(text: string, ...values: unknown[]): Promise<T[]>;
  /** The process stops at the next passage of this point. */
  crashAt(point: CrashPoint): void;
  /** What state, journal and waiting rows disagree about; empty when all is well. */
  disagreements(): Promise<string[]>;
  close(): Promise<void>;
}

/** Thrown at an armed crash point. */
export class Crash extends Error {}

/** Monday morning, in office hours. */
const morning = '2026-03-02T09:00:00+08:00';
const workflows = resolve(import.meta.dirname, '../../../../workflows');

/** The files of a default workflow, as they lie on the disk. */
export function defaultWorkflow(folder: 'case-routing' | 'joint-meeting'): SourceFile[] {
  const names = readdirSync(join(workflows, folder)).filter((name) => /\.(bpmn|dmn)$/u.test(name));
  return names.map((name) => ({ name, content: readFileSync(join(workflows, folder, name), 'utf8') }));
}

/** Opens a world with deployments, one list of files each. Close it in `afterAll`. */
export async function openEngineWorld(deployments: readonly (readonly SourceFile[])[]): Promise<EngineWorld> {
  const clock = new ManualClock(morning);
  const schema = { entities: engineEntities, migrations: engineMigrations };
  const test = await createTestDatabase(schema);
  const logger = createLogger({ name: 'test', level: process.env['LIANBAN_LOG_LEVEL'] || 'silent' });
  const config = { ...loadConfig({}), databaseUrl: test.url };
  const app = await NestFactory.createApplicationContext(
    {
      module: class WorldModule {},
      imports: [DatabaseModule.forRoot({ ...schema, config, clock, logger }), EngineModule],
    },
    { logger: false, abortOnError: false },
  );
  const get = <T>(type: Type<T>): T => app.get(type, { strict: false });
  const database = get(Database);
  const execute = (instanceId: string, command: Command): Promise<StepOutcome> =>
    database.transaction((tx) => get(CommandService).execute(tx, { instanceId, command, actor: 'system' }));
  const world: EngineWorld = {
    clock,
    database,
    get,
    async deploy(files) {
      await database.transaction((tx) => get(DefinitionService).deploy(tx, files, { actor: 'system' }));
    },
    start: (processKey, variables = {}, more = {}) =>
      database.transaction((tx) => get(CommandService).start(tx, { processKey, variables, actor: 'system', ...more })),
    execute,
    async complete(taskId = '', variables = {}) {
      const { instanceId, key } = parseTaskId(taskId);
      return await execute(instanceId, { type: 'complete-element', key, variables });
    },
    async advanceTo(moment) {
      clock.advanceTo(moment);
      return await get(TimerService).fireAllDue();
    },
    rows: <T>(text: string, ...values: unknown[]) => database.query<T>({ text, values }),
    crashAt(point) {
      const points = get(CrashPoints);
      points.reach = (reached) => {
        if (reached !== point) return Promise.resolve();
        points.reach = () => Promise.resolve();
        return Promise.reject(new Crash(`crashed at ${point}`));
      };
    },
    disagreements: async () => [...(await brokenJournals(database)), ...(await strayWaits(database))],
    async close() {
      await app.close();
      await test.drop();
    },
  };
  for (const files of deployments) await world.deploy(files);
  return world;
}
