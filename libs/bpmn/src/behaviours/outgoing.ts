import { Failure } from '../core/failure.js';
import type { Run } from '../core/run.js';
import type { ElementInstance } from '../core/state.js';
import { valueIn, visibleVariables } from '../core/variables.js';
import type { FlowNode } from '../model/flow-node.js';

/**
 * Flows out of anything but a gateway (BPMN 2.0 §13.3.1, §8.3.13): every flow without a condition and every flow
 * whose condition is true; the default flow when no condition is.
 */
export function chooseUncontrolled(run: Run, element: ElementInstance, node: FlowNode): readonly string[] {
  const { chosen, conditional } = evaluateConditions(run, element, node);
  if (conditional > 0 && node.defaultFlow && !chosen.some((id) => run.flow(id).condition))
    return [...chosen, node.defaultFlow];
  if (node.outgoing.length > 0 && chosen.length === 0) throw noFlow(node);
  return chosen;
}

/** As an inclusive split (BPMN 2.0 §13.4.3): every true flow, or the default when there is none. */
export function chooseInclusive(run: Run, element: ElementInstance, node: FlowNode): readonly string[] {
  const { chosen } = evaluateConditions(run, element, node);
  if (chosen.length > 0 || node.outgoing.length === 0) return chosen;
  if (node.defaultFlow) return [node.defaultFlow];
  throw noFlow(node);
}

/** The first true flow in document order, the default last (BPMN 2.0 §13.4.2). */
export function chooseExclusive(run: Run, element: ElementInstance, node: FlowNode): readonly string[] {
  if (node.outgoing.length === 0) return [];
  const variables = visibleVariables(run, element.key);
  for (const id of node.outgoing) {
    if (id === node.defaultFlow) continue;
    const { condition } = run.flow(id);
    if (!condition || valueIn(run, variables, condition) === true) return [id];
  }
  if (node.defaultFlow) return [node.defaultFlow];
  throw noFlow(node);
}

function evaluateConditions(run: Run, element: ElementInstance, node: FlowNode) {
  const conditional = node.outgoing.filter((id) => run.flow(id).condition).length;
  const variables = conditional > 0 ? visibleVariables(run, element.key) : {};
  const chosen = node.outgoing.filter((id) => {
    const { condition } = run.flow(id);
    if (condition) return valueIn(run, variables, condition) === true;
    return id !== node.defaultFlow || conditional === 0;
  });
  return { chosen, conditional };
}

function noFlow(node: FlowNode): Failure {
  return new Failure(
    'no-flow-chosen',
    `no condition of the flows out of "${node.id}" is true and it has no default flow; add one or mend the data`,
  );
}
