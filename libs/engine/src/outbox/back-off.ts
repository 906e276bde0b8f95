/** When to try again after so many failures (from 1): the first delay, doubled each time, an hour at most. */
export function retryAt(now: Date, failures: number, firstDelayMs: number): Date {
  const delay = Math.min(firstDelayMs * 2 ** Math.min(failures - 1, 20), 60 * 60 * 1_000);
  return new Date(now.getTime() + delay);
}
