import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, problemMediaType } from './problem.js';

/** What may be under way in one process at once. */
export interface Admission {
  readonly requests: number;
  /** Bytes of bodies, by what the requests say of themselves. */
  readonly bytes: number;
  /** Taken for a body that does not say how long it is. */
  readonly unknownBody: number;
}

/** Seconds after which a turned away client should ask again. */
export const retryAfter = 2;

/** Probes must see a busy process, and a stream costs nothing while it is open; streams have a limit of their own. */
const always = /^\/(?:api\/health\/|metrics$|api\/v1\/events(?:\?|$))/u;

/**
 * Turns requests away with 503 at the door when more are under way than this process can work on: those that are let in
 * are answered in time, and the memory is bounded whatever comes.
 */
export function setAdmission(server: FastifyInstance, most: Admission): void {
  let [requests, bytes] = [0, 0];
  server.addHook('onRequest', (request, reply, done) => {
    if (always.test(request.url)) {
      done();
      return;
    }
    const body = bodyOf(request, most.unknownBody);
    if (requests >= most.requests || bytes + body > most.bytes) {
      turnAway(reply);
      return;
    }
    requests += 1;
    bytes += body;
    // Comes once, whether the answer was sent or the client left.
    reply.raw.once('close', () => {
      requests -= 1;
      bytes -= body;
    });
    done();
  });
}

function bodyOf({ headers }: FastifyRequest, unknown: number): number {
  const length = Number(headers['content-length']);
  if (Number.isFinite(length)) return length;
  return headers['transfer-encoding'] === undefined ? 0 : unknown;
}

function turnAway(reply: FastifyReply): void {
  const detail = `The server has more requests than it can work on; try again in ${retryAfter} seconds.`;
  const body = problem({ status: 503, code: 'overloaded', detail });
  void reply
    .status(503)
    .header('retry-after', String(retryAfter))
    // What is left of the body is not read, so the connection cannot be used again.
    .header('connection', 'close')
    .header('content-type', problemMediaType)
    .send(JSON.stringify(body));
}
