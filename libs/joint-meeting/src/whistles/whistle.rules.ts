import type { WhistleUnit } from './whistle.js';

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/** Whether units can be called to come at this time. The minute that runs is none of the past: people name minutes. */
export function isTimely(at: Date, now: Date, aheadDays: number): boolean {
  const minute = Math.floor(now.getTime() / minuteMs) * minuteMs;
  return at.getTime() >= minute && at.getTime() <= now.getTime() + aheadDays * dayMs;
}

/**
 * How a unit stands: somebody may come until the last instant, and is late after it. Nobody is absent from what ended
 * before.
 */
export function standingOf(
  arrivedAt: Date | null,
  { reportBy, endedAt }: { readonly reportBy: Date; readonly endedAt: Date | null },
  now: Date,
): WhistleUnit['standing'] {
  if (arrivedAt) return arrivedAt > reportBy ? 'late' : 'there';
  if ((endedAt ?? now) > reportBy) return 'absent';
  return endedAt ? 'released' : 'awaited';
}
