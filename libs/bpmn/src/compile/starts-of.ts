import type { ProcessStart } from '../model/compiled-process.js';
import type { FlowNode } from '../model/flow-node.js';
import type { ReadProcess } from '../reader/read-process.js';

/** Everything by which an instance of the process can be started: start events and what instantiates without one. */
export function startsOf(process: ReadProcess): readonly ProcessStart[] {
  const nodes = [...process.nodes.values()].filter(({ scope }) => scope === process.id);
  return nodes.flatMap((node) => startsAt(process, node));
}

function startsAt(process: ReadProcess, node: FlowNode): readonly ProcessStart[] {
  if (node.type === 'startEvent') return [{ elementId: node.id, trigger: node.trigger }];
  if (node.type === 'receiveTask' && node.instantiate && node.incoming.length === 0) return startOf(node);
  if (node.type !== 'eventBasedGateway' || !node.instantiate) return [];
  return node.outgoing.flatMap((flowId) => startOf(process.nodes.get(process.flows.get(flowId)?.target ?? '')));
}

function startOf(node: FlowNode | undefined): readonly ProcessStart[] {
  if (node?.type === 'intermediateCatchEvent') return [{ elementId: node.id, trigger: node.trigger }];
  if (node?.type === 'receiveTask' && node.message)
    return [{ elementId: node.id, trigger: { type: 'message', message: node.message } }];
  return [];
}
