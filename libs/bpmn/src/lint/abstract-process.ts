import { computeReachability } from '../compile/reachability.js';
import type { CompiledProcess, SequenceFlow } from '../model/compiled-process.js';
import type { Expression } from '../model/expression.js';
import { isActivity, type Activity, type FlowNode, type UserTask } from '../model/flow-node.js';
import type { SingleTrigger, Trigger } from '../model/trigger.js';

/** The variable that says which flows a choice takes, as a list of their ids. */
export const chosenFlows = 'chosen flows';

/** A process in which everything that depends on data, people or time is a free choice. */
export interface AbstractProcess {
  readonly process: CompiledProcess;
  /** Nodes where flows are chosen: how many may be taken at once. */
  readonly choices: ReadonlyMap<string, 'one' | 'some'>;
  /** Kinds of elements that cannot be explored so; empty when all can. */
  readonly unexplored: readonly string[];
}

/**
 * Makes the process that is explored: gateways with conditions ask which flows to take, tasks just wait, timers are
 * always due, messages have no values, and what is repeated is done once.
 */
export function abstractProcess(original: CompiledProcess): AbstractProcess {
  const nodes = new Map<string, FlowNode>();
  const flows = new Map<string, SequenceFlow>();
  const choices = new Map<string, 'one' | 'some'>();
  for (const flow of original.flows.values()) flows.set(flow.id, { ...flow });
  for (const node of original.nodes.values()) {
    const kind = choiceOf(original, node);
    if (!kind) nodes.set(node.id, plain(node));
    else if (kind === 'some' && node.type === 'inclusiveGateway') splitJoin(node, nodes, flows, choices);
    else {
      nodes.set(node.id, choosing(node));
      choices.set(node.id, kind);
    }
  }
  for (const flow of flows.values())
    flows.set(flow.id, choices.has(flow.source) ? { ...flow, condition: isChosen(flow.id) } : withoutCondition(flow));
  const unexplored = [...original.nodes.values()].filter(isBeyond).map(({ type }) => type);
  const reachability = computeReachability(nodes, flows, original.scopes);
  const { javaScript: _none, ...rest } = original;
  return { process: { ...rest, nodes, flows, reachability }, choices, unexplored: [...new Set(unexplored)] };
}

/** Their own conditions of activation, or the choice of their performers, are more than a choice of flows. */
function isBeyond({ type }: FlowNode): boolean {
  return type === 'complexGateway' || type === 'adHocSubProcess';
}

function choiceOf(process: CompiledProcess, node: FlowNode): 'one' | 'some' | undefined {
  if (node.outgoing.length < 2) return undefined;
  const conditional = node.outgoing.some((id) => process.flows.get(id)?.condition !== undefined);
  if (node.type === 'exclusiveGateway') return 'one';
  return conditional && (node.type === 'inclusiveGateway' || isActivity(node)) ? 'some' : undefined;
}

/** An inclusive gateway joins first and then asks, so it becomes two. */
function splitJoin(
  node: FlowNode,
  nodes: Map<string, FlowNode>,
  flows: Map<string, SequenceFlow>,
  choices: Map<string, 'one' | 'some'>,
): void {
  const asks = `${node.id} (choice)`;
  const between = `${node.id} (joined)`;
  const { defaultFlow: _default, ...gateway } = node;
  nodes.set(node.id, { ...gateway, outgoing: [between] });
  nodes.set(asks, { ...choosing(node), id: asks, incoming: [between] });
  flows.set(between, { id: between, source: node.id, target: asks });
  for (const id of node.outgoing) {
    const flow = flows.get(id);
    if (flow) flows.set(id, { ...flow, source: asks });
  }
  choices.set(asks, 'some');
}

function choosing(node: FlowNode): FlowNode {
  const boundary = isActivity(node) ? node.boundary : [];
  if (node.type === 'subProcess' || node.type === 'transaction' || node.type === 'eventSubProcess') return plain(node);
  return waiting(node, boundary);
}

function waiting({ id, scope, incoming, outgoing }: FlowNode, boundary: readonly string[]): UserTask {
  const rest = { boundary, inputs: [], outputs: [], outcomes: [], assignment: {}, properties: {} };
  return { type: 'userTask', id, scope, incoming, outgoing, ...rest };
}

/** The node without data. */
function plain(node: FlowNode): FlowNode {
  if (!isActivity(node)) return 'trigger' in node ? { ...node, ...noData, trigger: free(node.trigger, node.id) } : node;
  if (node.type === 'task' || node.type === 'manualTask') return withoutData(node);
  const isScope = ['subProcess', 'transaction', 'eventSubProcess', 'adHocSubProcess'].includes(node.type);
  if (isScope) return withoutData(node);
  const handler = node.forCompensation ? { forCompensation: true } : {};
  return { ...waiting(node, node.boundary), ...handler };
}

const noData = { inputs: [], outputs: [] };

function withoutData(node: Activity): FlowNode {
  const {
    loop: _once,
    startQuantity: _start,
    completionQuantity: _completion,
    dataInputs: _in,
    dataOutputs: _out,
    ...rest
  } = node;
  return { ...rest, ...noData };
}

function free(trigger: Trigger, id: string): Trigger {
  if (trigger.type !== 'multiple') return freeSingle(trigger, id);
  return { ...trigger, triggers: trigger.triggers.map((single, index) => freeSingle(single, `${id} ${index}`)) };
}

function freeSingle(trigger: SingleTrigger, id: string): SingleTrigger {
  const name: Expression = { kind: 'literal', value: id };
  switch (trigger.type) {
    case 'timer':
      return { type: 'timer', timer: { kind: 'date', value: { kind: 'literal', value: '2026-01-01T00:00:00Z' } } };
    case 'message':
    case 'conditional':
      return { type: 'message', message: { name, correlation: [] } };
    case 'signal':
      return { type: 'signal', name: trigger.name.kind === 'literal' ? trigger.name : name };
    default:
      return trigger;
  }
}

function isChosen(id: string): Expression {
  const feel = `list contains(${chosenFlows}, ${JSON.stringify(id)})`;
  return { kind: 'feel', source: feel, feel };
}

function withoutCondition({ condition: _free, ...flow }: SequenceFlow): SequenceFlow {
  return flow;
}
