import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The id of the request for which something is done. Ambient, as it decides nothing: it only lets an operator find what
 * belongs together in answers, log, audit trail, jobs and traces.
 */
const current = new AsyncLocalStorage<string>();

/** Does something for a request. */
export function withRequestId<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** The request for which the present code runs; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}
