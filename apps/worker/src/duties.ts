import type { Logger } from 'pino';

/** Something that is done again and again. */
export interface Duty {
  /** For the log. */
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/**
 * Does each duty, one after the other. One that fails is logged and tried again the next time, and does not keep those
 * after it.
 *
 * @param isStopped asked before each duty: whether to leave the rest for another time
 */
export async function doEach(
  duties: readonly Duty[],
  log: Logger,
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (const { name, run } of duties) {
    if (isStopped()) return;
    try {
      await run();
    } catch (error) {
      log.error({ err: error, duty: name }, 'a duty of the worker failed; it is tried again the next time');
    }
  }
}
