import { pino, type DestinationStream, type Logger } from 'pino';
import { currentTrace } from '../trace/tracing.js';
import { errorFacts } from './error-facts.js';
import { currentRequestId } from './request-id.js';

/** Nest token of the process's pino logger. */
export const LOGGER = Symbol('LOGGER');

/**
 * A JSON-lines logger on stdout. Each line names the request that it belongs to, and its trace where there is one.
 * Header fields and properties that carry credentials are removed before writing, and of errors only what tells nothing
 * of people is written. JSON escapes line breaks: what somebody typed cannot become a line of its own.
 *
 * @param options.level a pino level; `silent` writes nothing
 */
export function createLogger(options: { name: string; level?: string; destination?: DestinationStream }): Logger {
  const settings = {
    name: options.name,
    level: options.level ?? 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths, remove: true },
    serializers: { err: errorFacts },
    mixin: belonging,
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

function belonging(): object {
  const requestId = currentRequestId();
  const trace = currentTrace();
  return {
    ...(requestId !== undefined && { requestId }),
    ...(trace && { traceId: trace.traceId, spanId: trace.spanId }),
  };
}

const secretPaths = [
  'password',
  '*.password',
  'token',
  '*.token',
  'accessToken',
  '*.accessToken',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];
