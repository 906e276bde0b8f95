import type { InstanceJournal } from '@lianban/engine';

/** How a diagram draws an element: passed, where the case is now, never reached, or left without being finished. */
export interface ElementState {
  readonly state: 'done' | 'current' | 'untouched' | 'rejected';
  readonly who?: string;
  readonly at?: string;
  readonly dueAt?: string;
}

/** What happened last to each element and each flow of a process instance; what is not named was never reached. */
export function elementStates(journal: Pick<InstanceJournal, 'entries'>): Record<string, ElementState> {
  const states: Record<string, ElementState> = {};
  const waiting = new Map<number, string>();
  for (const { at, actor, events } of journal.entries) {
    const who = actor === 'system' ? undefined : actor.name;
    const stamp = { at: at.toISOString(), ...(who !== undefined && { who }) };
    for (const event of events) {
      switch (event.type) {
        case 'element-activated':
          waiting.set(event.key, event.elementId);
          break;
        case 'element-completed':
        case 'element-terminated':
          waiting.delete(event.key);
          states[event.elementId] = { state: event.type === 'element-completed' ? 'done' : 'rejected', ...stamp };
          break;
        case 'timer-fired':
          states[event.elementId] = { state: 'done', at: event.dueAt };
          break;
        case 'flow-taken':
          states[event.flowId] = { state: 'done', at: stamp.at };
          break;
        default:
      }
    }
  }
  for (const elementId of waiting.values()) states[elementId] = { state: 'current' };
  return states;
}
