import { DomainError } from '@lianban/platform';
import type { Problem } from '@lianban/bpmn';

/** There is no process instance of that id. */
export class InstanceUnknownError extends DomainError {
  constructor(instanceId: string) {
    super({
      code: 'instance-unknown',
      kind: 'not-found',
      message: `No process instance has the id "${instanceId}": expected one that was started and not removed.`,
      details: { instanceId },
    });
  }
}

/** No deployed process has that key, or not in that version. */
export class DefinitionUnknownError extends DomainError {
  constructor(key: string, version?: number) {
    const which = version === undefined ? `"${key}"` : `"${key}" in version ${version}`;
    super({
      code: 'definition-unknown',
      kind: 'not-found',
      message: `No process ${which} is deployed: deploy a diagram with an executable process of that id first.`,
      details: { key, ...(version !== undefined && { version }) },
    });
  }
}

/** Somebody deployed a newer version than the one that the files were made from. Nothing was stored. */
export class DefinitionMovedError extends DomainError {
  constructor(
    latest: { readonly key: string; readonly version: number; readonly deployedAt: Date; readonly deployedBy: string },
    base: number,
  ) {
    const { key, version, deployedAt, deployedBy } = latest;
    super({
      code: 'definition-moved',
      kind: 'conflict',
      message: `Process "${key}" is in version ${version} since ${deployedAt.toISOString()}, deployed by ${deployedBy || 'a program'}, and these files were made from version ${base}: compare them, and name version ${version} as their base to deploy over it.`,
      details: { key, base, version, deployedAt: deployedAt.toISOString(), deployedBy },
    });
  }
}

/** A deployment was refused; `problems` in the details name each fault with its element. Nothing was stored. */
export class DeploymentRefusedError extends DomainError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    super({
      code: 'deployment-refused',
      kind: 'unprocessable',
      message: `The deployment has ${errors.length} error(s), the first: ${errors[0]?.message ?? 'unknown'}`,
      details: { problems },
    });
    this.problems = problems;
  }
}

/** The core said no to a command: somebody was first, the thing is gone, or it is not allowed now. */
export class CommandRejectedError extends DomainError {
  constructor(rejection: { readonly code: RejectionCode; readonly message: string }, instanceId: string) {
    super({
      code: rejection.code,
      kind: rejection.code === 'not-found' ? 'not-found' : 'conflict',
      message: rejection.message,
      details: { instanceId },
    });
  }
}

/** Why the core refuses a command. */
export type RejectionCode = 'already-decided' | 'not-found' | 'instance-ended' | 'not-allowed' | 'suspended';

/** A text holds a character that PostgreSQL cannot store (NUL or half of a surrogate pair). */
export class TextNotStorableError extends DomainError {
  constructor(cause: unknown) {
    super({
      code: 'text-not-storable',
      kind: 'invalid',
      message: 'A text holds the character NUL or half of a surrogate pair: remove it and try again.',
      cause,
    });
  }
}

/** A message carries more correlation values than can be looked up. */
export class CorrelationTooWideError extends DomainError {
  constructor(name: string, given: number, most: number) {
    super({
      code: 'correlation-too-wide',
      kind: 'invalid',
      message: `Message "${name}" carries ${given} correlation values: expected at most ${most}.`,
    });
  }
}

/** A task id is not of the form `<instance>.<key>`. */
export class TaskIdInvalidError extends DomainError {
  constructor(taskId: string) {
    super({
      code: 'task-unknown',
      kind: 'not-found',
      message: `"${taskId.slice(0, 80)}" is not the id of a task: expected "<instance id>.<number>".`,
    });
  }
}

/** An instance of that id was started before. */
export class InstanceExistsError extends DomainError {
  constructor(instanceId: string) {
    super({
      code: 'instance-exists',
      kind: 'conflict',
      message: `A process instance with the id "${instanceId}" exists already: start it once only.`,
      details: { instanceId },
    });
  }
}

/** An instance refused what an operator wanted. */
export class OperationRefusedError extends DomainError {
  constructor(refusal: { readonly instanceId: string; readonly code: string; readonly message: string }) {
    super({
      code: refusal.code,
      kind: 'conflict',
      message: `Process instance "${refusal.instanceId}": ${refusal.message}.`,
      details: { instanceId: refusal.instanceId },
    });
  }
}

/** The process may not be started for now. */
export class DefinitionSuspendedError extends DomainError {
  constructor(key: string, version: number) {
    super({
      code: 'definition-suspended',
      kind: 'conflict',
      message: `Process "${key}" in version ${version} is suspended: resume it, or start another version.`,
      details: { key, version },
    });
  }
}

/** There is no batch of that id. */
export class BatchUnknownError extends DomainError {
  constructor(batchId: string) {
    super({
      code: 'batch-unknown',
      kind: 'not-found',
      message: `No batch has the id "${batchId}": expected one that was made.`,
      details: { batchId },
    });
  }
}

/** There is no such task for external workers, or it is done. */
export class ExternalTaskUnknownError extends DomainError {
  constructor(taskId: string) {
    super({
      code: 'external-task-unknown',
      kind: 'not-found',
      message: `There is no external task "${taskId}": it is done, was withdrawn, or never was.`,
      details: { taskId },
    });
  }
}

/** A worker speaks of a task that is not, or no longer, its own. */
export class TaskHeldByOtherError extends DomainError {
  constructor(taskId: string, workerId: string) {
    super({
      code: 'external-task-held',
      kind: 'conflict',
      message: `External task "${taskId}" is not locked by worker "${workerId}": its lock ended; fetch it again.`,
      details: { taskId, workerId },
    });
  }
}

/** A task that somebody else has. */
export class TaskTakenError extends DomainError {
  constructor(taskId: string, holder: string) {
    super({
      code: 'task-taken',
      kind: 'conflict',
      message: `Task "${taskId}" is claimed by "${holder}" already: ask them to give it back.`,
      details: { taskId, holder },
    });
  }
}

/** Nobody waits for a message that must not be kept. */
export class MessageNotTakenError extends DomainError {
  constructor(name: string) {
    super({
      code: 'message-not-taken',
      kind: 'invalid',
      message: `Nobody waits for message "${name}" with these values, and no process starts by it: check its name and its correlation.`,
      details: { name },
    });
  }
}
