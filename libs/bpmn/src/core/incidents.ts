import type { Command } from './command.js';
import type { Failure, WorkBudgetExceeded } from './failure.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** Holds an element where it is until somebody has mended the cause and retries. */
export function raiseIncident(run: Run, owner: Key, failure: Pick<Failure, 'code' | 'message'>): void {
  withdrawIncident(run, owner);
  const { elementId } = run.element(owner);
  const { code, message } = failure;
  run.emit({
    type: 'incident-raised',
    incident: { key: run.nextKey(), owner, elementId, code, message, at: run.env.now },
  });
}

/** Resolves the incident that holds an element, if one does, because the element goes on or ends without a retry. */
export function withdrawIncident(run: Run, owner: Key): void {
  const { incident: key, elementId } = run.element(owner);
  if (key !== undefined) run.emit({ type: 'incident-resolved', key, owner, elementId });
}

/** An instance that ends takes along its own incidents and those of steps that were given up; elements take theirs. */
export function withdrawStepIncidents(run: Run): void {
  withdrawIncident(run, run.draft.root);
  for (const { key, owner, elementId } of Object.values(run.draft.incidents))
    if (owner === undefined) run.emit({ type: 'incident-resolved', key, elementId });
}

/** A timer that stopped because its step was given up counts as due again. */
export function resumeGivenUpTimer(run: Run, command: Command): void {
  const timer = command.type === 'trigger-timer' ? run.draft.timers[command.key] : undefined;
  if (timer?.suspendedAt === undefined) return;
  const { key, owner, elementId, dueAt } = timer;
  run.emit({ type: 'timer-resumed', key, owner, elementId, dueAtBefore: dueAt, dueAt });
}

/** Records that a whole step was given up; the instance is as it was before, and retrying runs the command again. */
export function raiseWholeStepIncident(run: Run, command: Command, exceeded: WorkBudgetExceeded): void {
  if (command.type === 'start') {
    const { instanceId: id, variables, parent } = command;
    const at = run.env.now;
    run.emit({ type: 'instance-started', id, processId: run.process.id, variables, at, ...(parent ? { parent } : {}) });
  }
  const retry = command.type === 'resolve-incident' ? replaceIncident(run, command.key, command) : command;
  stopTimer(run, retry);
  const message = `${exceeded.message}; look for a loop without a wait state`;
  const incident = {
    key: run.nextKey(),
    elementId: exceeded.elementId,
    code: 'work-budget-exceeded' as const,
    message,
    at: run.env.now,
    retry,
  };
  run.emit({ type: 'incident-raised', incident });
}

/** A retry that was given up too: its incident makes room for the new one, which asks for the same command. */
function replaceIncident(run: Run, key: Key, command: Command): Command {
  const before = run.draft.incidents[key];
  if (!before?.retry) return command;
  run.emit({ type: 'incident-resolved', key, elementId: before.elementId });
  return before.retry;
}

/** A timer whose step was given up must not be due again and again; it stands still until the incident is resolved. */
function stopTimer(run: Run, command: Command): void {
  const timer = command.type === 'trigger-timer' ? run.draft.timers[command.key] : undefined;
  if (!timer || timer.suspendedAt !== undefined) return;
  const { key, owner, elementId } = timer;
  run.emit({ type: 'timer-suspended', key, owner, elementId, at: run.env.now });
}
