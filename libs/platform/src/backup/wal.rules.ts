/** One file of the write-ahead log. */
export interface Segment {
  /** Grows by one with every restore. */
  readonly timeline: number;
  readonly number: number;
}

/** Where a timeline ended, because another began there. */
export interface TimelineEnd {
  readonly timeline: number;
  readonly lsn: bigint;
}

const fileOfLog = 0x1_0000_0000;

/** A position in the log, written by PostgreSQL as `16/B374D848`. */
export function parseLsn(text: string): bigint {
  const [high, low] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** A position as PostgreSQL reads it. */
export function formatLsn(lsn: bigint): string {
  return `${(lsn >> 32n).toString(16)}/${(lsn & 0xffff_ffffn).toString(16)}`.toUpperCase();
}

/** Number of the segment that holds the byte before `lsn`, which is where a log that reaches to it ends. */
export function lastSegmentBefore(lsn: bigint, size: number): number {
  return Number((lsn - 1n) / BigInt(size));
}

/** Number of the segment in which `lsn` lies. */
export function segmentAt(lsn: bigint, size: number): number {
  return Number(lsn / BigInt(size));
}

/** The name of a segment's file, which depends on the size of segments. */
export function segmentName({ timeline, number }: Segment, size: number): string {
  const perLog = fileOfLog / size;
  return [timeline, Math.floor(number / perLog), number % perLog]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('');
}

/** The segment of a file name; undefined for any other file. */
export function parseSegment(name: string, size: number): Segment | undefined {
  const parts = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})(?:\.gz|\.partial)?$/u.exec(name)?.slice(1);
  if (!parts) return undefined;
  const [timeline = 0, log = 0, rest = 0] = parts.map((part) => Number.parseInt(part, 16));
  return { timeline, number: log * (fileOfLog / size) + rest };
}

/** Reads the file in which a timeline tells its forefathers (`00000002.history`). */
export function parseHistory(text: string): TimelineEnd[] {
  return text.split('\n').flatMap((line) => {
    const [, timeline, lsn] = /^\s*(\d+)\s+([0-9A-F]+\/[0-9A-F]+)/u.exec(line) ?? [];
    return timeline !== undefined && lsn !== undefined ? [{ timeline: Number(timeline), lsn: parseLsn(lsn) }] : [];
  });
}

/**
 * Whether a backup belongs to what became of the installation. One that was made on a timeline after the point to which
 * that was put back belongs to nothing any more: the log that leads on does not fit it.
 *
 * @param newest timeline of the newest history
 */
export function leadsTo(
  { timeline, stop }: { readonly timeline: number; readonly stop: bigint },
  newest: { readonly timeline: number; readonly history: readonly TimelineEnd[] },
): boolean {
  if (timeline >= newest.timeline) return true;
  const end = newest.history.find((ended) => ended.timeline === timeline);
  return end !== undefined && stop <= end.lsn;
}

/** The last of the numbers that is reached from the first without a gap; undefined where the first is missing. */
export function unbrokenTo(numbers: Iterable<number>, first: number): number | undefined {
  const known = new Set(numbers);
  if (!known.has(first)) return undefined;
  let last = first;
  while (known.has(last + 1)) last += 1;
  return last;
}
