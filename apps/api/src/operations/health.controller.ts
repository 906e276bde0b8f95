import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Database, LOGGER } from '@lianban/platform';
import { Route } from '../http/route.js';
import { Readiness } from './readiness.js';

const healthSchema = z
  .object({ status: z.enum(['ok', 'unavailable']), reason: z.string().optional() })
  .meta({ id: 'Health' });

type Health = z.output<typeof healthSchema>;

/** Whether this process lives, and whether it can serve. */
@ApiTags('operations')
@Controller('api/health')
export class HealthController {
  readonly #database: Database;
  readonly #readiness: Readiness;
  readonly #log: Logger;

  constructor(database: Database, readiness: Readiness, @Inject(LOGGER) log: Logger) {
    this.#database = database;
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
    const reason = this.#readiness.reason ?? (await this.#databaseTrouble());
    if (reason === undefined) return { status: 'ok' };
    void reply.status(503);
    return { status: 'unavailable', reason };
  }

  async #databaseTrouble(): Promise<string | undefined> {
    try {
      await this.#database.query({ name: 'api-ready', text: 'SELECT 1' });
      return undefined;
    } catch (error) {
      this.#log.warn({ err: error }, 'not ready: the database does not answer');
      return 'the database does not answer';
    }
  }
}
