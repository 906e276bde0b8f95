import type { Run } from '../core/run.js';
import type { ElementInstance } from '../core/state.js';
import type { FlowNode } from '../model/flow-node.js';

/**
 * What one kind of flow node does in its life; everything that is common stands in `core/life-cycle.ts`.
 */
export interface Behaviour<N extends FlowNode> {
  /**
   * Begins the element's work: either completes it at once or leaves it waiting. May run again after an incident, so
   * whatever can throw `Failure` comes before the first event.
   */
  enter(run: Run, element: ElementInstance, node: N): void;
  /** The outgoing flows that get a token. Emits nothing; throws `Failure` when the diagram leaves no way out. */
  chooseFlows(run: Run, element: ElementInstance, node: N): readonly string[];
  /** True for work that `complete-element` may finish from outside. */
  readonly completable: boolean;
}
