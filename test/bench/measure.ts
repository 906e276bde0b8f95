/** What one slice of time came to. */
export interface Slice {
  readonly perSecond: number;
  /** Milliseconds of one unit of work. */
  readonly p50: number;
  readonly p95: number;
  readonly cpuMicroseconds: number;
}

/**
 * Runs `work` again and again in so many lanes until the time is over. `work` does one round and reports the length of
 * each unit in milliseconds.
 */
export async function measure(
  lanes: number,
  seconds: number,
  work: (report: (milliseconds: number) => void) => Promise<void>,
): Promise<Slice> {
  const lengths: number[] = [];
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const until = began + seconds * 1_000;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) await work((length) => void lengths.push(length));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const elapsed = performance.now() - began;
  const cpu = process.cpuUsage(cpuBefore);
  lengths.sort((a, b) => a - b);
  const at = (share: number): number => round(lengths[Math.floor(lengths.length * share)] ?? 0);
  return {
    perSecond: Math.round((lengths.length / elapsed) * 1_000),
    p50: at(0.5),
    p95: at(0.95),
    cpuMicroseconds: Math.round((cpu.user + cpu.system) / lengths.length),
  };
}

/** The slice in the middle by rate. */
export function median(slices: readonly Slice[]): Slice {
  const sorted = [...slices].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new RangeError('expected at least one slice to take the median of');
  return middle;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
