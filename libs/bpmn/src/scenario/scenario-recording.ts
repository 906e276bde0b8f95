import { stringify } from 'yaml';
import type { CompiledDefinitions, CompiledProcess } from '../model/compiled-process.js';
import type { Variables } from '../model/value.js';
import type { SimulatedInstance, World } from '../simulation/world.js';
import { observeTree, type Observation } from './observe.js';
import { performStep, waitingAt } from './perform-step.js';
import type { Scenario } from './scenario-file.js';

type Step = Scenario['steps'][number];

/** What is recorded: a world with the instance that was started in it. */
interface Recorded {
  readonly world: World;
  readonly root: SimulatedInstance;
  readonly definitions: CompiledDefinitions;
  readonly start: { readonly at: string; readonly variables: Variables };
}

/**
 * Carries out acts as the steps of a scenario do, and notes each with the state after it. What it writes passes when it
 * is run on the same diagrams with the same calendars.
 */
export class ScenarioRecording {
  readonly #steps: Step[] = [];

  constructor(private readonly recorded: Recorded) {}

  /** Completes what waits at an element: that of this key, if several do. @throws Error in words when it is refused */
  complete(elementId: string, at: { readonly instance: string; readonly key: number }, variables: Variables): void {
    const waiting = waitingAt(this.recorded.world, elementId);
    const place = waiting.findIndex(({ instance, key }) => instance === at.instance && key === at.key);
    const given = Object.keys(variables).length === 0 ? {} : { variables };
    this.perform({ complete: elementId, ...(waiting.length > 1 && { nth: place + 1 }), ...given });
  }

  /** @throws Error in words when it is not possible */
  perform(step: Step): void {
    const { world, root } = this.recorded;
    performStep(world, root, step);
    const { state, waiting, timers, incidents } = this.#observe();
    this.#steps.push(step, {
      expect: { state, waitingExactly: waiting, timers, ...(incidents.length > 0 && { incidents }) },
    });
  }

  /** A scenario file (YAML) of what was done; `model` names the files of the diagrams, seen from where it will lie. */
  toText({ name, model }: { readonly name: string; readonly model: readonly string[] }): string {
    const { root, start } = this.recorded;
    const { state, completed, variables } = this.#observe();
    const scenario = { name, timedStarts: false, start, steps: this.#steps, expect: { state, completed, variables } };
    const file = { model, process: root.processId, scenarios: [scenario] };
    // One value that stands in several places is written in each.
    return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
  }

  #observe(): Observation {
    const { world, root, definitions } = this.recorded;
    return observeTree(world, root, (id) => definitions.processes.get(id) as CompiledProcess);
  }
}
