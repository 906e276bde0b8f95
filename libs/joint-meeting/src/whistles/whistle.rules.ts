import type { WhistleUnit } from './whistle.js';

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
