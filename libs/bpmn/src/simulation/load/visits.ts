import type { EngineEvent } from '../../core/event.js';
import type { Key } from '../../core/state.js';
import type { CompiledDefinitions } from '../../model/compiled-process.js';
import type { FlowNode } from '../../model/flow-node.js';
import type { Instant } from '../../model/value.js';
import type { SimulatedInstance } from '../world.js';

/** How a visit to an element ended; `lapsed` by an interrupting timer of its own, or of what carries its term. */
export type VisitEnd = 'completed' | 'lapsed' | 'cancelled';

/** One stay of one case at one element where cases wait. */
export interface Visit {
  readonly process: string;
  readonly element: string;
  readonly from: Instant;
  to?: Instant;
  end?: VisitEnd;
}

const WAITS: ReadonlySet<FlowNode['type']> = new Set([
  'userTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'intermediateCatchEvent',
]);

/** Notes every stay at a task or catch event while a world runs; give `note` to the world as its `afterStep`. */
export class Visits {
  readonly all: Visit[] = [];
  private readonly open = new Map<string, Visit>();
  /** Whose timers carry the term of a task, where they are not its own. */
  private readonly termOwners = new Map<string, Key>();
  private readonly seen = new Map<string, number>();

  constructor(private readonly definitions: CompiledDefinitions) {}

  note(instance: SimulatedInstance, now: Instant): void {
    const fresh = instance.events.slice(this.seen.get(instance.id) ?? 0);
    this.seen.set(instance.id, instance.events.length);
    const lapsed = new Set(fresh.flatMap((event) => this.lapsedBy(instance, event)));
    for (const event of fresh) this.noteEvent(instance, event, lapsed, now);
  }

  private noteEvent(instance: SimulatedInstance, event: EngineEvent, lapsed: ReadonlySet<Key>, now: Instant): void {
    switch (event.type) {
      case 'element-activated':
        if (event.part !== undefined || !WAITS.has(this.nodeOf(instance, event.elementId)?.type ?? 'task')) return;
        this.begin(instance, event.key, event.elementId, now);
        return;
      case 'user-task-created':
        if (event.task.termOwner !== undefined)
          this.termOwners.set(`${instance.id} ${event.key}`, event.task.termOwner);
        return;
      case 'element-completed':
        this.finish(instance, event.key, 'completed', now);
        return;
      case 'element-terminated':
        this.finish(instance, event.key, this.hasLapsed(instance, event.key, lapsed) ? 'lapsed' : 'cancelled', now);
        return;
      default:
    }
  }

  private begin(instance: SimulatedInstance, key: Key, element: string, now: Instant): void {
    const visit: Visit = { process: instance.processId, element, from: now };
    this.all.push(visit);
    this.open.set(`${instance.id} ${key}`, visit);
  }

  private finish(instance: SimulatedInstance, key: Key, end: VisitEnd, now: Instant): void {
    const visit = this.open.get(`${instance.id} ${key}`);
    if (!visit) return;
    visit.to = now;
    visit.end = end;
    this.open.delete(`${instance.id} ${key}`);
  }

  private hasLapsed({ id }: SimulatedInstance, key: Key, lapsed: ReadonlySet<Key>): boolean {
    return lapsed.has(key) || lapsed.has(this.termOwners.get(`${id} ${key}`) ?? key);
  }

  /** The activity that a firing timer takes away. */
  private lapsedBy(instance: SimulatedInstance, event: EngineEvent): Key[] {
    if (event.type !== 'timer-fired') return [];
    const node = this.nodeOf(instance, event.elementId);
    return node?.type === 'boundaryEvent' && node.interrupting ? [event.owner] : [];
  }

  private nodeOf({ processId }: SimulatedInstance, element: string): FlowNode | undefined {
    return this.definitions.processes.get(processId)?.nodes.get(element);
  }
}
