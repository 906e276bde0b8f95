import { isActivity, type FlowNode } from '../model/flow-node.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** Checks what BPMN demands of how nodes stand to each other, and what the core relies on. */
export function checkStructure(process: ReadProcess, problems: ProblemList): void {
  const root = process.scopes.get(process.id);
  if (!root || root.nodes.length === 0)
    problems.error('process-empty', process.id, 'the process contains nothing; draw at least a start and an end');
  checkStarts(process, problems);
  for (const node of process.nodes.values()) checkNode(process, node, problems);
  checkFlows(process, problems);
}

function checkStarts(process: ReadProcess, problems: ProblemList): void {
  for (const scope of process.scopes.values()) {
    const starts = scope.nodes.map((id) => process.nodes.get(id)).filter((node) => node?.type === 'startEvent');
    const ends = scope.nodes.some((id) => process.nodes.get(id)?.type === 'endEvent');
    if (starts.length === 0 && ends)
      problems.error('start-missing', scope.id, 'there is an end event but no start event; add a start event');
    if (scope.id === process.id) continue;
    const triggered = starts.find((node) => node?.type === 'startEvent' && node.trigger.type !== 'none');
    if (triggered)
      problems.error(
        'start-trigger',
        triggered.id,
        'the start event of an embedded sub-process must not have a trigger',
      );
  }
}

function checkNode(process: ReadProcess, node: FlowNode, problems: ProblemList): void {
  switch (node.type) {
    case 'startEvent':
      if (node.incoming.length > 0)
        problems.error('start-incoming', node.id, 'a start event must not have an incoming flow');
      return;
    case 'endEvent':
      return checkEnd(node, problems);
    case 'boundaryEvent':
      return checkBoundary(process, node, problems);
    case 'parallelGateway':
      return checkParallel(process, node, problems);
    case 'exclusiveGateway':
    case 'inclusiveGateway':
      return checkConditions(process, node, problems);
    case 'intermediateCatchEvent':
      if (CATCHABLE.includes(node.trigger.type)) return;
      problems.error(
        'trigger-forbidden',
        node.id,
        'an intermediate catch event must wait for a timer, message or signal',
      );
      return;
    case 'intermediateThrowEvent':
      if (THROWABLE.includes(node.trigger.type)) return;
      problems.error(
        'trigger-forbidden',
        node.id,
        `an intermediate throw event cannot be a ${node.trigger.type} event`,
      );
      return;
    default:
      return;
  }
}

const CATCHABLE: readonly string[] = ['timer', 'message', 'signal'];
const THROWABLE: readonly string[] = ['none', 'message', 'signal', 'escalation'];

function checkEnd(node: Extract<FlowNode, { type: 'endEvent' }>, problems: ProblemList): void {
  if (node.outgoing.length > 0) problems.error('end-outgoing', node.id, 'an end event must not have an outgoing flow');
  if (node.trigger.type === 'timer') problems.error('trigger-forbidden', node.id, 'an end event cannot be a timer');
  if (node.trigger.type === 'error' && node.trigger.code === undefined) {
    problems.error('error-missing', node.id, 'an error end event must name an error; set its errorRef');
  }
}

function checkParallel(process: ReadProcess, node: FlowNode, problems: ProblemList): void {
  const conditional = node.outgoing.find((id) => process.flows.get(id)?.condition);
  if (!conditional) return;
  const message = 'the condition of a flow out of a parallel gateway is ignored; remove it or use an inclusive gateway';
  problems.warning('condition-ignored', conditional, message);
}

function checkBoundary(
  process: ReadProcess,
  node: Extract<FlowNode, { type: 'boundaryEvent' }>,
  problems: ProblemList,
): void {
  const host = process.nodes.get(node.attachedTo);
  if (!host || !isActivity(host))
    problems.error('boundary-host', node.id, 'a boundary event must be attached to a task or sub-process');
  if (node.incoming.length > 0)
    problems.error('boundary-incoming', node.id, 'a boundary event must not have an incoming flow');
  if (node.trigger.type === 'none' || node.trigger.type === 'terminate') {
    problems.error(
      'trigger-forbidden',
      node.id,
      'a boundary event must have a trigger that can be caught, such as a timer, message or error',
    );
  }
  if (node.trigger.type === 'error' && !node.interrupting)
    problems.error(
      'boundary-error',
      node.id,
      'an error boundary event always interrupts; remove cancelActivity="false"',
    );
}

function checkConditions(process: ReadProcess, node: FlowNode, problems: ProblemList): void {
  if (node.outgoing.length < 2) return;
  for (const id of node.outgoing) {
    if (id === node.defaultFlow || process.flows.get(id)?.condition) continue;
    problems.error(
      'condition-missing',
      id,
      `the flow out of gateway "${node.id}" has no condition; add one or make it the default flow`,
    );
  }
}

function checkFlows(process: ReadProcess, problems: ProblemList): void {
  for (const flow of process.flows.values()) {
    const source = process.nodes.get(flow.source);
    const target = process.nodes.get(flow.target);
    if (!source || !target) continue;
    if (source.scope !== target.scope) {
      problems.error(
        'flow-crosses-scope',
        flow.id,
        `the flow leads from "${source.scope}" into "${target.scope}"; a sequence flow must stay inside one process or sub-process`,
      );
    }
  }
  for (const node of process.nodes.values()) {
    if (node.defaultFlow === undefined || node.outgoing.includes(node.defaultFlow)) continue;
    problems.error(
      'default-flow',
      node.id,
      `its default flow "${node.defaultFlow}" does not leave it; choose one of its own flows`,
    );
  }
}
