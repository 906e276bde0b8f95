import { addDuration, parseRepetition, type Repetition } from '@lianban/bpmn';

/** Attempts that a job has before it becomes an incident, unless its task says otherwise by `lianban:retries`. */
const defaultRetries = 3;
const mostRetries = 100;

/**
 * How many attempts a service task allows: by `retries`, or as many as its `retryTimeCycle` (`R3/PT10M`) has rounds.
 * What is no whole number from 1 counts as the default.
 */
export function retriesOf(properties: Readonly<Record<string, string>>): number {
  const cycle = cycleOf(properties);
  if (cycle?.times) return Math.min(cycle.times, mostRetries);
  const wanted = Number(properties['retries'] ?? defaultRetries);
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, mostRetries) : defaultRetries;
}

/** The pause between two attempts in milliseconds, where the task says it by its `retryTimeCycle`. */
export function pauseOf(properties: Readonly<Record<string, string>>): number | undefined {
  const cycle = cycleOf(properties);
  return cycle && Date.parse(addDuration(epoch, cycle.period)) - Date.parse(epoch);
}

const epoch = '1970-01-01T00:00:00.000Z';

function cycleOf({ retryTimeCycle }: Readonly<Record<string, string>>): Repetition | undefined {
  return retryTimeCycle === undefined ? undefined : parseRepetition(retryTimeCycle);
}
