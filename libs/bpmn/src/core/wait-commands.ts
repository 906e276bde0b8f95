import { addDuration, parseInstant } from '../time/iso-8601.js';
import type { Command } from './command.js';
import { Failure, Rejection } from './failure.js';
import { happen } from './happen.js';
import { dueTimer, openElement, openInstance, openTimer } from './guard.js';
import type { Run } from './run.js';
import type { Key, TimerState } from './state.js';
import { fireTimer } from './timers.js';

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>;

export function triggerTimer(run: Run, { key }: Of<'trigger-timer'>): void {
  const timer = dueTimer(run, key);
  fireTimer(run, timer);
  happen(run, { ...timer, kind: 'timers' }, {});
}

/** What a subscription waited for has come. */
export function triggerSubscription(run: Run, { key, variables }: Omit<Of<'trigger-subscription'>, 'type'>): void {
  openInstance(run);
  const subscription = run.draft.subscriptions[key];
  if (!subscription) {
    throw new Rejection(
      'already-decided',
      `expected subscription ${key} of "${run.draft.id}" to be open, but it is closed`,
    );
  }
  const { owner, elementId } = subscription;
  run.emit({ type: 'subscription-triggered', key, owner, elementId });
  happen(run, { kind: 'subscriptions', key, owner, elementId }, variables);
}

/** The clocks of one element stop; what they had left is kept. */
export function suspendTimers(run: Run, { owner }: Of<'suspend-timers'>): void {
  const running = timersOf(run, owner).filter((timer) => timer.suspendedAt === undefined);
  if (running.length === 0)
    throw new Rejection('not-allowed', `expected element instance ${owner} to have a running clock, but it has none`);
  for (const { key, elementId } of running)
    run.emit({ type: 'timer-suspended', key, owner, elementId, at: run.env.now });
}

/** The clocks run on; each due time moves by the real time (or working time) of the pause. */
export function resumeTimers(run: Run, { owner }: Of<'resume-timers'>): void {
  const paused = timersOf(run, owner).filter((timer) => timer.suspendedAt !== undefined);
  if (paused.length === 0)
    throw new Rejection('not-allowed', `expected element instance ${owner} to have a suspended clock, but it has none`);
  for (const timer of paused) {
    const { key, elementId, dueAt: dueAtBefore } = timer;
    run.emit({ type: 'timer-resumed', key, owner, elementId, dueAtBefore, dueAt: dueAfterPause(run, timer) });
  }
}

export function moveTimer(run: Run, { key, dueAt, reason, by, recount }: Of<'move-timer'>): void {
  const { owner, elementId, dueAt: dueAtBefore } = openTimer(run, key);
  const instant = parseInstant(dueAt);
  if (!instant) throw new Rejection('not-allowed', `expected an ISO-8601 date and time to move to, but got "${dueAt}"`);
  const why = { reason, ...(by !== undefined && { by }), ...(recount && { recount }) };
  run.emit({ type: 'timer-moved', key, owner, elementId, dueAtBefore, dueAt: instant, ...why });
}

function timersOf(run: Run, owner: Key): TimerState[] {
  openElement(run, owner);
  return Object.values(run.draft.timers).filter((timer) => timer.owner === owner);
}

function dueAfterPause(run: Run, timer: TimerState): string {
  const { dueAt, duration, calendar, suspendedAt = run.env.now } = timer;
  if (calendar !== undefined && duration !== undefined) {
    try {
      return run.env.calendars.addPause(calendar, dueAt, duration, suspendedAt, run.env.now);
    } catch (error) {
      throw new Failure('timer-invalid', error instanceof Error ? error.message : String(error));
    }
  }
  const pausedMs = Date.parse(run.env.now) - Date.parse(suspendedAt);
  return addDuration(dueAt, `PT${pausedMs / 1000}S`);
}
