import type { SequenceFlow } from '../model/compiled-process.js';
import type { FlowNode } from '../model/flow-node.js';
import type { ProblemList } from './problem-list.js';

type Linked = { readonly nodes: readonly FlowNode[]; readonly flows: readonly SequenceFlow[] };

/**
 * Turns the link events of one scope into what they stand for (BPMN 2.0 §10.5.5 "Link"): a sequence flow from every
 * throwing event to the catching one of the same name.
 */
export function linkFlows(nodes: readonly FlowNode[], problems: ProblemList): Linked {
  const targets = new Map<string, string>();
  for (const { name, id } of linksOf(nodes, 'intermediateCatchEvent')) {
    if (targets.has(name))
      problems.error('link-duplicate', id, `link "${name}" is caught twice in this scope; keep one`);
    targets.set(name, id);
  }
  const flows: SequenceFlow[] = [];
  const sources = linksOf(nodes, 'intermediateThrowEvent');
  for (const { name, id } of sources) {
    const target = targets.get(name);
    if (target) flows.push({ id: `${id}→${target}`, source: id, target, link: true });
    else problems.error('link-uncaught', id, `link "${name}" is caught nowhere in this scope; draw its catching event`);
  }
  for (const [name, id] of targets) {
    if (sources.every((source) => source.name !== name))
      problems.error('link-unthrown', id, `link "${name}" is thrown nowhere in this scope; draw its throwing event`);
  }
  return { flows, nodes: nodes.map((node) => joined(node, flows)) };
}

function linksOf(nodes: readonly FlowNode[], type: 'intermediateCatchEvent' | 'intermediateThrowEvent') {
  return nodes.flatMap((node) =>
    node.type === type && node.trigger.type === 'link' ? [{ id: node.id, name: node.trigger.name }] : [],
  );
}

function joined(node: FlowNode, flows: readonly SequenceFlow[]): FlowNode {
  const incoming = flows.filter(({ target }) => target === node.id).map(({ id }) => id);
  const outgoing = flows.filter(({ source }) => source === node.id).map(({ id }) => id);
  if (incoming.length + outgoing.length === 0) return node;
  return { ...node, incoming: [...node.incoming, ...incoming], outgoing: [...node.outgoing, ...outgoing] };
}
