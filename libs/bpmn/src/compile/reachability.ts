import type { Reachability, ScopeModel, SequenceFlow } from '../model/compiled-process.js';
import type { FlowNode } from '../model/flow-node.js';

/**
 * For every inclusive and complex gateway and each of its incoming flows: the set of nodes from which a token can reach the flow
 * without visiting the gateway, as a bitset over the scope's nodes. Paths follow sequence flows, and lead from an
 * activity to its boundary events. Computed backwards, once, at deployment.
 */
export function computeReachability(
  nodes: ReadonlyMap<string, FlowNode>,
  flows: ReadonlyMap<string, SequenceFlow>,
  scopes: ReadonlyMap<string, ScopeModel>,
): Reachability {
  const sets = new Map<string, Bits>();
  for (const scope of scopes.values()) {
    if (scope.reachJoins.length === 0) continue;
    const index = new Map(scope.nodes.map((id, position) => [id, position]));
    for (const gatewayId of scope.reachJoins) {
      for (const flowId of nodes.get(gatewayId)?.incoming ?? []) {
        sets.set(`${gatewayId}\n${flowId}`, { index, bits: upstream(gatewayId, flowId, { nodes, flows, index }) });
      }
    }
  }
  return {
    reaches(gateway, flow, node) {
      const found = sets.get(`${gateway}\n${flow}`);
      const position = found?.index.get(node);
      return found !== undefined && position !== undefined && hasBit(found.bits, position);
    },
  };
}

interface Bits {
  readonly index: ReadonlyMap<string, number>;
  readonly bits: Uint32Array;
}

interface Graph {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  readonly index: ReadonlyMap<string, number>;
}

function upstream(gatewayId: string, flowId: string, graph: Graph): Uint32Array {
  const bits = new Uint32Array(Math.ceil(graph.index.size / 32));
  const stack = [graph.flows.get(flowId)?.source];
  while (stack.length > 0) {
    const id = stack.pop();
    const position = id === undefined ? undefined : graph.index.get(id);
    if (id === undefined || id === gatewayId || position === undefined || hasBit(bits, position)) continue;
    setBit(bits, position);
    const node = graph.nodes.get(id);
    for (const incoming of node?.incoming ?? []) stack.push(graph.flows.get(incoming)?.source);
    if (node?.type === 'boundaryEvent') stack.push(node.attachedTo);
  }
  return bits;
}

function hasBit(bits: Uint32Array, position: number): boolean {
  return ((bits[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0;
}

function setBit(bits: Uint32Array, position: number): void {
  bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
}
