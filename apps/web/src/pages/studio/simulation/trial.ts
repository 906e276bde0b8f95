import type {
  AskedValue,
  CompiledDefinitions,
  JsonValue,
  ScenarioRecording,
  SimulatedInstance,
  SubscriptionState,
  TaskOffer,
  Variables,
  World,
} from '@lianban/bpmn';
import type { CalendarDefinition } from '@lianban/calendar';
import type { StudioFile } from '../../../api/studio.js';
import { loadCore } from '../core.js';
import { givenToCases } from '../given-to-cases.js';
import { compileWithCalled } from './compile-with-called.js';
import { nameOfElement } from './names-of.js';

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
  /** What must come, unless a program has to finish. */
  readonly subscription?: SubscriptionState;
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

/** What a made-up case has to bring along. @throws Error in words when the files have errors */
export async function askedOfCase(
  order: Pick<TrialOrder, 'files' | 'filesOf' | 'processKey'>,
): Promise<readonly AskedValue[]> {
  const { askedAtStart } = await loadCore();
  const { definitions } = await compileWithCalled(order.files, order.filesOf);
  const process = definitions.processes.get(order.processKey);
  const asked = process ? askedAtStart({ process, definitions }, givenToCases) : [];
  const usual = [...givenToCases].flatMap((name) => asked.filter(({ path }) => path === name));
  return [...usual, ...asked.filter(({ path }) => !givenToCases.has(path))];
}

/** A case that goes through the diagram in the browser, by the engine's own core and a clock that is moved by hand. */
export class Trial {
  private constructor(
    private readonly world: World,
    private readonly root: SimulatedInstance,
    private readonly definitions: CompiledDefinitions,
    private readonly recording: ScenarioRecording,
    private readonly core: Pick<Awaited<ReturnType<typeof loadCore>>, 'askedAt'>,
    /** Of the diagram and of the workflows that it calls. */
    readonly files: readonly StudioFile[],
  ) {}

  /** @throws Error in words when the files have errors or the start is refused */
  static async begin(order: TrialOrder): Promise<Trial> {
    const [core, { createCalendars }] = await Promise.all([loadCore(), import('@lianban/calendar')]);
    const { World, ScenarioRecording } = core;
    const { definitions, files } = await compileWithCalled(order.files, order.filesOf);
    const { now, timeZone, calendars, processKey, variables } = order;
    const world = new World({
      definitions,
      calendars: createCalendars(calendars),
      now,
      timeZone,
      startsByTimer: false,
    });
    const root = world.start(processKey, variables);
    const start = { at: now, variables };
    const recording = new ScenarioRecording({ world, root, definitions, start });
    return new Trial(world, root, definitions, recording, core, files);
  }

  /** What an element is called, of whichever workflow it is; an event with the step on whose edge it sits. */
  nameOf(elementId: string): string {
    return nameOfElement(this.definitions, elementId);
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
      ...Object.values(state.subscriptions).map((subscription) => ({
        ...{ instance: id, key: subscription.key, elementId: subscription.elementId },
        ...{ by: 'message' as const, subscription },
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

  /** What whoever finishes a step has to give beside the result, where it shows no form. */
  asked({ instance, elementId }: TrialTask | TrialWait): readonly AskedValue[] {
    const process = this.definitions.processes.get(this.world.instances.get(instance)?.processId ?? '');
    return process ? this.core.askedAt({ process, definitions: this.definitions }, elementId) : [];
  }

  /** What the instance of a step knows: its own variables over those around it. */
  known({ instance, key }: TrialTask | TrialWait): Variables {
    const elements = this.world.instances.get(instance)?.state.elements ?? {};
    const layers: Variables[] = [];
    for (let element = elements[key]; element; element = element.scope === null ? undefined : elements[element.scope])
      layers.unshift(element.variables ?? {});
    return Object.assign({}, ...layers) as Variables;
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

  /** Somebody finishes a step with a result and what was filled in. @throws Error in words when it is refused */
  complete({ elementId, ...at }: TrialTask, outcome: string | undefined, values: Variables = {}): void {
    this.recording.complete(elementId, at, outcome === undefined ? values : { ...values, outcome });
  }

  /** What is waited for comes, with what it brings. @throws Error in words when it is refused */
  continue({ elementId, subscription, ...at }: TrialWait, variables: Variables = {}): void {
    if (!subscription) return this.recording.complete(elementId, at, variables);
    const { type, name, correlation } = subscription;
    const sent = Object.keys(variables).length === 0 ? { name } : { name, variables };
    this.recording.perform(type === 'signal' ? { signal: sent } : { message: { ...sent, correlation } });
  }

  /** Lets the clock run until the next timer has fired. */
  advance(): void {
    const next = this.nextTimer();
    if (next) this.recording.perform({ advanceTo: next.dueAt });
  }

  /** What was done so far, as a scenario file that lies beside the files, see `fileNameOf`. */
  scenario(name: string): string {
    return this.recording.toText({ name, model: this.files.map(fileNameOf) });
  }

  #instances(): readonly SimulatedInstance[] {
    return [...this.world.instances.values()].filter(({ state }) => state.status === 'active');
  }
}

/** The name of a file where all lie in one folder. */
export function fileNameOf({ name }: StudioFile): string {
  return name.replaceAll(/[/\\]/gu, '-');
}
