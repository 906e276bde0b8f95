import type { CompiledDefinitions, JsonValue, SimulatedInstance, TaskOffer, Variables, World } from '@lianban/bpmn';
import type { CalendarDefinition } from '@lianban/calendar';
import type { StudioFile } from '../../../api/studio.js';
import { loadCore } from '../core.js';

/** A step that somebody would now have in the inbox. */
export interface TrialTask {
  readonly instance: string;
  readonly key: number;
  readonly elementId: string;
  readonly offer: TaskOffer;
}

/** Something else that is waited for: a program, a message or a signal. */
export interface TrialWait {
  readonly instance: string;
  readonly key: number;
  readonly elementId: string;
  readonly by: 'program' | 'message';
}

/** What is tried out, and with what. */
export interface TrialOrder {
  readonly files: readonly StudioFile[];
  readonly processKey: string;
  readonly variables: Variables;
  readonly calendars: readonly CalendarDefinition[];
  readonly timeZone: string;
  readonly now: string;
  /** The files of another workflow that is called; empty where there is none. */
  readonly filesOf: (processKey: string) => Promise<readonly StudioFile[]>;
}

/** A case that goes through the diagram in the browser, by the engine's own core and a clock that is moved by hand. */
export class Trial {
  private constructor(
    private readonly world: World,
    private readonly root: SimulatedInstance,
    private readonly definitions: CompiledDefinitions,
  ) {}

  /** @throws Error in words when the files have errors or the start is refused */
  static async begin(order: TrialOrder): Promise<Trial> {
    const [{ World, compileDeployment }, { createCalendars }] = await Promise.all([
      loadCore(),
      import('@lianban/calendar'),
    ]);
    const files = [...order.files];
    let { definitions } = await compileDeployment(files);
    for (const asked = new Set<string>(); definitions;) {
      const missing = calledIn(definitions).find((key) => !definitions?.processes.has(key) && !asked.has(key));
      if (missing === undefined) break;
      asked.add(missing);
      const names = new Set(files.map(({ name }) => name));
      files.push(...(await order.filesOf(missing)).filter(({ name }) => !names.has(name)));
      ({ definitions } = await compileDeployment(files));
    }
    if (!definitions) throw new Error('the files have errors');
    const { now, timeZone, calendars } = order;
    const world = new World({
      definitions,
      calendars: createCalendars(calendars),
      now,
      timeZone,
      startsByTimer: false,
    });
    return new Trial(world, world.start(order.processKey, order.variables), definitions);
  }

  /** What an element is called, of whichever workflow it is; an event with the step on whose edge it sits. */
  nameOf(elementId: string): string {
    for (const { nodes } of this.definitions.processes.values()) {
      const node = nodes.get(elementId);
      if (!node) continue;
      const host = node.type === 'boundaryEvent' ? nodes.get(node.attachedTo) : undefined;
      return [host?.name ?? host?.id, node.name ?? node.id].filter(Boolean).join(' · ');
    }
    return elementId;
  }

  get now(): string {
    return this.world.now;
  }

  get ended(): boolean {
    return this.root.state.status !== 'active';
  }

  tasks(): readonly TrialTask[] {
    return this.#instances().flatMap(({ id, state, events }) =>
      events.flatMap((event) =>
        event.type === 'user-task-created' && event.key in state.elements
          ? [{ instance: id, key: event.key, elementId: event.elementId, offer: event.task }]
          : [],
      ),
    );
  }

  waits(): readonly TrialWait[] {
    return this.#instances().flatMap(({ id, state, events }) => [
      ...events.flatMap((event) =>
        event.type === 'job-created' && event.key in state.elements
          ? [{ instance: id, key: event.key, elementId: event.elementId, by: 'program' as const }]
          : [],
      ),
      ...Object.values(state.subscriptions).map(({ key, elementId }) => ({
        instance: id,
        key,
        elementId,
        by: 'message' as const,
      })),
    ]);
  }

  /** The timer that is due next. */
  nextTimer(): { readonly elementId: string; readonly dueAt: string } | undefined {
    return this.world.nextTimer()?.timer;
  }

  /** Why the case stands still, where it does. */
  incidents(): readonly { readonly elementId: string; readonly message: string }[] {
    return this.#instances().flatMap(({ state }) => Object.values(state.incidents));
  }

  variables(): Readonly<Record<string, JsonValue>> {
    return this.root.state.elements[this.root.state.root]?.variables ?? {};
  }

  /** Elements of the diagram where the case is, and those that it has passed. */
  places(): { readonly here: ReadonlySet<string>; readonly passed: ReadonlySet<string> } {
    const { state, events } = this.root;
    const here = Object.values(state.elements).flatMap(({ phase, elementId, key }) =>
      phase === 'waiting' && key !== state.root ? [elementId] : [],
    );
    const passed = events.flatMap((event) => (event.type === 'element-completed' ? [event.elementId] : []));
    return { here: new Set(here), passed: new Set(passed) };
  }

  /** Somebody finishes a step with a result. */
  complete({ instance, key }: TrialTask, outcome: string | undefined): void {
    this.world.command(instance, {
      type: 'complete-element',
      key,
      variables: outcome === undefined ? {} : { outcome },
    });
  }

  /** What is waited for comes. */
  continue({ instance, key, by }: TrialWait): void {
    const type = by === 'program' ? 'complete-element' : 'trigger-subscription';
    this.world.command(instance, { type, key, variables: {} });
  }

  /** Lets the clock run until the next timer has fired. */
  advance(): void {
    const next = this.nextTimer();
    if (next) this.world.advanceTo(next.dueAt);
  }

  #instances(): readonly SimulatedInstance[] {
    return [...this.world.instances.values()].filter(({ state }) => state.status === 'active');
  }
}

/** Processes that are called by name. */
function calledIn({ processes }: CompiledDefinitions): readonly string[] {
  return [...processes.values()].flatMap(({ nodes }) =>
    [...nodes.values()].flatMap((node) =>
      node.type === 'callActivity' && node.calledElement.kind === 'literal' ? [node.calledElement.value] : [],
    ),
  );
}
