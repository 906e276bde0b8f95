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
    // Where one flow leads in there is nothing to join.
    const joins = scope.reachJoins.filter((id) => (nodes.get(id)?.incoming.length ?? 0) > 1);
    if (joins.length === 0) continue;
    const index = new Map(scope.nodes.map((id, position) => [id, position]));
    const sources = scope.nodes.map((id) => sourcesOf(nodes.get(id), flows, index));
    for (const gatewayId of joins) {
      const gateway = index.get(gatewayId) ?? 0;
      for (const flowId of nodes.get(gatewayId)?.incoming ?? []) {
        const source = index.get(flows.get(flowId)?.source ?? '');
        sets.set(`${gatewayId}\n${flowId}`, { index, bits: upstream(gateway, source, sources) });
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

/** Positions of the nodes from which a token comes to a node: over flows, or from the activity of a boundary event. */
function sourcesOf(
  node: FlowNode | undefined,
  flows: ReadonlyMap<string, SequenceFlow>,
  index: ReadonlyMap<string, number>,
): readonly number[] {
  const incoming = (node?.incoming ?? []).map((id) => flows.get(id)?.source ?? '');
  const ids = node?.type === 'boundaryEvent' ? [...incoming, node.attachedTo] : incoming;
  return ids.flatMap((id) => index.get(id) ?? []);
}

function upstream(gateway: number, source: number | undefined, sources: readonly (readonly number[])[]): Uint32Array {
  const bits = new Uint32Array(Math.ceil(sources.length / 32));
  const stack = source === undefined ? [] : [source];
  for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
    if (position === gateway || hasBit(bits, position)) continue;
    setBit(bits, position);
    for (const before of sources[position] ?? []) stack.push(before);
  }
  return bits;
}

function hasBit(bits: Uint32Array, position: number): boolean {
  return ((bits[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0;
}

function setBit(bits: Uint32Array, position: number): void {
  bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
}
