import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DeploymentRefusedError } from '@lianban/engine';
import { DomainError, LOGGER } from '@lianban/platform';
import { retryAfter } from '../http/admission.js';
import { databaseTroubleOf, troubleWords } from '../http/database-trouble.rules.js';
import { problemOf } from '../http/problem.js';

/** Errors as the programs of Camunda 7 expect them: `{type, message}`; our stable code comes along. */
@Catch()
export class EngineRestFilter implements ExceptionFilter {
  readonly #log: Logger;

  constructor(@Inject(LOGGER) log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { status, body } = this.#answerTo(error, http.getRequest<FastifyRequest>());
    const reply = http.getResponse<FastifyReply>();
    if (status === 401) void reply.header('www-authenticate', 'Basic realm="lianban"');
    if (status === 503) void reply.header('retry-after', String(retryAfter));
    void reply.status(status).header('content-type', 'application/json').send(JSON.stringify(body));
  }

  #answerTo(error: unknown, request: FastifyRequest): { status: number; body: object } {
    if (error instanceof DeploymentRefusedError) return { status: 400, body: parseException(error) };
    if (error instanceof DomainError) {
      const { status, code, detail } = problemOf(error);
      const fields = (error.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
      return {
        status: restStatus(status),
        body: { type: typeOf(status), message: [detail, ...fields].join(' '), code },
      };
    }
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
    if (typeof status === 'number' && status < 500)
      return {
        status,
        body: { type: typeOf(status), message: error instanceof Error ? error.message : String(error) },
      };
    const trouble = databaseTroubleOf(error);
    if (trouble !== undefined) {
      this.#log.error({ err: error, trouble }, 'the database did not answer');
      const body = { type: 'ProcessEngineException', message: troubleWords[trouble], code: trouble };
      return { status: 503, body };
    }
    this.#log.error({ err: error, requestId: request.id }, 'a request failed unexpectedly');
    const message = `An unexpected error; the server's log tells more under request ${request.id}.`;
    return { status: 500, body: { type: 'ProcessEngineException', message } };
  }
}

/** What is refused as a conflict here is a bad request or a failure of the engine there. */
function restStatus(status: number): number {
  return status === 409 || status === 422 ? 400 : status;
}

function typeOf(status: number): string {
  if (status === 401 || status === 403) return 'AuthorizationException';
  return status === 409 || status === 422 ? 'RestException' : 'InvalidRequestException';
}

function parseException({ message, problems }: DeploymentRefusedError): object {
  const details: Record<string, { errors: object[]; warnings: object[] }> = {};
  for (const { file = '', element, severity, message: text } of problems) {
    const report = (details[file] ??= { errors: [], warnings: [] });
    const ids = element === undefined ? [] : [element];
    const entry = { message: text, line: 0, column: 0, mainElementId: element ?? null, elementIds: ids };
    report[severity === 'error' ? 'errors' : 'warnings'].push(entry);
  }
  return { type: 'ParseException', message, details };
}
