import type { Command, CommandType } from './command.js';
import { Rejection } from './failure.js';
import { openInstance } from './guard.js';
import type { Run } from './run.js';

/*
 * A suspended instance stands still: no token moves, no work is handed out, nothing is waited for. Its terms run on by
 * the calendar all the same, as nobody outside has agreed to a pause; what fell due meanwhile fires when it is resumed.
 */

/** What an operator, and the end of a called instance, may still do to it. */
const whileSuspended: ReadonlySet<CommandType> = new Set([
  'suspend-instance',
  'resume-instance',
  'cancel-instance',
  'set-variables',
  'migrate-instance',
  'finish-call',
  'move-timer',
  'suspend-timers',
  'resume-timers',
]);

/** Throws when the instance is suspended and the command would let it go on. */
export function notSuspended(run: Run, command: Command): void {
  const since = run.draft.suspendedAt;
  if (since === undefined || run.draft.status !== 'active' || whileSuspended.has(command.type)) return;
  throw new Rejection(
    'suspended',
    `expected process instance "${run.draft.id}" to run, but it is suspended since ${since}; resume it first`,
  );
}

export function suspendInstance(run: Run): void {
  openInstance(run);
  const since = run.draft.suspendedAt;
  if (since !== undefined)
    throw new Rejection('already-decided', `process instance "${run.draft.id}" is suspended since ${since} already`);
  run.emit({ type: 'instance-suspended', at: run.env.now });
}

/** Conditions that came true meanwhile happen now, and joins that may fire by now do. */
export function resumeInstance(run: Run): void {
  openInstance(run);
  if (run.draft.suspendedAt === undefined)
    throw new Rejection('already-decided', `process instance "${run.draft.id}" is not suspended`);
  run.emit({ type: 'instance-resumed', at: run.env.now });
  run.variablesChanged = true;
  for (const { key, elementId } of Object.values(run.draft.elements))
    if (run.process.scopes.has(elementId)) run.touchedScopes.add(key);
}
