import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayReadMetrics, metricsMediaType } from '@lianban/platform';
import { metricsClosed } from '../http/http-errors.js';
import { Route } from '../http/route.js';
import { Metrics } from './metrics.js';

/** Numbers for Prometheus, for who asks from inside the network without a proxy. No personal data. */
@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  readonly #metrics: Metrics;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  @Get()
  @ApiProduces('text/plain')
  @Route({ summary: 'Prometheus text', access: 'public', answer: z.string(), refuses: [403] })
  async getMetrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { headers, socket } = request;
    if (!mayReadMetrics({ address: socket.remoteAddress, headers })) throw metricsClosed();
    void reply.type(metricsMediaType);
    return await this.#metrics.text();
  }
}
