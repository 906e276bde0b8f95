import type { InstanceState, Key, Variables } from '@lianban/bpmn';

/** All variables that an element sees: its own over those of its scopes, the process's last. */
export function visibleVariables(state: InstanceState, key: Key): Variables {
  const layers: Variables[] = [];
  for (let at: Key | null | undefined = key; at !== null && at !== undefined; at = state.elements[at]?.scope) {
    layers.unshift(state.elements[at]?.variables ?? {});
  }
  return Object.assign({}, ...layers) as Variables;
}
