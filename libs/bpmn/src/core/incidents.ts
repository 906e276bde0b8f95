import type { Command } from './command.js';
import type { Failure, WorkBudgetExceeded } from './failure.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** Holds an element where it is until somebody has mended the cause and retries. */
export function raiseIncident(run: Run, owner: Key, failure: Pick<Failure, 'code' | 'message'>): void {
  const { elementId } = run.element(owner);
  const { code, message } = failure;
  run.emit({
    type: 'incident-raised',
    incident: { key: run.nextKey(), owner, elementId, code, message, at: run.env.now },
  });
}

/** Records that a whole step was given up; the instance is as it was before, and retrying runs the command again. */
export function raiseWholeStepIncident(run: Run, command: Command, exceeded: WorkBudgetExceeded): void {
  if (command.type === 'start') {
    const { instanceId: id, variables, parent } = command;
    const at = run.env.now;
    run.emit({ type: 'instance-started', id, processId: run.process.id, variables, at, ...(parent ? { parent } : {}) });
  }
  const message = `${exceeded.message}; look for a loop without a wait state`;
  const incident = {
    key: run.nextKey(),
    elementId: exceeded.elementId,
    code: 'work-budget-exceeded' as const,
    message,
    at: run.env.now,
    retry: command,
  };
  run.emit({ type: 'incident-raised', incident });
}
