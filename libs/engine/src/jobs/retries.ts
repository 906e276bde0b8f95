/** Attempts that a job has before it becomes an incident, unless its task says otherwise by `lianban:retries`. */
const defaultRetries = 3;
const mostRetries = 100;

/** How many attempts a service task allows. What is no whole number from 1 counts as the default. */
export function retriesOf(properties: Readonly<Record<string, string>>): number {
  const wanted = Number(properties['retries'] ?? defaultRetries);
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, mostRetries) : defaultRetries;
}
