import type { CompiledProcess, ScopeModel, SequenceFlow } from '../model/compiled-process.js';
import type { FlowNode } from '../model/flow-node.js';
import { Agenda } from './agenda.js';
import { applyEvent } from './apply-event.js';
import type { Draft } from './draft.js';
import type { Effect } from './effect.js';
import type { Environment } from './environment.js';
import type { EngineEvent } from './event.js';
import type { ElementInstance, Key } from './state.js';
import { WaitIndex } from './wait-index.js';

const DEFAULT_WORK_BUDGET = 100_000;

/**
 * One step in progress: the state being changed, what has happened so far and what is still to do. Behaviours and
 * rules get it as their first argument. It knows where things are, not what BPMN means by them.
 */
export class Run {
  readonly events: EngineEvent[] = [];
  readonly effects: Effect[] = [];
  readonly agenda: Agenda;
  /** Scopes in which a token died or moved on since they were last looked at. */
  readonly touchedScopes = new Set<Key>();
  /** Timers, subscriptions and conditions by their owner. */
  readonly waits: WaitIndex;
  /** True since variables changed and conditions have not been looked at. */
  variablesChanged = false;
  private readonly childrenByScope = new Map<Key, Set<Key>>();

  constructor(
    readonly process: CompiledProcess,
    readonly draft: Draft,
    readonly env: Environment,
  ) {
    this.agenda = new Agenda(env.workBudget ?? DEFAULT_WORK_BUDGET, (work) =>
      work.do === 'take' ? work.flowId : (this.draft.elements[work.key]?.elementId ?? this.process.id),
    );
    this.waits = new WaitIndex(draft);
    for (const element of Object.values(draft.elements)) this.index(element.key, element.scope);
  }

  /** Records a fact and lets it change the state. */
  emit(event: EngineEvent): void {
    const ended = event.type === 'element-completed' || event.type === 'element-terminated';
    const scope = ended ? this.draft.elements[event.key]?.scope : undefined;
    applyEvent(this.draft, event);
    this.events.push(event);
    this.waits.follow(event);
    if (event.type === 'variables-set') this.variablesChanged = true;
    if (event.type === 'element-activated') this.index(event.key, event.scope);
    if (scope !== undefined && scope !== null && ended) {
      this.childrenByScope.get(scope)?.delete(event.key);
      this.touchedScopes.add(scope);
    }
  }

  effect(effect: Effect): void {
    this.effects.push(effect);
  }

  /** The key for the next thing; taken by emitting the event that creates it. */
  nextKey(): Key {
    return this.draft.nextKey;
  }

  /** The live element instance; throws when it has ended, which is a fault of the caller. */
  element(key: Key): ElementInstance {
    const element = this.draft.elements[key];
    if (!element)
      throw new Error(`expected element instance ${key} of "${this.draft.id}" to be live, but it has ended`);
    return element;
  }

  isLive(key: Key): boolean {
    return this.draft.elements[key] !== undefined;
  }

  /** The flow node of an id; throws when the model has none, e.g. when state and model do not belong together. */
  node(elementId: string): FlowNode {
    const node = this.process.nodes.get(elementId);
    if (!node)
      throw new Error(`expected process "${this.process.id}" to have the element "${elementId}", but it has not`);
    return node;
  }

  flow(flowId: string): SequenceFlow {
    const flow = this.process.flows.get(flowId);
    if (!flow)
      throw new Error(`expected process "${this.process.id}" to have the sequence flow "${flowId}", but it has not`);
    return flow;
  }

  scopeModel(elementId: string): ScopeModel {
    const scope = this.process.scopes.get(elementId);
    if (!scope) throw new Error(`expected "${elementId}" to be a process or sub-process, but it contains nothing`);
    return scope;
  }

  childrenOf(scope: Key): readonly Key[] {
    return [...(this.childrenByScope.get(scope) ?? [])];
  }

  hasChildren(scope: Key): boolean {
    return (this.childrenByScope.get(scope)?.size ?? 0) > 0;
  }

  private index(key: Key, scope: Key | null): void {
    if (scope === null) return;
    const children = this.childrenByScope.get(scope);
    if (children) children.add(key);
    else this.childrenByScope.set(scope, new Set([key]));
  }
}
