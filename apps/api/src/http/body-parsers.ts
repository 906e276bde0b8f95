import type { FastifyInstance } from 'fastify';
import { decodeXml } from '@lianban/bpmn';

/**
 * Takes JSON, XML and plain bytes and refuses every other body with 415, forms above all: a form can be sent from any page. An empty
 * body counts as none, because many clients send the content type without one.
 */
export function setBodyParsers(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) {
      done(null);
      return;
    }
    void parseJson(request, body as string, done);
  });
  // A file that is put to a case; a form of a foreign page cannot send this type.
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  server.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, decodeXml(body as Buffer));
  });
}
