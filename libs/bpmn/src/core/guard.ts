import { Rejection } from './failure.js';
import type { Run } from './run.js';
import type { ElementInstance, Key, TimerState } from './state.js';

/*
 * "Is this legal now": every precondition of a command in one place, apart from the deed. The loser of a race between
 * two commands meets one of these.
 */

/** Throws unless the instance can still change. */
export function openInstance(run: Run): void {
  if (!run.draft.id)
    throw new Rejection('not-found', `expected process instance to exist, but it has not been started`);
  if (run.draft.status === 'active') return;
  throw new Rejection(
    'instance-ended',
    `expected process instance "${run.draft.id}" to be active, but it is ${run.draft.status}`,
  );
}

/** The live element instance; throws when it has ended or never was. */
export function openElement(run: Run, key: Key): ElementInstance {
  openInstance(run);
  const element = run.draft.elements[key];
  if (element && element.scope !== null) return element;
  throw new Rejection(
    'already-decided',
    `expected element instance ${key} of "${run.draft.id}" to be open, but it has ended`,
  );
}

/** The element instance that something outside may continue now. */
export function waitingElement(run: Run, key: Key): ElementInstance {
  const element = openElement(run, key);
  if (element.phase === 'waiting' && element.incident === undefined) return element;
  const why =
    element.incident === undefined
      ? `it is ${element.phase}`
      : `incident ${element.incident} holds it; resolve that first`;
  throw new Rejection('not-allowed', `expected "${element.elementId}" to be waiting, but ${why}`);
}

/** The timer that may fire now; a stale, suspended or early one is refused, and nothing happens. */
export function dueTimer(run: Run, key: Key): TimerState {
  const timer = openTimer(run, key);
  if (timer.suspendedAt !== undefined) {
    throw new Rejection(
      'not-allowed',
      `expected timer ${key} ("${timer.elementId}") to run, but it is suspended since ${timer.suspendedAt}`,
    );
  }
  if (timer.dueAt <= run.env.now) return timer;
  throw new Rejection(
    'not-allowed',
    `expected timer ${key} ("${timer.elementId}") to be due, but it is due at ${timer.dueAt} and now is ${run.env.now}`,
  );
}

/** The timer that is still set; throws when it fired or was withdrawn. */
export function openTimer(run: Run, key: Key): TimerState {
  openInstance(run);
  const timer = run.draft.timers[key];
  if (timer) return timer;
  throw new Rejection(
    'already-decided',
    `expected timer ${key} of "${run.draft.id}" to be open, but it fired or was withdrawn`,
  );
}
