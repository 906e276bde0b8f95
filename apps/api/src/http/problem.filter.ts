import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DomainError, isUnstorableText, isUnstorableTime, LOGGER } from '@lianban/platform';
import { retryAfter } from './admission.js';
import { databaseTroubleOf, troubleWords } from './database-trouble.rules.js';
import { RateLimitedError, textNotStorable, timeNotStorable } from './http-errors.js';
import { problem, problemMediaType, problemOf, type Problem } from './problem.js';

/** Turns everything that is thrown into problem+json. What nobody expected is logged, and told without its words. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;

  constructor(@Inject(LOGGER) log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const body = { ...this.#problemOf(error, request), requestId: request.id };
    const wait = error instanceof RateLimitedError ? error.retryAfter : retryAfter;
    if (body.status === 429 || body.status === 503) void reply.header('retry-after', String(wait));
    if (body.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(body.status).header('content-type', problemMediaType).send(JSON.stringify(body));
  }

  #problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof DomainError) return problemOf(error);
    if (error instanceof RateLimitedError) return problem({ status: 429, code: 'rate-limited', detail: error.message });
    if (isUnstorableText(error)) return problemOf(textNotStorable());
    if (isUnstorableTime(error)) return problemOf(timeNotStorable());
    const status = clientErrorOf(error);
    const path = request.url.split('?')[0] ?? '';
    if (status === 404) {
      return problem({
        status,
        code: 'route-unknown',
        detail: `${request.method} ${path} is no address of this server.`,
      });
    }
    if (status !== undefined) {
      return problem({ status, code: clientCodes[status] ?? 'request-invalid', detail: (error as Error).message });
    }
    const trouble = databaseTroubleOf(error);
    if (trouble !== undefined) {
      this.#log.error({ err: error, path, trouble }, 'the database did not answer');
      return problem({ status: 503, code: trouble, detail: troubleWords[trouble] });
    }
    this.#log.error(
      { err: error, method: request.method, path, requestId: request.id },
      'a request failed unexpectedly',
    );
    const detail = `An unexpected error; the server's log tells more under request ${request.id}.`;
    return problem({ status: 500, code: 'internal-error', detail });
  }
}

/** Status of an error that Nest or Fastify blame on the client. */
function clientErrorOf(error: unknown): number | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const clientCodes: Readonly<Record<number, string>> = {
  413: 'body-too-large',
  415: 'media-type-unsupported',
};
