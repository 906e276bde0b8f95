import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Database, endsWithin, LOGGER, Queues } from '@lianban/platform';
import { retryAfter } from '../http/admission.js';
import { Route } from '../http/route.js';
import { Readiness } from './readiness.js';

const healthSchema = z
  .object({ status: z.enum(['ok', 'unavailable']), reason: z.string().optional() })
  .meta({ id: 'Health' });

/** How long database and queues may take to answer a probe, in milliseconds. */
const patience = 3_000;

type Health = z.output<typeof healthSchema>;

/** Whether this process lives, and whether it can serve. */
@ApiTags('operations')
@Controller('api/health')
export class HealthController {
  readonly #database: Database;
  readonly #queues: Queues;
  readonly #readiness: Readiness;
  readonly #log: Logger;

  constructor(database: Database, queues: Queues, readiness: Readiness, @Inject(LOGGER) log: Logger) {
    this.#database = database;
    this.#queues = queues;
    this.#readiness = readiness;
    this.#log = log;
  }

  @Get('live')
  @Route({ summary: 'Whether the process lives', access: 'public', answer: healthSchema })
  getLive(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Route({
    summary: 'Whether it can serve; 503 with the reason if not',
    access: 'public',
    answer: healthSchema,
    refuses: [503],
  })
  async getReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const reason = this.#readiness.reason ?? (await this.#trouble());
    if (reason === undefined) return { status: 'ok' };
    void reply.status(503).header('retry-after', String(retryAfter));
    return { status: 'unavailable', reason };
  }

  async #trouble(): Promise<string | undefined> {
    const [database, queues] = await Promise.all([
      this.#databaseTrouble(),
      endsWithin(patience, this.#queues.isReady().then(requireTrue)),
    ]);
    return database ?? (queues ? undefined : 'the queues do not answer');
  }

  async #databaseTrouble(): Promise<string | undefined> {
    let missing: readonly string[] = [];
    const asked = this.#database.missingMigrations().then((names) => void (missing = names));
    asked.catch((err: unknown) => this.#log.warn({ err }, 'not ready: the database does not answer'));
    if (!(await endsWithin(patience, asked))) return 'the database does not answer';
    return missing.length === 0 ? undefined : `the database lacks ${missing.length} migrations: run "lianban migrate"`;
  }
}

function requireTrue(ready: boolean): void {
  if (!ready) throw new Error('not ready');
}
