import type { StepRecord } from '@lianban/engine';
import type { EndedStep } from '../listener/step-changes.rules.js';
import type { WebhookEvent } from './webhook.js';

/** What a step of a case's own process means to other systems. */
export function webhookEventsOf(
  { command, events, instanceId, rootId }: Pick<StepRecord, 'command' | 'events' | 'instanceId' | 'rootId'>,
  ended: readonly EndedStep[],
): WebhookEvent[] {
  const isRoot = instanceId === rootId;
  const happened = (type: string): boolean => isRoot && events.some((event) => event.type === type);
  return [
    ...(isRoot && command.type === 'start' ? (['case.registered'] as const) : []),
    ...(ended.some(({ end }) => end.state === 'lapsed') ? (['case.lapsed'] as const) : []),
    ...(happened('instance-completed') ? (['case.closed'] as const) : []),
    ...(happened('instance-terminated') ? (['case.withdrawn'] as const) : []),
  ];
}
