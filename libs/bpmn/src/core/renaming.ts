import type { Draft } from './draft.js';
import type { CompensationRecord } from './state.js';

/** New ids of elements and flows by their old ones; what is not named keeps its id. */
export type Renaming = Readonly<Record<string, string>>;

/** The outermost scope has the id of the process. */
export function renamedRoot(draft: Draft, processId: string): Renaming {
  const before = draft.elements[draft.root]?.elementId;
  return before === undefined ? {} : { [before]: processId };
}

/** Gives everything that a state holds of the model its new id. */
export function rename(draft: Draft, renaming: Renaming): void {
  const named = <T extends { readonly elementId: string }>(thing: T): T => {
    const elementId = renaming[thing.elementId];
    return elementId === undefined ? thing : { ...thing, elementId };
  };
  draft.elements = mapValues(draft.elements, named);
  draft.timers = mapValues(draft.timers, named);
  draft.subscriptions = mapValues(draft.subscriptions, named);
  draft.conditions = mapValues(draft.conditions, named);
  draft.incidents = mapValues(draft.incidents, named);
  const record = (before: CompensationRecord): CompensationRecord =>
    before.inner ? named({ ...before, inner: before.inner.map(record) }) : named(before);
  draft.compensations = mapValues(draft.compensations, (records) => records.map(record));
  const newId = (id: string): string => renaming[id] ?? id;
  draft.arrivals = mapValues(draft.arrivals, (gateways) =>
    mapKeys(gateways, newId, (flows) => mapKeys(flows, newId, (count) => count)),
  );
  draft.resets = mapValues(draft.resets, (gateways) => mapKeys(gateways, newId, (flows) => flows.map(newId)));
}

function mapValues<T>(values: Record<number, T>, change: (value: T) => T): Record<number, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function mapKeys<T>(
  values: Readonly<Record<string, T>>,
  newKey: (key: string) => string,
  change: (value: T) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [newKey(key), change(value)]));
}
