import type { EngineEvent, InstanceState } from '@lianban/bpmn';
import type { OpenTask } from '../instances/open-task.js';
import { taskIdOf } from '../instances/task-id.js';
import type { Step } from '../rows/step.js';

/** The user tasks that steps opened and left open, in order. */
export function openTasksOf(steps: readonly Step[]): OpenTask[] {
  const last = new Map<string, InstanceState>(steps.map((step) => [step.instanceId, step.state]));
  return steps.flatMap((step) =>
    step.events.flatMap((event) => {
      if (event.type !== 'user-task-created') return [];
      const open = last.get(step.instanceId)?.elements[event.key]?.phase === 'waiting';
      return open ? [openTask(step, event)] : [];
    }),
  );
}

function openTask(step: Step, { key, elementId, task }: Extract<EngineEvent, { type: 'user-task-created' }>): OpenTask {
  const { dueAt, warnAt, ...offer } = task;
  return {
    ...offer,
    id: taskIdOf(step.instanceId, key),
    instanceId: step.instanceId,
    key,
    elementId,
    ...(dueAt !== undefined && { dueAt: new Date(dueAt) }),
    ...(warnAt !== undefined && { warnAt: new Date(warnAt) }),
    createdAt: new Date(step.at),
  };
}
