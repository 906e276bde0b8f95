import type { Run } from './run.js';
import type { Key } from './state.js';

/**
 * True while a token elsewhere in the scope can reach one of the `empty` flows without visiting the gateway and none
 * of the `filled` ones.
 */
export function canStillArrive(
  run: Run,
  scope: Key,
  gatewayId: string,
  { empty, filled }: { readonly empty: readonly string[]; readonly filled: readonly string[] },
): boolean {
  const reaches = (flowId: string, node: string) => run.process.reachability.reaches(gatewayId, flowId, node);
  return [...tokensElsewhere(run, scope, gatewayId)].some(
    (node) => empty.some((flowId) => reaches(flowId, node)) && !filled.some((flowId) => reaches(flowId, node)),
  );
}

/** The flow nodes at which tokens of the scope rest, the gateway's own arrivals left out. */
function tokensElsewhere(run: Run, scope: Key, gatewayId: string): Set<string> {
  const nodes = new Set(run.childrenOf(scope).map((key) => run.element(key).elementId));
  for (const id of Object.keys(run.draft.arrivals[scope] ?? {})) if (id !== gatewayId) nodes.add(id);
  return nodes;
}
