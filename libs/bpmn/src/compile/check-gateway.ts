import type { EventBasedGateway, FlowNode } from '../model/flow-node.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** What BPMN demands of the flows around one gateway. */
export function checkGateway(process: ReadProcess, node: FlowNode, problems: ProblemList): void {
  switch (node.type) {
    case 'parallelGateway':
      checkConnected(node, problems);
      return checkUnconditional(process, node, problems);
    case 'exclusiveGateway':
    case 'inclusiveGateway':
      checkConnected(node, problems);
      return checkConditions(process, node, problems);
    case 'complexGateway':
      return checkConnected(node, problems);
    case 'eventBasedGateway':
      return checkEventBased(process, node, problems);
    default:
      return;
  }
}

/** BPMN 2.0 §8.3.9: a gateway is there to join or to split. */
function checkConnected(node: FlowNode, problems: ProblemList): void {
  if (node.incoming.length + node.outgoing.length === 0)
    problems.error('gateway-unconnected', node.id, 'no flow leads to or from the gateway; connect it or delete it');
}

function checkUnconditional(process: ReadProcess, node: FlowNode, problems: ProblemList): void {
  const conditional = node.outgoing.find((id) => process.flows.get(id)?.condition);
  if (conditional === undefined) return;
  const message = 'the condition of a flow out of a parallel gateway is ignored; remove it or use an inclusive gateway';
  problems.warning('condition-ignored', conditional, message);
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

/** BPMN 2.0 §10.6.6: two or more flows, without conditions, to events that can be waited for and to nothing else. */
function checkEventBased(process: ReadProcess, node: EventBasedGateway, problems: ProblemList): void {
  const report = (code: string, element: string, message: string) => problems.error(code, element, message);
  if (node.outgoing.length < 2)
    report('event-gateway-flows', node.id, 'an event-based gateway must have two or more outgoing flows');
  if (node.instantiate && node.incoming.length > 0)
    report(
      'event-gateway-start',
      node.id,
      'an event-based gateway that starts the process must not have incoming flows',
    );
  if (node.parallel && !node.instantiate)
    report('event-gateway-parallel', node.id, 'only an event-based gateway that starts the process may be parallel');
  const flows = node.outgoing.flatMap((id) => process.flows.get(id) ?? []);
  for (const flow of flows.filter(({ condition }) => condition))
    report(
      'event-gateway-condition',
      flow.id,
      'a flow out of an event-based gateway must not have a condition; remove it',
    );
  const targets = flows.flatMap(({ target }) => process.nodes.get(target) ?? []);
  for (const target of targets) checkTarget(target, problems);
  const message = targets.find(
    (target) => target.type === 'intermediateCatchEvent' && target.trigger.type === 'message',
  );
  if (message && targets.some(({ type }) => type === 'receiveTask'))
    report(
      'event-gateway-mixed',
      node.id,
      'message events and receive tasks must not stand behind the same event-based gateway',
    );
}

const WAITED_FOR: readonly string[] = ['message', 'signal', 'timer', 'conditional', 'multiple'];

function checkTarget(target: FlowNode, problems: ProblemList): void {
  const waits =
    target.type === 'receiveTask' ||
    (target.type === 'intermediateCatchEvent' && WAITED_FOR.includes(target.trigger.type));
  if (!waits)
    problems.error(
      'event-gateway-target',
      target.id,
      'behind an event-based gateway only message, signal, timer and conditional events and receive tasks may stand',
    );
  if (target.incoming.length > 1)
    problems.error(
      'event-gateway-target',
      target.id,
      'an event behind an event-based gateway must not have another incoming flow',
    );
  if (target.type === 'receiveTask' && target.boundary.length > 0)
    problems.error(
      'event-gateway-target',
      target.id,
      'a receive task behind an event-based gateway must not have boundary events',
    );
}
