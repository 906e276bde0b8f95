import type { JsonValue, Variables } from '@lianban/bpmn';
import { CorrelationTooWideError } from '../engine.errors.js';

/** A message may be meant for any subset of its values, and each subset is one key to look up: 2^6 at most. */
const mostValues = 6;

/** The canonical text of correlation values: equal values give equal texts, in whatever order they were written. */
export function correlationKey(correlation: Variables): string {
  return canonical(correlation);
}

/**
 * The keys of all subscriptions that a message with these values suits: those that ask for all of its values, for some,
 * or for none.
 *
 * @throws CorrelationTooWideError invalid `correlation-too-wide`
 */
export function suitableKeys(name: string, correlation: Variables): string[] {
  const entries = Object.entries(correlation);
  if (entries.length > mostValues) throw new CorrelationTooWideError(name, entries.length, mostValues);
  const subsets = entries.reduce<[string, JsonValue][][]>(
    (found, entry) => [...found, ...found.map((subset) => [...subset, entry])],
    [[]],
  );
  return subsets.map((subset) => correlationKey(Object.fromEntries(subset)));
}

function canonical(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value as Variables).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
}
