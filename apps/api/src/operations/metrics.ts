import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import { engineQueues } from '@lianban/engine';
import { CLOCK, CONFIG, Database, metricsText, Queues, type Clock, type Config } from '@lianban/platform';
import { routeOf } from '../http/request-context.js';
import { NewsStreams } from '../news/news-streams.service.js';
import { readDatabaseNumbers } from './database-numbers.sql.js';

/** The numbers of this application, and those of the database that tell whether work piles up. */
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

  readonly #readers: (() => Promise<void>)[] = [];

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly streams: NewsStreams,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
  ) {
    this.#watchDatabase();
    this.#watchQueues();
    const streaming = this.#gauge('lianban_sse_clients', 'Open streams of server-sent events');
    const space = this.#gauge('lianban_data_free_bytes', 'Free space where uploads and an embedded database lie');
    this.#readers.push(async () => {
      streaming.set(this.streams.size);
      const { bavail, bsize } = await statfs(this.config.dataDir);
      space.set(bavail * bsize);
    });
  }

  /** All numbers in the Prometheus text format. What cannot be read at the moment does not cost the others. */
  async text(): Promise<string> {
    await Promise.allSettled(this.#readers.map((read) => read()));
    return await metricsText(this.#registry);
  }

  /** Measures every request by its route, never by its address, which would be a label without bound. */
  observe(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      this.#requests.observe(
        { method: request.method, route: routeOf(request), status: String(reply.statusCode) },
        reply.elapsedTime / 1_000,
      );
      done();
    });
  }

  #watchDatabase(): void {
    const up = this.#gauge('lianban_database_up', 'Whether the database told its numbers');
    const backlog = this.#gauge('lianban_engine_backlog', 'Rows of the engine by kind; counting stops at 100,000', [
      'kind',
    ]);
    const overdue = this.#gauge('lianban_overdue_seconds', 'For how long the oldest due thing of a kind waits', [
      'kind',
    ]);
    const waiting = this.#gauge('lianban_database_lock_waiting', 'Connections that wait for a lock of another');
    const deadlocks = this.#gauge('lianban_database_deadlocks', 'Deadlocks since the statistics of the database began');
    this.#readers.push(async () => {
      up.set(0);
      const numbers = await readDatabaseNumbers(this.database, this.clock.now());
      for (const { kind, count } of numbers.backlog) backlog.set({ kind }, count);
      for (const { kind, seconds } of numbers.overdue) overdue.set({ kind }, seconds);
      waiting.set(numbers.lockWaiting);
      deadlocks.set(numbers.deadlocks);
      up.set(1);
    });
  }

  #watchQueues(): void {
    const jobs = this.#gauge('lianban_queue_jobs', 'Jobs of the queues by state', ['queue', 'state']);
    this.#readers.push(async () => {
      for (const queue of Object.values(engineQueues)) {
        const counts = await this.queues.queue(queue).getJobCounts('wait', 'active', 'delayed', 'failed');
        for (const [state, count] of Object.entries(counts)) jobs.set({ queue, state }, count);
      }
    });
  }

  #gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.#registry] });
  }
}
