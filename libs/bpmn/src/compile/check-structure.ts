import { isActivity, type FlowNode } from '../model/flow-node.js';
import type { ScopeModel } from '../model/compiled-process.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';
import { checkActivity } from './check-activity.js';
import { checkCatchers } from './check-catchers.js';
import { checkEvent } from './check-event.js';
import { checkGateway } from './check-gateway.js';

/** Checks what BPMN demands of how nodes stand to each other, and what the core relies on. */
export function checkStructure(process: ReadProcess, problems: ProblemList): void {
  const root = process.scopes.get(process.id);
  if (!root || root.nodes.length === 0)
    problems.error('process-empty', process.id, 'the process contains nothing; draw at least a start and an end');
  for (const scope of process.scopes.values()) checkScope(process, scope, problems);
  for (const node of process.nodes.values()) {
    if (isActivity(node)) checkActivity(process, node, problems);
    checkEvent(process, node, problems);
    checkGateway(process, node, problems);
  }
  checkCatchers(process, problems);
  checkFlows(process, problems);
}

function checkScope(process: ReadProcess, scope: ScopeModel, problems: ProblemList): void {
  const nodes = scope.nodes.flatMap((id) => process.nodes.get(id) ?? []);
  const starts = nodes.filter((node) => node.type === 'startEvent');
  const ends = nodes.filter((node) => node.type === 'endEvent');
  const container = process.nodes.get(scope.id);
  if (container?.type === 'adHocSubProcess') return checkAdHoc(scope.id, nodes, problems);
  if (container?.type === 'eventSubProcess' && starts.length !== 1) {
    const message = `an event sub-process must have exactly one start event, but it has ${starts.length}`;
    problems.error('event-sub-process-start', scope.id, message);
  }
  if (starts.length === 0 && ends.length > 0 && !nodes.some(startsOtherwise))
    problems.error('start-missing', scope.id, 'there is an end event but no start event; add a start event');
  if (starts.length > 0 && ends.length === 0 && nodes.length > 1 && nodes.every((node) => node.outgoing.length > 0))
    problems.warning('end-missing', scope.id, 'no end event is drawn and no node is the last; the scope never ends');
  if (starts.length === 0) return;
  for (const node of nodes.filter(isStranded))
    problems.warning(
      'node-unreachable',
      node.id,
      'no flow leads here although the scope has a start event; connect it or delete it',
    );
}

/** An ad-hoc sub-process holds activities, and neither start nor end events (BPMN 2.0 §10.3.5). */
function checkAdHoc(id: string, nodes: readonly FlowNode[], problems: ProblemList): void {
  if (!nodes.some(isActivity))
    problems.error('ad-hoc-empty', id, 'an ad-hoc sub-process must contain at least one activity');
  for (const node of nodes.filter(({ type }) => type === 'startEvent' || type === 'endEvent'))
    problems.error('ad-hoc-event', node.id, 'an ad-hoc sub-process must not contain start or end events; remove it');
}

function startsOtherwise(node: FlowNode): boolean {
  return 'instantiate' in node && node.instantiate;
}

function isStranded(node: FlowNode): boolean {
  if (node.incoming.length > 0 || startsOtherwise(node)) return false;
  if (isActivity(node)) return !node.forCompensation && node.type !== 'eventSubProcess';
  return node.type.endsWith('Gateway') || node.type === 'endEvent';
}

function checkFlows(process: ReadProcess, problems: ProblemList): void {
  for (const flow of process.flows.values()) {
    const source = process.nodes.get(flow.source);
    const target = process.nodes.get(flow.target);
    if (!source || !target) {
      const missing = source ? flow.target : flow.source;
      problems.error(
        'flow-end',
        flow.id,
        `it is connected to "${missing}", which is no flow node of the process; connect it to one`,
      );
      continue;
    }
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
