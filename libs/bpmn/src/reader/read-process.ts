import { readExpression } from '../expression/read-expression.js';
import type { Lane, ScopeModel, SequenceFlow } from '../model/compiled-process.js';
import { isActivity, type FlowNode } from '../model/flow-node.js';
import { elementOf, elementsOf, isType, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';
import { readAssignment } from './read-activity.js';
import { linkFlows } from './link-flows.js';
import { readNode } from './read-node.js';

/** A process as read: everything of the compiled process but what is computed from it. */
export interface ReadProcess {
  readonly id: string;
  readonly name: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  readonly scopes: ReadonlyMap<string, ScopeModel>;
  readonly lanes: ReadonlyMap<string, Lane>;
}

interface Reading {
  readonly nodes: Map<string, FlowNode>;
  readonly flows: Map<string, SequenceFlow>;
  readonly scopes: Map<string, ScopeModel>;
  readonly lanes: Map<string, Lane>;
  readonly laneOf: Map<string, string>;
  readonly problems: ProblemList;
}

/** Reads one executable process with all its sub-processes into flat maps by id. */
export function readProcess(process: ModdleElement, problems: ProblemList): ReadProcess {
  const reading: Reading = {
    nodes: new Map(),
    flows: new Map(),
    scopes: new Map(),
    lanes: new Map(),
    laneOf: new Map(),
    problems,
  };
  for (const laneSet of elementsOf(process, 'laneSets')) readLanes(laneSet, reading);
  const queue: ModdleElement[] = [process];
  for (let container = queue.shift(); container; container = queue.shift())
    queue.push(...readContainer(container, reading));
  const { nodes, flows, scopes, lanes } = reading;
  const id = process.id ?? '';
  return { id, name: process.name ?? id, nodes, flows, scopes, lanes };
}

/** Inner lanes come after outer ones and so win. */
function readLanes(laneSet: ModdleElement, reading: Reading): void {
  for (const lane of elementsOf(laneSet, 'lanes')) {
    const id = lane.id ?? '';
    reading.lanes.set(id, { id, name: lane.name ?? id, assignment: readAssignment(lane) });
    for (const node of elementsOf(lane, 'flowNodeRef')) if (node.id) reading.laneOf.set(node.id, id);
    const inner = elementOf(lane, 'childLaneSet');
    if (inner) readLanes(inner, reading);
  }
}

/** Reads what a process or sub-process directly contains; gives its sub-processes, which are read next. */
function readContainer(container: ModdleElement, reading: Reading): ModdleElement[] {
  const scope = container.id ?? '';
  const elements = elementsOf(container, 'flowElements');
  const flows = elements.filter((element) => isType(element, 'bpmn:SequenceFlow'));
  const nodes = elements.filter(
    (element) =>
      !isType(element, 'bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'),
  );
  const incoming = groupIds(flows, 'targetRef');
  const outgoing = groupIds(flows, 'sourceRef');
  const boundary = groupIds(nodes, 'attachedToRef');
  const handlers = handlersOf(container);
  for (const flow of flows) readFlow(flow, reading);
  const laneOfScope = reading.laneOf.get(scope);
  const read: FlowNode[] = [];
  for (const element of nodes) {
    const id = element.id;
    if (!id) {
      reading.problems.error(
        'id-missing',
        undefined,
        `a ${element.$type.replace('bpmn:', '')} in "${scope}" has no id; give it one`,
      );
      continue;
    }
    const lane = reading.laneOf.get(id) ?? laneOfScope;
    if (lane !== undefined) reading.laneOf.set(id, lane);
    const at = (groups: ReadonlyMap<string, string[]>) => groups.get(id) ?? [];
    const around = {
      scope,
      incoming: at(incoming),
      outgoing: at(outgoing),
      boundary: at(boundary),
      ...(lane === undefined ? {} : { lane }),
      ...(handlers.has(id) ? { handler: handlers.get(id) as string } : {}),
    };
    const node = readNode(element, around, reading.problems);
    if (node) read.push(node);
  }
  const linked = linkFlows(read, reading.problems);
  for (const flow of linked.flows) reading.flows.set(flow.id, flow);
  for (const node of linked.nodes) reading.nodes.set(node.id, node);
  const inner = nodes.filter((element) => CONTAINERS.has(reading.nodes.get(element.id ?? '')?.type ?? ''));
  reading.scopes.set(scope, scopeModel(container, linked.nodes, eventStartsOf(inner)));
  return inner;
}

const CONTAINERS: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'eventSubProcess', 'adHocSubProcess']);

/** Start events of the event sub-processes among the containers. */
function eventStartsOf(containers: readonly ModdleElement[]): string[] {
  return containers
    .filter((element) => element['triggeredByEvent'] === true)
    .flatMap((element) => elementsOf(element, 'flowElements'))
    .filter((element) => isType(element, 'bpmn:StartEvent'))
    .flatMap(({ id }) => id ?? []);
}

/** Compensation handlers by boundary event: the association between them, in whichever direction it was drawn. */
function handlersOf(container: ModdleElement): ReadonlyMap<string, string> {
  const handlers = new Map<string, string>();
  for (const association of elementsOf(container, 'artifacts')) {
    if (!isType(association, 'bpmn:Association')) continue;
    const ends = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
    const event = ends.find((end) => end && isType(end, 'bpmn:BoundaryEvent'));
    const handler = ends.find((end) => end?.['isForCompensation'] === true);
    if (event?.id && handler?.id) handlers.set(event.id, handler.id);
  }
  return handlers;
}

function readFlow(flow: ModdleElement, reading: Reading): void {
  const id = flow.id ?? '';
  const source = elementOf(flow, 'sourceRef')?.id;
  const target = elementOf(flow, 'targetRef')?.id;
  if (!source || !target) {
    const missing = source ? 'targetRef' : 'sourceRef';
    reading.problems.error(
      'flow-dangling',
      id,
      `the sequence flow has no ${missing} that exists; connect it at both ends or delete it`,
    );
    return;
  }
  const body = elementOf(flow, 'conditionExpression')?.['body'];
  const condition = typeof body === 'string' && body.trim() !== '' ? readExpression(body, 'feel') : undefined;
  reading.flows.set(id, {
    id,
    source,
    target,
    ...(flow.name ? { name: flow.name } : {}),
    ...(condition ? { condition } : {}),
  });
}

function scopeModel(container: ModdleElement, nodes: readonly FlowNode[], eventStarts: readonly string[]): ScopeModel {
  const starts = nodes.filter((node) => node.type === 'startEvent');
  const plain = starts.filter(({ trigger }) => trigger.type === 'none');
  const byEvent = container['triggeredByEvent'] === true;
  const begun = byEvent ? starts : starts.length > 0 ? plain : nodes.filter(beginsByItself);
  return {
    id: container.id ?? '',
    startEvents: begun.map((node) => node.id),
    nodes: nodes.map((node) => node.id),
    reachJoins: nodes
      .filter(({ type }) => type === 'inclusiveGateway' || type === 'complexGateway')
      .map(({ id }) => id),
    eventStarts,
  };
}

/** In a scope without start events, what no flow leads to begins at once (BPMN 2.0 §10.3.2). */
function beginsByItself(node: FlowNode): boolean {
  if (node.incoming.length > 0 || node.type === 'boundaryEvent' || node.type === 'eventSubProcess') return false;
  if (isActivity(node) && node.forCompensation) return false;
  return !('instantiate' in node && node.instantiate);
}

function groupIds(elements: readonly ModdleElement[], reference: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const element of elements) {
    const key = elementOf(element, reference)?.id;
    if (!key || !element.id) continue;
    groups.set(key, [...(groups.get(key) ?? []), element.id]);
  }
  return groups;
}
