import type { ElementInstance, InstanceStatus } from '../../core/state.js';
import type { CompiledDefinitions } from '../../model/compiled-process.js';
import type { FlowNode } from '../../model/flow-node.js';
import type { Instant, Variables } from '../../model/value.js';
import { World, type SimulatedInstance, type WorldOptions } from '../world.js';
import { Visits, type Visit } from './visits.js';

/** A case of a load: when it comes, with what, and when somebody ends it if that is known. */
export interface LoadCase {
  readonly startsAt: Instant;
  /** Whoever holds the case then does all that is left; an answer at the very instant at which a term ends is in time. */
  readonly endsAt?: Instant;
  readonly variables: Variables;
}

/** How a case is lived through. */
export interface LoadOptions extends Pick<WorldOptions, 'definitions' | 'calendars' | 'timeZone'> {
  readonly process: string;
  /** When work that begins at `from` is done; undefined: nobody does it. `nth` counts the visits to the element. */
  readonly doneAt?: (element: string, from: Instant, nth: number, type: FlowNode['type']) => Instant | undefined;
  /** What a finished task yields; the first of its outcomes by default. */
  readonly outcome?: (element: string, nth: number) => string | undefined;
  /** Nothing that happens later is looked at. */
  readonly until: Instant;
}

/** What became of a case. */
export interface LivedCase {
  readonly status: InstanceStatus;
  readonly incident: boolean;
  readonly visits: readonly Visit[];
}

/** A piece of work that somebody has to do. */
interface Work {
  readonly instance: SimulatedInstance;
  readonly element: ElementInstance;
  readonly node: FlowNode;
}

const DONE_BY_SOMEBODY: ReadonlySet<FlowNode['type']> = new Set([
  'userTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
]);

/** Turns that one case may take; a model that goes round without end stops there. */
const MOST_TURNS = 10_000;

/** Lives one case through a process on virtual time, alone in its world. */
export function simulateCase(one: LoadCase, options: LoadOptions): LivedCase {
  const visits = new Visits(options.definitions);
  const world: World = new World({
    ...options,
    now: one.startsAt,
    startsByTimer: false,
    afterStep: (instance, now) => {
      visits.note(instance, now);
      return instance.state;
    },
  });
  const root = world.start(options.process, one.variables);
  const done = new Schedule(world, options.doneAt);
  for (let turn = 0; turn < MOST_TURNS && root.state.status === 'active'; turn += 1) {
    const work = openWork(world, options.definitions);
    const next = done.next(work);
    const at = earlier(next?.at, one.endsAt, options.until);
    const timer = world.nextTimer(at);
    if (timer && timer.timer.dueAt < at) world.advanceTo(timer.timer.dueAt);
    else {
      if (at > world.now) world.now = at;
      const [due] = next && next.at <= at ? [next.work] : at === one.endsAt ? work : [];
      if (!due) break;
      finish(world, due, options, done.nthOf(due));
    }
  }
  const states = [...world.instances.values()].map(({ state }) => state);
  const incident = states.some(({ incidents }) => Object.keys(incidents).length > 0);
  return { status: root.state.status, incident, visits: visits.all };
}

/** When each piece of open work will be done, settled when it is first seen. */
class Schedule {
  private readonly times = new Map<string, { readonly at: Instant | undefined; readonly nth: number }>();
  private readonly visits = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly doneAt: LoadOptions['doneAt'],
  ) {}

  next(work: readonly Work[]): { readonly work: Work; readonly at: Instant } | undefined {
    let first: { readonly work: Work; readonly at: Instant } | undefined;
    for (const each of work) {
      const { at } = this.settled(each);
      if (at !== undefined && (!first || at < first.at)) first = { work: each, at };
    }
    return first;
  }

  /** How often the case had been there before. */
  nthOf(work: Work): number {
    return this.settled(work).nth;
  }

  private settled({ instance, element, node }: Work): { readonly at: Instant | undefined; readonly nth: number } {
    const key = `${instance.id} ${element.key}`;
    const known = this.times.get(key);
    if (known) return known;
    const nth = this.visits.get(node.id) ?? 0;
    this.visits.set(node.id, nth + 1);
    const settled = { at: this.doneAt?.(node.id, this.world.now, nth, node.type), nth };
    this.times.set(key, settled);
    return settled;
  }
}

function openWork({ instances }: World, { processes }: CompiledDefinitions): Work[] {
  return [...instances.values()].flatMap((instance) => {
    const nodes = processes.get(instance.processId)?.nodes;
    if (instance.state.status !== 'active') return [];
    return Object.values(instance.state.elements).flatMap((element) => {
      const node = nodes?.get(element.elementId);
      const open = element.phase === 'waiting' && element.incident === undefined && element.part === undefined;
      return node && open && DONE_BY_SOMEBODY.has(node.type) ? [{ instance, element, node }] : [];
    });
  });
}

function finish(world: World, { instance, element, node }: Work, { outcome }: LoadOptions, nth: number): void {
  const chosen = outcome?.(node.id, nth) ?? (node.type === 'userTask' ? node.outcomes[0]?.id : undefined);
  const variables = chosen === undefined ? {} : { outcome: chosen };
  const result = world.command(instance.id, { type: 'complete-element', key: element.key, variables });
  if (result.outcome === 'rejected') throw new Error(`"${node.id}" cannot be completed: ${result.message}`);
}

function earlier(...instants: readonly (Instant | undefined)[]): Instant {
  return instants.filter((instant) => instant !== undefined).reduce((a, b) => (a < b ? a : b));
}
