import type { EngineEvent, Key } from '@lianban/bpmn';
import type { Step } from './step.js';
import type { TaskTermRow } from './write-document.js';

/**
 * New terms of tasks that were open before the step: a boundary timer with a term role was moved, suspended or
 * resumed.
 *
 * @param opened tasks of this very step, whose rows carry their terms already
 */
export function taskTermRows(step: Step, opened: ReadonlySet<Key>): TaskTermRow[] {
  const terms = new Map<Key, TaskTermRow>();
  for (const event of step.events) {
    if (!isTermChange(event)) continue;
    const node = step.process.nodes.get(event.elementId);
    if (node?.type !== 'boundaryEvent' || node.termRole === undefined) continue;
    for (const key of tasksUnder(step, event.owner).filter((task) => !opened.has(task))) {
      const before = terms.get(key) ?? noChange(step, key);
      terms.set(key, { ...before, ...changeOf(event, node.termRole) });
    }
  }
  return [...terms.values()];
}

/** The tasks whose term a timer of `owner` is: the owner's own, or all instances of a loop. */
function tasksUnder({ before, state }: Step, owner: Key): Key[] {
  const isOpen = (key: Key) => before?.elements[key] !== undefined && state.elements[key] !== undefined;
  const host = state.elements[owner];
  if (host?.part !== 'body') return isOpen(owner) ? [owner] : [];
  const turns = Object.values(state.elements).filter(({ scope, index }) => scope === owner && index !== undefined);
  return turns.map(({ key }) => key).filter(isOpen);
}

type TermChange = Extract<EngineEvent, { type: 'timer-moved' | 'timer-suspended' | 'timer-resumed' }>;

function isTermChange(event: EngineEvent): event is TermChange {
  return event.type === 'timer-moved' || event.type === 'timer-suspended' || event.type === 'timer-resumed';
}

function noChange(step: Step, key: Key): TaskTermRow {
  return { instance_id: step.instanceId, key, due_at: null, warn_at: null, suspended: null };
}

function changeOf(event: TermChange, role: 'warning' | 'due'): Partial<TaskTermRow> {
  if (event.type === 'timer-suspended') return { suspended: true };
  const term = role === 'due' ? { due_at: event.dueAt } : { warn_at: event.dueAt };
  return event.type === 'timer-resumed' ? { ...term, suspended: false } : term;
}
