import type { CompiledDecision } from '../decision/decision-model.js';
import type { JavaScript } from '../script/javascript.js';
import type { Expression } from './expression.js';
import type { Assignment, FlowNode } from './flow-node.js';
import type { Trigger } from './trigger.js';

export interface SequenceFlow {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: Expression;
  /** True for what is drawn as a pair of link events. */
  readonly link?: true;
}

/** A lane with the assignment that its user tasks inherit. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly assignment: Assignment;
}

/** A process or sub-process seen as a container of flow nodes. */
export interface ScopeModel {
  readonly id: string;
  /** Start events in document order. */
  readonly startEvents: readonly string[];
  readonly nodes: readonly string[];
  /** Gateways whose join asks which tokens can still arrive: inclusive and complex ones. */
  readonly reachJoins: readonly string[];
  /** Start events of the event sub-processes inside, in document order. */
  readonly eventStarts: readonly string[];
}

/**
 * One executable process, indexed for execution and free of XML. Immutable; may be shared by any number of steps and
 * cached by the hash of its source. Never stored: state refers to it by ids only.
 */
export interface CompiledProcess {
  readonly id: string;
  readonly name: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  readonly scopes: ReadonlyMap<string, ScopeModel>;
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly reachability: Reachability;
  /** Elements by which an instance can be started from outside. */
  readonly starts: readonly ProcessStart[];
  /** What runs JavaScript; only where a script task is written in it. */
  readonly javaScript?: JavaScript;
}

/** A start event, instantiating receive task or event behind an instantiating gateway, with what starts it. */
export interface ProcessStart {
  readonly elementId: string;
  readonly trigger: Trigger;
}

/** Answers "is there a path" questions for the inclusive join; computed once at deployment. */
export interface Reachability {
  /** True when a token at `node` can reach `flow` (incoming flow of `gateway`) without visiting `gateway`. */
  reaches(gateway: string, flow: string, node: string): boolean;
}

/** What one deployment holds: the executable processes and the decisions they use. */
export interface CompiledDefinitions {
  readonly processes: ReadonlyMap<string, CompiledProcess>;
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
}
