import type { WriteDocument } from '../rows/write-document.js';

/** Names of the queues that wake the worker up. What an entry says is only that there may be something to do. */
export const engineQueues = {
  timers: 'engine-timers',
  jobs: 'engine-jobs',
  outbox: 'engine-outbox',
  batches: 'engine-batches',
  sweep: 'engine-sweep',
} as const;

/** One wake-up. Those with the same id are one. */
export interface WakeUp {
  readonly queue: (typeof engineQueues)['timers' | 'jobs' | 'outbox' | 'batches'];
  readonly id: string;
  /** Absent: at once. */
  readonly at?: Date;
}

/** Entries per instant, so that a crowded closing time wakes several workers. */
const shards = 4;

/** Terms further away are queued by the sweep when they come closer, as queues are no place for years. */
export const horizonMs = 24 * 60 * 60 * 1_000;

/** What the rows of a unit of work need to be woken up for, each thing once. */
export function wakeUpsOf(document: WriteDocument, now: Date): WakeUp[] {
  const wakeUps = new Map<string, WakeUp>();
  const add = (wakeUp: WakeUp): void => void wakeUps.set(wakeUp.id, wakeUp);
  for (const timer of document.timers ?? []) {
    if (timer.suspended) continue;
    const wakeUp = timerWakeUp(new Date(timer.due_at), now, timer.root_id);
    if (wakeUp) add(wakeUp);
  }
  if (document.jobs) add({ queue: engineQueues.jobs, id: 'jobs' });
  if (document.outbox) add({ queue: engineQueues.outbox, id: 'outbox' });
  return [...wakeUps.values()];
}

/** How much earlier than due the alarm rings, and for how long a woken worker stays awake, in milliseconds. */
const leadMs = 200;
export const watchMs = 1_000;
/** Instants closer than this share an alarm, in milliseconds. */
export const slotMs = 100;

/** The wake-up for timers that are due at an instant, a little before it; none beyond the horizon. */
export function timerWakeUp(dueAt: Date, now: Date, rootId: string): WakeUp | undefined {
  if (dueAt <= now) return { queue: engineQueues.timers, id: 'timers' };
  if (dueAt.getTime() > now.getTime() + horizonMs) return undefined;
  const slot = Math.floor(dueAt.getTime() / slotMs);
  const shard = Number.parseInt(rootId.slice(-2), 16) % shards;
  return { queue: engineQueues.timers, id: `timers-${slot}-${shard}`, at: new Date(slot * slotMs - leadMs) };
}
