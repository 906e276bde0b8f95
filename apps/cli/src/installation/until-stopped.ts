/** How long stopping may take in all, in milliseconds; the promise to administrators is 10 seconds. */
const patience = 9_000;

/**
 * Calls `stop` once when this process is asked to end. A second request, or a stop that hangs, ends it at once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      process.stderr.write('lianban: stopping takes too long; ending now. Nothing that was confirmed is lost.\n');
      process.exit(1);
    }, patience).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`lianban: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
