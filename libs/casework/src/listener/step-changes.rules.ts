import type { StepRecord } from '@lianban/engine';
import type { Step, StepId } from '../tasks/step.js';
import type { StepEnd, StepTerm } from '../tasks/step.sql.js';

type EngineEvent = StepRecord['events'][number];
type Timer = StepRecord['state']['timers'][number];

/** A user task as the engine offered it, with the timers that carry its term. */
export interface OpenedTask {
  readonly key: number;
  readonly elementId: string;
  readonly offer: Extract<EngineEvent, { type: 'user-task-created' }>['task'];
  readonly warnEvent: string | null;
  readonly dueEvent: string | null;
  readonly termKey: number;
  readonly calendarId: string | null;
  readonly suspended: boolean;
}

/** An open step that ended, and why. */
export interface EndedStep {
  readonly step: Step;
  readonly end: StepEnd;
  readonly reason?: string | undefined;
}

/** A changed term of an open step. */
export interface ChangedTerm {
  readonly step: Step;
  readonly term: StepTerm;
  readonly kind: 'term-changed' | 'suspended' | 'resumed';
  readonly reason?: string | undefined;
}

/** User tasks that a step of the engine opened and left open. */
export function openedTasks({ events, state }: Pick<StepRecord, 'events' | 'state'>): OpenedTask[] {
  return events.flatMap((event) => {
    if (event.type !== 'user-task-created' || !(event.key in state.elements)) return [];
    const termKey = event.task.termOwner ?? event.key;
    const timers = Object.values(state.timers).filter((timer) => timer.owner === termKey);
    const due = termTimer(timers, 'due', event.task.dueAt);
    return [
      {
        key: event.key,
        elementId: event.elementId,
        offer: event.task,
        warnEvent: termTimer(timers, 'warning', event.task.warnAt)?.elementId ?? null,
        dueEvent: due?.elementId ?? null,
        termKey,
        calendarId: due?.calendar ?? null,
        suspended: due?.suspendedAt !== undefined,
      },
    ];
  });
}

/** Open steps that a step of the engine ended: done by somebody, lapsed by their own term, or cancelled. */
export function endedSteps(
  record: Pick<StepRecord, 'events' | 'command' | 'actor' | 'at'>,
  open: readonly Step[],
): EndedStep[] {
  const { events, command, actor, at } = record;
  const stepOf = (key: number): Step | undefined => open.find((step) => step.key === key);
  return events.flatMap((event): EndedStep[] => {
    if (event.type !== 'element-completed' && event.type !== 'element-terminated') return [];
    const step = stepOf(event.key);
    if (!step) return [];
    const id = { instanceId: step.instanceId, key: step.key };
    if (event.type === 'element-terminated') {
      const lapsed = events.some(
        (other) => other.type === 'timer-fired' && other.owner === step.termKey && other.elementId === step.dueEvent,
      );
      return [{ step, end: { ...id, state: lapsed ? 'lapsed' : 'cancelled', at }, reason: event.reason }];
    }
    const commanded = command.type === 'complete-element' && command.key === step.key ? command : undefined;
    const outcome = commanded?.variables['outcome'];
    const person = actor === 'system' || !commanded ? undefined : actor;
    return [
      {
        step,
        end: {
          ...id,
          state: 'done',
          at,
          outcome: typeof outcome === 'string' ? outcome : undefined,
          opinion: person?.opinion,
          byId: person?.accountId,
          byName: person?.name,
        },
      },
    ];
  });
}

/** Open steps whose term the engine moved, stopped or started again, each with its terms after that. */
export function changedTerms(
  { events, state }: Pick<StepRecord, 'events' | 'state'>,
  open: readonly Step[],
): ChangedTerm[] {
  const changed = new Map<number, ChangedTerm>();
  for (const event of events) {
    const kind = termEvents[event.type];
    if (kind === undefined || !('owner' in event)) continue;
    for (const step of open.filter(({ termKey }) => termKey === event.owner)) {
      if (!('elementId' in event) || ![step.warnEvent, step.dueEvent].includes(event.elementId)) continue;
      const timers = Object.values(state.timers).filter((timer) => timer.owner === step.termKey);
      changed.set(step.key, {
        step,
        kind,
        term: { ...idOf(step), ...termOf(step, timers) },
        reason: 'reason' in event && typeof event.reason === 'string' ? event.reason : changed.get(step.key)?.reason,
      });
    }
  }
  return [...changed.values()];
}

/** Keys of what carries a term that ran out and ended it, with no open task under that clock at the time. */
export function lapsedScopes({ events }: Pick<StepRecord, 'events'>, open: readonly Step[]): number[] {
  const ended = new Set(events.flatMap((event) => (event.type === 'element-terminated' ? [event.key] : [])));
  return events.flatMap((event) => {
    const ranOut = event.type === 'timer-fired' && event.role === 'due' && ended.has(event.owner);
    return ranOut && !open.some(({ termKey }) => termKey === event.owner) ? [event.owner] : [];
  });
}

/** Open steps whose term ran out without taking the case away. */
export function overdueSteps({ events }: Pick<StepRecord, 'events'>, open: readonly Step[]): Step[] {
  return open.filter(
    (step) =>
      events.some(
        (event) => event.type === 'timer-fired' && event.owner === step.termKey && event.elementId === step.dueEvent,
      ) && !events.some((event) => event.type === 'element-terminated' && event.key === step.key),
  );
}

const termEvents: Partial<Record<EngineEvent['type'], ChangedTerm['kind']>> = {
  'timer-moved': 'term-changed',
  'timer-suspended': 'suspended',
  'timer-resumed': 'resumed',
};

/** A timer that has fired is gone from the state; its instant stays as it was. */
function termOf(step: Step, timers: readonly Timer[]): Omit<StepTerm, keyof StepId> {
  const due = timers.find((timer) => timer.elementId === step.dueEvent);
  const warn = timers.find((timer) => timer.elementId === step.warnEvent);
  return {
    warnAt: warn ? new Date(warn.dueAt) : step.warnAt,
    dueAt: due ? new Date(due.dueAt) : step.dueAt,
    suspended: [due, warn].some((timer) => timer?.suspendedAt !== undefined),
  };
}

/** The light may turn yellow at the very instant at which the term ends, so the role is asked for as well. */
function termTimer(timers: readonly Timer[], role: Timer['role'], instant: string | undefined): Timer | undefined {
  return timers.find((timer) => timer.role === role && timer.dueAt === instant);
}

function idOf({ instanceId, key }: Step): StepId {
  return { instanceId, key };
}
