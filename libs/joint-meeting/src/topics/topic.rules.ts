import type { StepRecord } from '@lianban/engine';
import { isTopicReason, type TopicReason } from './topic.js';

/** Value of the property `queue` by which a diagram puts a user task on the joint meeting's queue. */
const queueName = 'joint-meeting';

/** A user task that a step of the engine put on the queue. */
export interface QueuedTask {
  readonly key: number;
  readonly unit: string | undefined;
}

/** User tasks that a step of the engine opened for the joint meeting and left open. */
export function queuedTasks({ events, state }: Pick<StepRecord, 'events' | 'state'>): QueuedTask[] {
  return events.flatMap((event) =>
    event.type === 'user-task-created' && event.task.properties['queue'] === queueName && event.key in state.elements
      ? [{ key: event.key, unit: event.task.unit }]
      : [],
  );
}

/** Tasks that ended, and how: decided by people, lapsed by a timer of their own, or withdrawn. */
export function endedTasks({
  events,
}: Pick<StepRecord, 'events'>): { key: number; state: 'decided' | 'lapsed' | 'withdrawn' }[] {
  return events.flatMap((event): { key: number; state: 'decided' | 'lapsed' | 'withdrawn' }[] => {
    if (event.type === 'element-completed') return [{ key: event.key, state: 'decided' }];
    if (event.type !== 'element-terminated') return [];
    const lapsed = events.some((other) => other.type === 'timer-fired' && other.owner === event.key);
    return [{ key: event.key, state: lapsed ? 'lapsed' : 'withdrawn' }];
  });
}

/** Why the case is on the queue, as the process says in its variable `meetingReason`. */
export function reasonOf(record: Pick<StepRecord, 'state'>): TopicReason {
  const reason = variablesOf(record)['meetingReason'];
  return isTopicReason(reason) ? reason : 'other';
}

/** Ids of the units that the case was given to: `departments`, or what the street chose, or what the decision gave. */
export function unitsOf(record: Pick<StepRecord, 'state'>): string[] {
  const { departments, chosenDepartment, routing } = variablesOf(record);
  const decided = (routing as { department?: unknown } | null | undefined)?.department;
  const named: unknown[] = Array.isArray(departments) ? departments : [chosenDepartment ?? decided];
  return [...new Set(named.filter((unit): unit is string => typeof unit === 'string' && unit !== ''))];
}

function variablesOf({ state }: Pick<StepRecord, 'state'>): Readonly<Record<string, unknown>> {
  return state.elements[state.root]?.variables ?? {};
}
