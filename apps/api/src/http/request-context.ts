import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { openSpan, withRequestId, type OpenSpan } from '@lianban/platform';

/**
 * Lets everything that is done for a request know its id, which the answer carries as `X-Request-Id`, and makes it a
 * span where traces are taken. Each request leaves a line in the log, a mere look only where its level is `debug`. The hook before the handler is there because reading a body leaves the context behind.
 */
export function followRequests(server: FastifyInstance, log: Logger): void {
  const spans = new WeakMap<FastifyRequest, OpenSpan>();
  const within = (request: FastifyRequest, go: () => void): void => {
    const span = spans.get(request);
    withRequestId(request.id, () => (span ? span.within(go) : go()));
  };

  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const span = openSpan(`${request.method} ${routeOf(request)}`, initOf(request));
    if (span) spans.set(request, span);
    within(request, done);
  });
  server.addHook('preValidation', (request, _reply, done) => within(request, done));
  server.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.end(endOf(reply));
    const facts = { requestId: request.id, method: request.method, route: routeOf(request), status: reply.statusCode };
    const level = request.method === 'GET' && reply.statusCode < 400 ? 'debug' : 'info';
    log[level]({ ...facts, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    spans.get(request)?.end({ failed: true });
    done();
  });
}

/** The pattern of the route, never the address: that may hold a case's code or worse. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}

function initOf(request: FastifyRequest) {
  const { traceparent } = request.headers;
  return {
    role: 'server',
    parent: typeof traceparent === 'string' ? traceparent : undefined,
    attributes: {
      'http.request.method': request.method,
      'http.route': routeOf(request),
      'lianban.request_id': request.id,
    },
  } as const;
}

function endOf({ statusCode }: FastifyReply) {
  return { attributes: { 'http.response.status_code': statusCode }, failed: statusCode >= 500 };
}
