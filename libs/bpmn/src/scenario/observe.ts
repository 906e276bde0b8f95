import type { EngineEvent } from '../core/event.js';
import type { CompiledProcess } from '../model/compiled-process.js';
import type { FlowNode } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import type { SimulatedInstance, World } from '../simulation/world.js';

export type ObservedState = 'completed' | 'active' | 'terminated' | 'incident' | 'failed';

/** What a scenario can see of a world: the same words as its expectations. */
export interface Observation {
  readonly state: ObservedState;
  readonly completed: readonly string[];
  readonly visited: readonly string[];
  readonly waiting: readonly string[];
  readonly variables: Variables;
  readonly timers: Readonly<Record<string, string>>;
  readonly incidents: readonly string[];
}

/** What happened to one instance. */
export function observeInstance(instance: SimulatedInstance, process: CompiledProcess): Observation {
  const { state, events } = instance;
  const incidents = Object.values(state.incidents).map(({ elementId }) => elementId);
  return {
    state: state.status === 'active' && incidents.length > 0 ? 'incident' : state.status,
    completed: idsOf(events, 'element-completed'),
    visited: idsOf(events, 'element-activated'),
    waiting: waitingIn(instance, process),
    variables: state.elements[state.root]?.variables ?? {},
    timers: Object.fromEntries(Object.values(state.timers).map(({ elementId, dueAt }) => [elementId, dueAt])),
    incidents,
  };
}

/** The started instance together with what it called: traces of called processes are part of the whole. */
export function observeTree(
  world: World,
  root: SimulatedInstance,
  processOf: (id: string) => CompiledProcess,
): Observation {
  const tree = [...world.instances.values()].filter((instance) => isWithin(world, instance, root.id));
  const views = tree.map((instance) => observeInstance(instance, processOf(instance.processId)));
  const own = observeInstance(root, processOf(root.processId));
  const incidents = views.flatMap((view) => view.incidents);
  return {
    state: own.state === 'active' && incidents.length > 0 ? 'incident' : own.state,
    completed: views.flatMap((view) => view.completed),
    visited: views.flatMap((view) => view.visited),
    waiting: views.flatMap((view) => view.waiting),
    variables: own.variables,
    timers: Object.assign({}, ...views.map((view) => view.timers)) as Record<string, string>,
    incidents,
  };
}

function isWithin(world: World, instance: SimulatedInstance, rootId: string): boolean {
  for (let at: SimulatedInstance | undefined = instance; at;) {
    if (at.id === rootId) return true;
    const parent: string | undefined = at.state.parent?.instanceId;
    at = parent === undefined ? undefined : world.instances.get(parent);
  }
  return false;
}

function idsOf(events: readonly EngineEvent[], type: 'element-completed' | 'element-activated'): string[] {
  return events.flatMap((event) => (event.type === type && event.part === undefined ? [event.elementId] : []));
}

/** Elements that wait for something outside; what waits for its own inside does not count. */
function waitingIn({ state }: SimulatedInstance, process: CompiledProcess): string[] {
  return Object.values(state.elements).flatMap((element) => {
    const node = process.nodes.get(element.elementId);
    if (!node || element.phase !== 'waiting' || element.incident !== undefined) return [];
    if (element.part !== undefined || waitsForInside(node)) return [];
    if (node.type !== 'eventBasedGateway') return [element.elementId];
    return [element.elementId, ...node.outgoing.map((flow) => process.flows.get(flow)?.target ?? '')];
  });
}

function waitsForInside(node: FlowNode): boolean {
  switch (node.type) {
    case 'subProcess':
    case 'transaction':
    case 'eventSubProcess':
    case 'callActivity':
    case 'intermediateThrowEvent':
    case 'endEvent':
      return true;
    case 'adHocSubProcess':
      return node.completionCondition === undefined;
    default:
      return false;
  }
}
