import { pino, type DestinationStream, type Logger } from 'pino';

/** Nest token of the process's pino logger. */
export const LOGGER = Symbol('LOGGER');

/**
 * A JSON-lines logger on stdout. Header fields and properties that carry credentials are removed before writing.
 *
 * @param options.level a pino level; `silent` writes nothing
 */
export function createLogger(options: { name: string; level?: string; destination?: DestinationStream }): Logger {
  const settings = {
    name: options.name,
    level: options.level ?? 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths, remove: true },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
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
