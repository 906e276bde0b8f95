import type { InstanceState, Key } from '../core/state.js';

/** Where the tokens of an instance are and what it waits for, as a text: equal for states that can go on alike. */
export function markingOf(state: InstanceState): string {
  const children = new Map<Key | null, Key[]>();
  for (const { key, scope } of Object.values(state.elements))
    children.set(scope, [...(children.get(scope) ?? []), key]);
  const waits = [...Object.values(state.timers), ...Object.values(state.subscriptions)];
  const describe = (key: Key): string => {
    const { elementId, phase, part, interrupted } = state.elements[key] ?? { elementId: '', phase: '' };
    const inside = (children.get(key) ?? []).map(describe).sort();
    const awaited = waits
      .filter(({ owner }) => owner === key)
      .map(({ elementId: id }) => id)
      .sort();
    const records = (state.compensations[key] ?? []).map(({ elementId: id }) => id);
    const joins = [state.arrivals[key], state.resets[key]].map((map) => JSON.stringify(sorted(map ?? {})));
    return JSON.stringify([elementId, phase, part, interrupted, awaited, records, joins, inside]);
  };
  return `${state.status} ${describe(state.root)}`;
}

/** Whether a single token is left, and none waits at a join. */
export function isOneToken({ elements, arrivals }: InstanceState): boolean {
  const scopes = new Set(Object.values(elements).map(({ scope }) => scope));
  const leaves = Object.values(elements).filter(({ key }) => !scopes.has(key));
  return leaves.length <= 1 && Object.values(arrivals).every((gateways) => Object.keys(gateways).length === 0);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** An element at which two tokens are at the same time in one scope; undefined when there is none. */
export function twiceAt(state: InstanceState): string | undefined {
  const seen = new Set<string>();
  for (const { elementId, scope, index, compensates } of Object.values(state.elements)) {
    if (index !== undefined || compensates !== undefined) continue;
    const place = `${scope} ${elementId}`;
    if (seen.has(place)) return elementId;
    seen.add(place);
  }
  for (const gateways of Object.values(state.arrivals))
    for (const [gateway, flows] of Object.entries(gateways))
      if (Object.values(flows).some((count) => count > 1)) return gateway;
  return undefined;
}
