import type { Logger } from 'pino';
import type { Postmaster } from './postmaster.js';

/** More deaths than this within `window` mean that starting again does not help. */
const mostDeaths = 5;
const window = 10 * 60_000;

/** A server that is started again whenever it dies by itself. */
export interface Keeper {
  /** Process id of the server now. */
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
}

/** Watches a server; `relaunch` must bring it back on the same port, so that open pools find it again. */
export function keepRunning(
  first: Postmaster,
  log: Pick<Logger, 'warn' | 'error'>,
  relaunch: () => Promise<Postmaster>,
): Keeper {
  let current = first;
  let stopping = false;
  let restarting: Promise<void> | undefined;
  let deaths: number[] = [];

  const watch = (postmaster: Postmaster): void => {
    void postmaster.exited.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    const now = performance.now();
    deaths = [...deaths.filter((death) => now - death < window), now];
    if (deaths.length > mostDeaths) {
      log.error(`PostgreSQL died ${deaths.length} times within minutes: not starting it again. See postgres.log.`);
      return;
    }
    log.warn('PostgreSQL died; starting it again.');
    try {
      current = await relaunch();
      watch(current);
    } catch (error) {
      log.error({ err: error }, 'PostgreSQL could not be started again.');
    }
  };
  watch(first);
  return {
    pid: () => current.pid,
    async stop() {
      stopping = true;
      await restarting;
      await current.stop();
    },
  };
}
