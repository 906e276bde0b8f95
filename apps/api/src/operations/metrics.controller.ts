import { Controller, Get, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Route } from '../http/route.js';
import { Metrics } from './metrics.js';

/** Numbers for Prometheus. No personal data; keep the address inside the network by the proxy. */
@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  readonly #metrics: Metrics;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  @Get()
  @ApiProduces('text/plain')
  @Route({ summary: 'Prometheus text', access: 'public', answer: z.string() })
  async getMetrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.#metrics.contentType);
    return await this.#metrics.text();
  }
}
