import { World, type CompiledDefinitions, type EngineEvent, type WorkingCalendars } from '@lianban/bpmn';

/** Who held a case when it was answered, and every lapse before that with the instant of the hand-over (UTC). */
export interface ReplayedLetter {
  readonly level: Level;
  readonly lapses: readonly { readonly level: Level; readonly at: string }[];
}

export const LEVELS = ['station', 'street', 'department', 'joint-meeting', 'district'] as const;
export type Level = (typeof LEVELS)[number];

export interface ReplayContext {
  readonly definitions: CompiledDefinitions;
  readonly calendars: WorkingCalendars;
  readonly timeZone: string;
}

/** User tasks of the default workflow by the level that holds them. */
const LEVEL_OF: Readonly<Record<string, Level>> = {
  'station-handle': 'station',
  'street-coordinate': 'street',
  'department-handle': 'department',
  deliberate: 'joint-meeting',
  'district-handle': 'district',
};

/** A term that ends takes its task away; the red light of the top level hands nothing over and does not count. */
const HANDS_OVER = new Set<Level>(['station', 'street', 'department', 'joint-meeting']);

/**
 * Lives one letter through the default workflow on virtual time: nobody acts until it was answered, then whoever holds
 * the case answers and it is closed. Throws when the workflow has no holder at that instant or does not close.
 */
export function replayLetter(letter: { filedAt: string; repliedAt: string }, context: ReplayContext): ReplayedLetter {
  const world = new World({ ...context, now: letter.filedAt });
  const root = world.start('case-routing', { station: 'station', street: 'street', category: '', urgency: 'normal' });
  // An answer at the very instant at which a term ends is in time: timers due then must not fire before it.
  fireBefore(world, letter.repliedAt);
  world.now = letter.repliedAt;
  const level = finish(world, Object.keys(LEVEL_OF), 'resolved');
  finish(world, ['callback'], 'done');
  if (root.state.status !== 'completed')
    throw new Error(`expected the case to be closed by the answer, but it is ${root.state.status}`);
  return {
    level: LEVEL_OF[level] as Level,
    lapses: [...world.instances.values()].flatMap(({ events }) => lapsesIn(events)).sort(byTime),
  };
}

function fireBefore(world: World, instant: string): void {
  for (let next = world.nextTimer(instant); next && next.timer.dueAt < instant; next = world.nextTimer(instant)) {
    world.advanceTo(next.timer.dueAt);
  }
}

function finish(world: World, elementIds: readonly string[], outcome: string): string {
  for (const { id, state } of world.instances.values()) {
    const element = Object.values(state.elements).find((one) => elementIds.includes(one.elementId));
    if (!element) continue;
    const result = world.command(id, { type: 'complete-element', key: element.key, variables: { outcome } });
    if (result.outcome === 'rejected') throw new Error(result.message);
    return element.elementId;
  }
  throw new Error(`expected the case to wait at one of ${elementIds.join(', ')}, but it waits at none`);
}

function lapsesIn(events: readonly EngineEvent[]): { level: Level; at: string }[] {
  const tasks = new Map<number, Level>();
  return events.flatMap((event) => {
    if (event.type === 'user-task-created') {
      const level = LEVEL_OF[event.elementId];
      if (level) tasks.set(event.task.termOwner ?? event.key, level);
    }
    if (event.type !== 'timer-fired' || event.role !== 'due') return [];
    const level = tasks.get(event.owner);
    return level && HANDS_OVER.has(level) ? [{ level, at: event.dueAt }] : [];
  });
}

function byTime(a: { at: string }, b: { at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
