import { elementOf, elementsOf, isType, type ModdleElement } from '../reader/moddle-element.js';
import type { ProblemList } from '../reader/problem-list.js';

/** What BPMN demands of message flows, which are drawn and not executed (BPMN 2.0 §9.3.1, tables 10.84 and 10.88). */
export function checkCollaboration(definitions: ModdleElement, problems: ProblemList): void {
  const roots = elementsOf(definitions, 'rootElements');
  for (const collaboration of roots.filter((root) => isType(root, 'bpmn:Collaboration')))
    for (const flow of elementsOf(collaboration, 'messageFlows')) checkMessageFlow(flow, problems);
}

function checkMessageFlow(flow: ModdleElement, problems: ProblemList): void {
  const [source, target] = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')];
  if (!source || !target) return;
  const report = (message: string) => problems.error('message-flow', flow.id, message);
  if (poolOf(source) === poolOf(target))
    report('a message flow must connect two pools; draw a sequence flow inside one pool');
  if (isType(source, 'bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent', 'bpmn:ReceiveTask'))
    report(`a message flow must not begin at "${source.id ?? ''}", which only receives; turn it round`);
  if (isType(target, 'bpmn:EndEvent', 'bpmn:IntermediateThrowEvent', 'bpmn:SendTask'))
    report(`a message flow must not end at "${target.id ?? ''}", which only sends; turn it round`);
}

/** The process that a node stands in or a pool shows; a pool without one stands for itself. */
function poolOf(end: ModdleElement): ModdleElement {
  let pool = elementOf(end, 'processRef') ?? end;
  for (let parent = pool.$parent; parent && !isType(parent, 'bpmn:Definitions'); parent = pool.$parent) {
    if (isType(parent, 'bpmn:Collaboration')) break;
    pool = parent;
  }
  return pool;
}
