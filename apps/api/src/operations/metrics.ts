import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '@lianban/platform';

/** The numbers of this process, and those of the database that tell whether work piles up. */
@Injectable()
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'HTTP requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.#registry],
  });

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.#registry });
    const backlog = new Gauge({
      name: 'lianban_engine_backlog',
      help: 'Open rows of the engine by kind; counting stops at 100,000',
      labelNames: ['kind'],
      registers: [],
      async collect() {
        for (const { kind, count } of await database.query<{ kind: string; count: number }>({ text: backlogText })) {
          backlog.set({ kind }, count);
        }
      },
    });
    this.#registry.registerMetric(backlog);
  }

  /** Media type of {@link text}. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All numbers in the Prometheus text format. */
  async text(): Promise<string> {
    return await this.#registry.metrics();
  }

  /** Measures every request by its route, never by its address, which would be a label without bound. */
  observe(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.#requests.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1_000,
      );
      done();
    });
  }
}

const backlogText = ['task', 'timer', 'job', 'incident', 'outbox']
  .map((table) => {
    const open = table === 'outbox' ? 'WHERE delivered_at IS NULL' : '';
    return `SELECT '${table}' AS kind, (SELECT count(*)::int FROM (SELECT FROM engine.${table} ${open} LIMIT 100000) AS row) AS count`;
  })
  .join(' UNION ALL ');
