import type { Logger } from 'pino';

/** How long an answer waits for a callback; a slower one goes on by itself. Milliseconds. */
const patience = 2_000;

/**
 * Runs what was put off until the commit, in order. What it does must be repeatable or dispensable (a wake-up): the
 * process may die in between, so nothing may depend on it.
 */
export async function runAfterCommit(callbacks: readonly (() => void | Promise<void>)[], log: Logger): Promise<void> {
  for (const callback of callbacks) {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        log.warn({ patience }, 'an after-commit callback is slow; not waiting for it');
        resolve();
      }, patience);
    });
    await Promise.race([attempt(callback, log), tooLong]);
    clearTimeout(timer);
  }
}

async function attempt(callback: () => void | Promise<void>, log: Logger): Promise<void> {
  try {
    await callback();
  } catch (error) {
    log.error({ err: error }, 'an after-commit callback failed');
  }
}
