import type { CompiledDefinitions, CompiledProcess } from '../model/compiled-process.js';
import type { InstanceState } from '../core/state.js';
import type { UserTask } from '../model/flow-node.js';
import type { SimulatedInstance } from '../simulation/world.js';
import type { Scenario } from './scenario-file.js';

/** A part of a diagram on which no scenario ever set foot. */
export interface Untaken {
  readonly process: string;
  /** Id of a sequence flow, a boundary event, or a user task of which an outcome was never chosen. */
  readonly element: string;
  /** What it is called on the picture, as far as it has names. */
  readonly told: string;
}

/** Collects which ways of the diagrams a run of scenarios takes. */
export class ScenarioCoverage {
  readonly #processes = new Map<string, CompiledProcess>();
  readonly #instances = new Set<SimulatedInstance>();
  /** Element and outcome. */
  readonly #chosen = new Set<string>();

  /** Makes processes known, of which scenarios may run any. */
  know({ processes }: CompiledDefinitions): void {
    for (const [id, process] of processes) this.#processes.set(id, process);
  }

  /** Notes which outcomes a scenario chooses. */
  note({ steps }: Scenario): void {
    for (const { complete, variables } of steps)
      if (typeof complete === 'string') this.#chosen.add(choice(complete, outcomeIn(variables)));
  }

  /** Looks at an instance and leaves it as it is; for `ScenarioContext.afterStep`. */
  readonly afterStep = (instance: SimulatedInstance): InstanceState => {
    this.#instances.add(instance);
    return instance.state;
  };

  /**
   * Sequence flows that nobody took, boundary events that never happened and outcomes that nobody chose, of the processes
   * that scenarios started by themselves: what is merely called by them has scenarios of its own.
   */
  untaken(): Untaken[] {
    const started = new Set([...this.#instances].flatMap(({ processId, state }) => (state.parent ? [] : [processId])));
    const processes = [...this.#processes.values()].filter(({ id }) => started.has(id));
    return processes.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((process) => this.#untakenOf(process));
  }

  #untakenOf(process: CompiledProcess): Untaken[] {
    const taken = new Set<string>();
    for (const { processId, events } of this.#instances) {
      if (processId !== process.id) continue;
      for (const event of events) {
        if (event.type === 'flow-taken') taken.add(event.flowId);
        else if (event.type === 'element-activated') taken.add(event.elementId);
      }
    }
    const nameOf = (id: string) => process.nodes.get(id)?.name ?? id;
    const flows = [...process.flows.values()].map(({ id, name, source, target }) => {
      const label = name === undefined ? '' : ` (${name})`;
      return { element: id, told: `${nameOf(source)} → ${nameOf(target)}${label}` };
    });
    const events = [...process.nodes.values()].flatMap((node) =>
      node.type === 'boundaryEvent'
        ? [{ element: node.id, told: `${nameOf(node.attachedTo)}: ${nameOf(node.id)}` }]
        : [],
    );
    const ways = [...flows, ...events].filter(({ element }) => !taken.has(element));
    const outcomes = [...process.nodes.values()].flatMap((node) =>
      node.type === 'userTask' ? this.#unchosenOf(node) : [],
    );
    return [...ways, ...outcomes].map((untaken) => ({ process: process.id, ...untaken }));
  }

  /** A task with a single outcome is finished by it, named or not. */
  #unchosenOf({ id, name, outcomes }: UserTask): Omit<Untaken, 'process'>[] {
    if (outcomes.length < 2) return [];
    return outcomes
      .filter((outcome) => !this.#chosen.has(choice(id, outcome.id)))
      .map((outcome) => ({ element: id, told: `${name ?? id}: ${outcome.name}` }));
  }
}

function choice(element: string, outcome: unknown): string {
  return JSON.stringify([element, outcome]);
}

function outcomeIn(variables: unknown): unknown {
  return typeof variables === 'object' && variables !== null && 'outcome' in variables ? variables.outcome : undefined;
}
