import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

/** The one route that takes forms; it takes no cookie, so a form on a foreign page achieves nothing. */
const formRoute = /^\/engine-rest\/(engine\/default\/)?deployment\/create(\?|$)/;

/**
 * What the interface needs of the server beside its controllers: it reads forms, for deployments only, and every other
 * form is refused as before; its JSON has no charset, which the client for Node.js does not understand.
 */
export async function prepareEngineRest(server: FastifyInstance): Promise<void> {
  server.addHook('onRequest', (request, reply, done) => {
    const isForm = /^multipart\//i.test(request.headers['content-type'] ?? '');
    if (isForm && !formRoute.test(request.url)) {
      const detail = 'Forms are taken by no address but that of deployments: send JSON.';
      void reply.status(415).header('content-type', 'application/problem+json');
      void reply.send(
        JSON.stringify({
          type: 'about:blank',
          title: '不支持的内容类型',
          status: 415,
          code: 'media-type-unsupported',
          detail,
        }),
      );
      return;
    }
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const isOurs = request.url.startsWith('/engine-rest/');
    if (isOurs && /^application\/json;/.test(String(reply.getHeader('content-type'))))
      void reply.header('content-type', 'application/json');
    done(null, payload);
  });
  await server.register(fastifyMultipart, {
    limits: { fileSize: 10_000_000, files: 50, fields: 20, fieldSize: 10_000, parts: 70 },
  });
}
