import type { CompiledDefinitions } from '@lianban/bpmn';

/** What an element is called, of whichever workflow it is; an event with the step on whose edge it sits. */
export function nameOfElement({ processes }: CompiledDefinitions, elementId: string): string {
  for (const { nodes } of processes.values()) {
    const node = nodes.get(elementId);
    if (!node) continue;
    const host = node.type === 'boundaryEvent' ? nodes.get(node.attachedTo) : undefined;
    return [host?.name ?? host?.id, node.name ?? node.id].filter(Boolean).join(' · ');
  }
  return elementId;
}

/** What a result of a step is called. */
export function nameOfOutcome({ processes }: CompiledDefinitions, elementId: string, outcome: string): string {
  for (const { nodes } of processes.values()) {
    const node = nodes.get(elementId);
    if (node?.type !== 'userTask') continue;
    return node.outcomes.find(({ id }) => id === outcome)?.name ?? outcome;
  }
  return outcome;
}
