import type { Key } from '@lianban/bpmn';
import { TaskIdInvalidError } from '../engine.errors.js';

/** The id of a user task for the world outside: `<instance id>.<key>`. */
export function taskIdOf(instanceId: string, key: Key): string {
  return `${instanceId}.${key}`;
}

/**
 * Takes an id of {@link taskIdOf} apart.
 *
 * @throws TaskIdInvalidError not-found `task-unknown`
 */
export function parseTaskId(taskId: string): { readonly instanceId: string; readonly key: Key } {
  const [, instanceId, key] = pattern.exec(taskId) ?? [];
  if (instanceId === undefined || key === undefined) throw new TaskIdInvalidError(taskId);
  return { instanceId, key: Number(key) };
}

const pattern = /^([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\.(\d{1,9})$/;
