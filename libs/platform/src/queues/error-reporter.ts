import type { Logger } from 'pino';

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Logs the errors of something that retries for ever, with growing pauses between lines, so that a store that is away
 * does not flood the log. Each line says how many errors were left out before it.
 *
 * @param now milliseconds of a clock that never runs backwards
 */
export function reportErrors(log: Pick<Logger, 'warn'>, what: string, now = () => performance.now()) {
  let pause = firstPause;
  let quietUntil = -Infinity;
  let omitted = 0;
  return (error: Error): void => {
    const time = now();
    if (time < quietUntil) {
      omitted += 1;
      return;
    }
    if (time > quietUntil + longestPause) pause = firstPause;
    log.warn({ err: error, omitted }, `${what}: ${error.message}`);
    quietUntil = time + pause;
    pause = Math.min(pause * 2, longestPause);
    omitted = 0;
  };
}
